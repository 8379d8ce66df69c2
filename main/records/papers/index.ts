// The door of what every printed record has: papers that its module writes, laid out by their template. Rules in main/modules/papers/SPEC.md.
export { countInEnglish } from './amount-in-words.ts'
export { amendmentOnPaper } from './amendment.ts'
export { approvalSteps, submissionSteps } from './approval-steps.ts'
export { clausesBlock, companyOnPaper, fact, modeText, unitTotals } from './blocks.ts'
export { contractMark, draftUntilApproved, isOutOfForce } from './marks.ts'
export type { ContentBlock, Fact, Mark, PaperColumn, PaperContent, PaperProblem, PaperSum } from './content.ts'
export { draftPaper, linePictures, mayPrint, type PaperDraft, setDraft } from './draft.ts'
export {
  type Disagreement,
  paperChecks,
  paperMakers,
  type PaperOf,
  papersBeside,
  productPictures,
  type PaperAsked,
  type PaperMaker,
} from './makers.ts'
export { paperFileName } from './file-name.ts'
export { issuedHold, issuedContents, issuedPapersOf, maySeePaper, seesPrinted } from './issued-papers.ts'
export { chosenPicture, usablePictures } from './pictures.ts'
export { savedSettings, templateInUse } from './templates.ts'
export { blocksOf, columnsOf, isFixed } from './parts.ts'
export { paperText } from './text.ts'
export {
  allRisksWords,
  amendmentTitle,
  daysLate,
  freightWanted,
  openItemWords,
  packageWords,
  paperWords,
  purchaseClauses,
  purchaseInstalment,
  purchaseInstalmentWords,
  type Said,
} from './words.ts'
export { type PaperWriter, paperWriter } from './writer.ts'
