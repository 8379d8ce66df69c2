// The door of profit: what every deal earned, committed and actual, down to its postings.
import { defineQueries } from '../../queries/define-query.ts'
import { dealProfit } from './deal-profit.ts'
import { profitLists } from './lists.ts'

export const profit = { commands: {}, queries: defineQueries({ 'deal-profit': dealProfit }), lists: profitLists }
