// Door of versions and amendments: the pages of both kinds of contract and of their amendments.
export { AmendmentDocument } from './amendment-document.tsx'
export { isOlder, versionText } from './amended.ts'
export { ContractDocument } from './contract-document.tsx'
export { useAmended } from './use-amended.ts'
export { useAmendmentForm } from './use-amendment-form.ts'
