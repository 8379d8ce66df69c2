// The door of receipts and payments: money that came in and went out, and the bank's charges on it.
import { declareFollower } from '../amendments/index.ts'
import { declareItemDocument } from '../open-items/index.ts'
import { followAmendedContract, followCharge } from './charges.ts'
import { receiptAndPaymentLists } from './lists.ts'
import { paymentCommands } from './payments.ts'
import { receiptAndPaymentQueries } from './queries.ts'
import { giveReceiptTo, receiptCommands } from './receipts.ts'

declareItemDocument('receipt', { applied: followCharge, giveTo: giveReceiptTo })
declareItemDocument('payment', { applied: followCharge })
declareFollower('purchase-contract', followAmendedContract)
export const receiptsAndPayments = {
  commands: { ...receiptCommands, ...paymentCommands },
  queries: receiptAndPaymentQueries,
  lists: receiptAndPaymentLists,
}
