// The door of treasury: what the office runs of it, and the rate of a day.
import { declareFollower } from '../amendments/index.ts'
import { allocationCommands } from './allocations.ts'
import { bankCommands, declareOwnBankDetails } from './bank.ts'
import { billCommands } from './bills.ts'
import { followAmendedContract } from './charges.ts'
import { creditNoteCommands } from './credit-notes.ts'
import { paymentRequestLists, paymentRequestQueries } from './payment-request-queries.ts'
import { declarePaymentRequests, paymentRequestCommands } from './payment-requests.ts'
import { paymentCommands } from './payments.ts'
import { periodAndRateCommands } from './periods-and-rates.ts'
import { receiptCommands } from './receipts.ts'
import { revaluationLists, revaluationQueries } from './revaluation-queries.ts'
import { revaluationCommands } from './revaluations.ts'
import { taxRefundLists } from './tax-refund-lists.ts'
import { taxRefundCommands } from './tax-refunds.ts'
import { treasuryLists } from './lists.ts'
import { treasuryQueries } from './queries.ts'

export { rateOfDay } from './rate-of-day.ts'

declareOwnBankDetails()
declarePaymentRequests()
declareFollower('purchase-contract', followAmendedContract)
export const treasury = {
  commands: {
    ...bankCommands,
    ...billCommands,
    ...receiptCommands,
    ...allocationCommands,
    ...paymentCommands,
    ...paymentRequestCommands,
    ...creditNoteCommands,
    ...taxRefundCommands,
    ...periodAndRateCommands,
    ...revaluationCommands,
  },
  queries: { ...treasuryQueries, ...paymentRequestQueries, ...revaluationQueries },
  lists: { ...treasuryLists, ...taxRefundLists, ...paymentRequestLists, ...revaluationLists },
}
