// The door of payment requests: what is asked to be paid, before it is.
import { declarePaymentRequests, paymentRequestCommands } from './commands.ts'
import { paymentRequestLists, paymentRequestQueries } from './queries.ts'

export { requireMayPay } from './commands.ts'

declarePaymentRequests()
export const paymentRequests = { commands: paymentRequestCommands, queries: paymentRequestQueries, lists: paymentRequestLists }
