// Door of the kit's credit: the quiet warning on a document, and asking to ship over the limit.
export { CreditNote } from './credit-note.tsx'
export { CreditPanel } from './credit-panel.tsx'
export { CreditRequestDialog } from './credit-request-dialog.tsx'
