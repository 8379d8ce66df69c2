// The door of approvals: what other modules declare, ask and tell; commands, queries and lists for the office.
export { declareApprovable, type Approvable, type Decision, type Subject } from './subjects.ts'
export {
  approvalState,
  carryApprovals,
  endApprovals,
  isSwitchedOn,
  requireApproved,
  requireDealApproved,
  type Standing,
} from './standing.ts'
