// Door of papers: what a record is printed as, on the page of any record.
export { FramePapers } from './frame-papers.tsx'
export { PapersButton, usePapers } from './use-papers.tsx'
export { bytesOf, savePdf, saveWorkbook } from './paper-files.ts'
export { PaperNotes } from './paper-notes.tsx'
