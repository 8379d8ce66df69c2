// The door of what every printed record has: papers that its module writes, laid out by their template. Rules in main/modules/papers/SPEC.md.
export { amendmentOnPaper, type AmendmentOnPaper } from './amendment.ts'
export { approvalSteps, draftUntilApproved } from './approval-steps.ts'
export { amountInChinese, amountInEnglish } from './amount-in-words.ts'
export type { ContentBlock, Fact, Mark, PaperColumn, PaperContent, PaperProblem, PaperSum, Party } from './content.ts'
export { draftPaper, mayPrint, type PaperDraft } from './draft.ts'
export { paperMakers, payableTo, type PayableTo, type PaperAsked, type PaperMaker } from './makers.ts'
export { paperText } from './text.ts'
export {
  amendmentTitle,
  freightWanted,
  paperWords,
  purchaseClauses,
  purchaseInstalment,
  purchaseInstalmentWords,
  type Said,
} from './words.ts'
export { paperWriter, type PaperWriter } from './writer.ts'
