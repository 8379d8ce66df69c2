// Money: every command, list and query of the treasury in one table each, gathered from its subjects.
import { bankAccountCommands, bankAccountQueries } from './bank-accounts.ts'
import { billCommands, billQueries } from './bills.ts'
import { receiptAndPaymentCommands, receiptAndPaymentQueries } from './receipts-and-payments.ts'
import { openItemCommands, openItemQueries } from './open-items.ts'
import { bookCommands, bookQueries } from './books.ts'
import { revaluationCommands, revaluationQueries } from './revaluations.ts'

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
