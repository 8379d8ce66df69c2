// What can be asked of this module, and what it and its columns are called.
import { receiptAndPaymentCommands, receiptAndPaymentQueries } from './calls.ts'
import { receiptsAndPaymentsNames } from './names.ts'

export const receiptsAndPayments = {
  commands: receiptAndPaymentCommands,
  queries: receiptAndPaymentQueries,
  names: receiptsAndPaymentsNames,
}
