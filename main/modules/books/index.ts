// The door of the books: postings and trial balance, exchange rates, periods, and month-end revaluation.
import { defineModule } from '../../records/define-module.ts'
import { ledgerLists } from './ledger-lists.ts'
import { periodAndRateCommands } from './periods-and-rates.ts'
import { rateLists, rateQueries } from './rate-queries.ts'
import { revaluationLists, revaluationQueries } from './revaluation-queries.ts'
import { revaluationCommands } from './revaluations.ts'

export const books = defineModule({
  commands: { ...periodAndRateCommands, ...revaluationCommands },
  queries: { ...rateQueries, ...revaluationQueries },
  lists: { ...ledgerLists, ...rateLists, ...revaluationLists },
})
