// Money: every command, list and query of the treasury in one table each, gathered from its subjects.
import { bankAccountCommands, bankAccountQueries } from '../bank-accounts/calls.ts'
import { billCommands, billQueries } from '../bills/calls.ts'
import { receiptAndPaymentCommands, receiptAndPaymentQueries } from '../receipts-and-payments/calls.ts'
import { openItemCommands, openItemQueries } from '../open-items/calls.ts'
import { bookCommands, bookQueries } from '../books/calls.ts'
import { revaluationCommands, revaluationQueries } from '../revaluations/calls.ts'

export const treasuryCommands = {
  ...bankAccountCommands,
  ...billCommands,
  ...receiptAndPaymentCommands,
  ...openItemCommands,
  ...bookCommands,
  ...revaluationCommands,
}
export const treasuryQueries = {
  ...bankAccountQueries,
  ...billQueries,
  ...receiptAndPaymentQueries,
  ...openItemQueries,
  ...bookQueries,
  ...revaluationQueries,
}
