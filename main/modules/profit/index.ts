// The door of profit: what every deal earned, committed and actual, down to its postings.
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { costOfADollar, creditNotes, dealPlans, freightBilled, result } from './facts.ts'
import { dealProfit } from './deal-profit.ts'
import { profitLists } from './lists.ts'

export const profit = defineModule({
  queries: defineQueries({ 'deal-profit': dealProfit }),
  lists: profitLists,
  contributes: [facts.of([result, creditNotes, freightBilled, dealPlans, costOfADollar])],
})
