// The door of approvals: what other modules declare, ask and tell; commands, queries and lists for the office.
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { approve, reject, returnForChange } from './decide.ts'
import { delegationCommands } from './delegations.ts'
import { approvalsLists, approvalsQueries } from './queries.ts'
import { routeCommands } from './routes.ts'
import { submitForApproval, withdrawSubmission } from './submit.ts'

export { approvable, type Approvable, type Decision, type OfficeRates, type Reading, type Subject } from './subjects.ts'
export {
  approvalState,
  carryApprovals,
  endApprovals,
  isSwitchedOn,
  letPass,
  marginOfDeal,
  moveApproval,
  requireApproved,
  requireApprovedToSign,
  requireDealApproved,
  approvalStatusOf,
} from './approval-status.ts'
export { submitForApproval, whoDecides } from './submit.ts'
export { readBoard, waitingForViewer } from './board.ts'
export { approvalViewOf } from './views.ts'

export const approvals = defineModule({
  commands: defineCommands({
    'submit-for-approval': submitForApproval,
    approve,
    reject,
    'return-for-change': returnForChange,
    'withdraw-submission': withdrawSubmission,
    ...routeCommands,
    ...delegationCommands,
  }),
  queries: approvalsQueries,
  lists: approvalsLists,
})
