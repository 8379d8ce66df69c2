// The door of approvals: the company's routes and who stands in for whom, and what screens ask. How a document is approved is in main/records/approvals.
import { defineCommands } from '../../commands/define-command.ts'
import { approve, reject, returnForChange, submitForApproval, withdrawSubmission } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { delegationCommands } from './delegations.ts'
import { approvalsDue } from './due.ts'
import { approvalsLists, approvalsQueries } from './queries.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { approvalSheet } from './paper.ts'
import { routeCommands } from './routes.ts'

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
  contributes: [due.of(approvalsDue), paperMakers.of({ 'approval-sheet': approvalSheet })],
  queries: approvalsQueries,
  lists: approvalsLists,
})
