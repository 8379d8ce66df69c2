// Door of the kit's letters of credit: the check of documents, and a contract's credits.
export { LetterCheckPanel } from './check-panel.tsx'
export { ContractLetters } from './contract-letters.tsx'
export { useFigure } from './figure.tsx'
