// Door of the document page: one record read, typed and saved, its page, and what may be done with it.
export { asks, discards, opens, QuestionDialog, type RecordAction } from './actions.tsx'
export { DocumentPage } from './document-page.tsx'
export { type RecordOnPage, useRecord, useRecordForm } from './use-record.ts'
