// Door of papers: what a record is printed as, on the page of any record.
export { usePapers } from './use-papers.tsx'
export { bytesOf } from './bytes.ts'
