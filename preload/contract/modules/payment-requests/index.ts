// What can be asked of this module, and what it and its columns are called.
import { paymentRequestsCommands, paymentRequestsQueries } from './calls.ts'
import { paymentRequestsNames } from './names.ts'

export const paymentRequests = {
  commands: paymentRequestsCommands,
  queries: paymentRequestsQueries,
  names: paymentRequestsNames,
}
