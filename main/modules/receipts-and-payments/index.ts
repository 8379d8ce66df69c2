// The door of receipts and payments: money that came in and went out, and the bank's charges on it.
import { sql } from 'kysely'
import { afterAmendment } from '../../records/amendments/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { paidMoney, receivedMoney } from './facts.ts'
import { holds } from '../../records/holds.ts'
import { unfinished } from '../../records/hand-over.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { receiptsOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { paymentsDue } from './due.ts'
import { numbersOfOthers } from '../checks/index.ts'
import { dealDocuments } from '../deals/index.ts'
import { itemDocument } from '../open-items/index.ts'
import { requestPayments } from '../payment-requests/index.ts'
import { paidForPurchase } from '../production/index.ts'
import { moneyOfPurchase } from '../purchasing/index.ts'
import { advancesOfContract, receivedForContract } from '../shipments/index.ts'
import { followAmendedContract, followCharge } from './charges.ts'
import { paymentsOnPurchase, paymentsOnRequest, receiptsOnDeal, receiptsOnSale } from './holds.ts'
import { paymentsInDeal, receiptsInDeal } from './in-deal.ts'
import { receiptAndPaymentLists } from './lists.ts'
import { advancesFor, paidFor, paymentOf, receivedFor } from './money-of-contracts.ts'
import { paymentsOnStatement } from './on-statement.ts'
import { paymentSlip, receiptSlip } from './papers.ts'
import { paymentCommands } from './payments.ts'
import { receiptAndPaymentQueries } from './queries.ts'
import { giveReceiptTo, receiptCommands } from './receipts.ts'

export const receiptsAndPayments = defineModule({
  commands: { ...receiptCommands, ...paymentCommands },
  queries: receiptAndPaymentQueries,
  lists: receiptAndPaymentLists,
  contributes: [
    facts.of([receivedMoney, paidMoney]),
    unfinished.of({ customer: receiptsOfCustomer }),
    due.of(paymentsDue),
    paperMakers.of({ 'payment-slip': paymentSlip, 'receipt-slip': receiptSlip }),
    dealDocuments.of({ kind: 'receipt', permission: 'receipt.view', find: receiptsInDeal }),
    dealDocuments.of({ kind: 'payment', permission: 'payment.view', find: paymentsInDeal }),
    holds.of({
      deal: [receiptsOnDeal],
      'sales-contract': [receiptsOnSale],
      'purchase-contract': [paymentsOnPurchase],
      'payment-request': [paymentsOnRequest],
    }),
    receivedForContract.of(receivedFor),
    advancesOfContract.of(advancesFor),
    moneyOfPurchase.payment.of(paymentOf),
    requestPayments.of(sql`(select id, number, numberKey, paidOn, amount, item, requestId, status from payment)`),
    paidForPurchase.of(paidFor),
    numbersOfOthers.of({
      'receipt-reference': {
        ...{ table: 'receipt', field: 'bankReference', of: 'bankAccountId', by: 'receipt', free: 'reversed' },
        ...{ view: 'receipt.view', scope: 'receipt' },
      },
      'payment-reference': {
        ...{ table: 'payment', field: 'bankReference', of: 'bankAccountId', by: 'payment', free: 'reversed' },
        view: 'payment.view',
      },
    }),
    itemDocument.of({
      receipt: { applied: followCharge, giveTo: giveReceiptTo },
      payment: { applied: followCharge, onStatement: paymentsOnStatement },
    }),
    afterAmendment.of({ 'purchase-contract': followAmendedContract }),
  ],
})
