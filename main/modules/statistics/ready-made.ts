// Statistics to begin with: the questions that people of a trading company ask most. Each is offered as far as its viewer may ask it.
import { questionSchema, type Question, type READY_STATISTICS } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { reducedQuestion } from './asked.ts'

type Asked = Partial<Question> & Pick<Question, 'measures'>
/** The name of each is `ready-statistic.<key>`. */
const questions: Readonly<Record<(typeof READY_STATISTICS)[number], Asked>> = {
  'this-year': { measures: ['orders', 'shipped', 'received', 'profit'], rows: ['month'], upToToday: true, compare: 'year-before' },
  salespeople: {
    measures: ['orders', 'shipped', 'received', 'receivable', 'overdue', 'profit', 'margin'],
    ...{ rows: ['salesperson'], rank: true },
  },
  customers: {
    measures: ['orders', 'contract-count', 'shipped', 'receivable'],
    rows: ['customer'],
    share: 'column',
    rank: true,
    top: { count: 20, within: false },
  },
  'customers-of-salespeople': {
    measures: ['orders'],
    rows: ['salesperson', 'customer'],
    column: 'quarter',
    top: { count: 5, within: true },
  },
  'profit-by-month': { measures: ['profit', 'revenue', 'costs', 'exchange-result', 'margin'], rows: ['month'], running: 'within-year' },
  'profit-of-people': { measures: ['profit', 'revenue', 'margin'], rows: ['salesperson'], rank: true },
  'profit-of-customers': { measures: ['profit', 'revenue', 'margin'], rows: ['customer'], rank: true, top: { count: 15, within: false } },
  countries: { measures: ['shipped'], rows: ['destination'], column: 'quarter', top: { count: 15, within: false } },
  categories: { measures: ['orders'], rows: ['category'], column: 'quarter', share: 'column' },
  products: { measures: ['orders', 'contract-count'], rows: ['product'], top: { count: 20, within: false }, rank: true, share: 'column' },
  receivables: { measures: ['receivable', 'overdue', 'advances'], rows: ['customer'], top: { count: 30, within: false } },
  factories: {
    measures: ['purchased', 'purchase-contract-count'],
    rows: ['factory'],
    column: 'quarter',
    top: { count: 20, within: false },
  },
  'purchase-prices': { measures: ['purchase-price'], rows: ['product'], column: 'quarter', order: 'name' },
  payables: { measures: ['payable', 'prepaid'], rows: ['vendor'], top: { count: 30, within: false } },
  freight: { measures: ['freight'], rows: ['forwarder'], column: 'month' },
  'freight-of-carriers': { measures: ['freight'], rows: ['carrier'], column: 'month' },
  'freight-of-routes': { measures: ['freight'], rows: ['portOfDischarge'], column: 'month' },
  cash: { measures: ['cash-in', 'cash-out', 'cash-moved', 'bank-balance'], rows: ['month'] },
  costs: { measures: ['costs'], rows: ['costKind'], column: 'month' },
  'days-to-ship': { measures: ['days-to-ship', 'unshipped-contracts'], rows: ['customer'] },
}

export const readyMade = (q: QueryContext): { name: string; question: Question }[] =>
  Object.entries(questions).flatMap(([name, given]) => {
    const question = reducedQuestion(q, questionSchema().parse(given))
    // Without what it is called after, and what its rows are about, it would be another statistic.
    const whole =
      question !== null && question.measures[0] === given.measures[0] && (given.rows ?? []).every((row) => question.rows.includes(row))
    return whole ? [{ name, question }] : []
  })
