// The door of payment requests: what is asked to be paid, before it is.
import { approvable } from '../approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { paymentRequestApproval, paymentRequestCommands } from './commands.ts'
import { paymentRequestLists, paymentRequestQueries } from './queries.ts'

export { requireMayPay } from './commands.ts'

export const paymentRequests = defineModule({
  commands: paymentRequestCommands,
  queries: paymentRequestQueries,
  lists: paymentRequestLists,
  contributes: [approvable.of({ 'payment-request': paymentRequestApproval })],
})
