// The door of what every approved document has: it is submitted, waits for people, is decided, and a step asks how it stands. The rules are in
// main/modules/approvals/SPEC.md; that module has the routes, the delegations and the pages.
export {
  approvable,
  approvableOf,
  visibilityOf,
  type Approvable,
  type Decision,
  type OfficeRates,
  type Reading,
  type Subject,
} from './subjects.ts'
export {
  approvalState,
  approvalStatusOf,
  carryApprovals,
  endApprovals,
  isPendingOrApproved,
  isSwitchedOn,
  letPass,
  marginOfDeal,
  moveApproval,
  requireApproved,
  requireApprovedToSign,
  requireDealApproved,
  submissionsOf,
  type ApprovalRow,
} from './approval-status.ts'
export { submissionsAbout } from './submissions-of-record.ts'
export { submitForApproval, whoDecides, withdrawSubmission } from './submit.ts'
export { approve, reject, returnForChange } from './decide.ts'
export { answeredFor, readBoard, seesDocument, stepsOf, waitingForViewer, type Board, type Reader } from './board.ts'
export { readOrganisation } from './organisation.ts'
export { assigneesOf } from './rules.ts'
export { routesOf } from './route-for.ts'
