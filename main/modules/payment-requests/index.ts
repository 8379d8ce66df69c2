// The door of payment requests: what is asked to be paid, before it is.
import { approvable } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { dealDocuments } from '../deals/index.ts'
import { moneyOfPurchase, prepaymentsAsked } from '../purchasing/index.ts'
import { due } from '../../records/due.ts'
import { expectedCash } from '../../records/expected-cash.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { paymentRequestApproval, paymentRequestCommands } from './commands.ts'
import { paymentRequestsDue } from './due.ts'
import { requestsInDeal } from './in-deal.ts'
import { askedInAdvance, paymentRequestsExpected } from './expected-cash.ts'
import { paymentRequestPaper } from './paper.ts'
import { requestOf } from './of-purchase.ts'
import { paymentRequestLists, paymentRequestQueries } from './queries.ts'

export { requireMayPay } from './commands.ts'
export { payeeBank } from './paper.ts'
export { documentsOfItems, clearedBlock, type AheadLine, type ClearedLine } from './cleared-lines.ts'
export { requestPayments } from './sums.ts'

export const paymentRequests = defineModule({
  commands: paymentRequestCommands,
  queries: paymentRequestQueries,
  lists: paymentRequestLists,
  contributes: [
    due.of(paymentRequestsDue),
    dealDocuments.of({ kind: 'payment-request', permission: 'payment-request.view', secret: 'owed', find: requestsInDeal }),
    expectedCash.of(paymentRequestsExpected),
    prepaymentsAsked.of(askedInAdvance),
    approvable.of({ 'payment-request': paymentRequestApproval }),
    moneyOfPurchase['payment-request'].of(requestOf),
    paperMakers.of({ 'payment-request': paymentRequestPaper }),
  ],
})
