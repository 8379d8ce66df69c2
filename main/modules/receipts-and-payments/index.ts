// The door of receipts and payments: money that came in and went out, and the bank's charges on it.
import { afterAmendment } from '../amendments/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { unfinished } from '../../records/hand-over.ts'
import { receiptsOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { paymentsDue } from './due.ts'
import { itemDocument } from '../open-items/index.ts'
import { followAmendedContract, followCharge } from './charges.ts'
import { receiptAndPaymentLists } from './lists.ts'
import { paymentCommands } from './payments.ts'
import { receiptAndPaymentQueries } from './queries.ts'
import { giveReceiptTo, receiptCommands } from './receipts.ts'

export const receiptsAndPayments = defineModule({
  commands: { ...receiptCommands, ...paymentCommands },
  queries: receiptAndPaymentQueries,
  lists: receiptAndPaymentLists,
  contributes: [
    unfinished.of({ customer: receiptsOfCustomer }),
    due.of(paymentsDue),
    itemDocument.of({ receipt: { applied: followCharge, giveTo: giveReceiptTo }, payment: { applied: followCharge } }),
    afterAmendment.of({ 'purchase-contract': followAmendedContract }),
  ],
})
