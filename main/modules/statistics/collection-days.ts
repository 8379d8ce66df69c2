// Customers by how long what they owe stays out, and everybody together. Rule CU37.
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import type { DayRange } from '../../records/facts.ts'
import { computedRows } from '../../records/computed-rows.ts'
import { seesMeasure } from './asked.ts'
import { daysOutstanding, simpleDays } from './collection-rules.ts'
import { dimensionCalled } from './dimensions.ts'
import { NONE, OTHERS } from './read-facts.ts'
import { FIRST_DAY, sumsOf } from './sums-of.ts'

const ALL = 'all'
const COLUMNS = ['key', 'customer', 'customerId', 'receivable', 'revenue', 'days', 'simple', 'more'] as const

/** A measure by customer, and by month where that is asked for, of what the viewer sees; '' is who cannot be named. */
const byCustomer = (q: QueryContext, measure: string, column: 'month' | null, range: DayRange) =>
  sumsOf(q, measure, range, { rows: ['customer'], column }).map(({ keys: [customer = NONE, month = ''], sum }) => ({
    ...{ customer: customer === OTHERS ? NONE : customer, month, minor: sum },
  }))
type Owing = { receivable: number; year: number; months: Map<string, number> }

export const collectionDays: ListHandlers['collection-days'] = (params, q) => {
  const asOf = params?.asOf ?? q.today
  const customers = new Map<string, Owing>()
  // Everybody together is more than those who can be named.
  const each = (customer: string, add: (owing: Owing) => void) => {
    for (const key of customer === NONE ? [ALL] : [ALL, customer]) {
      const owing = customers.get(key) ?? { receivable: 0, year: 0, months: new Map() }
      customers.set(key, owing)
      add(owing)
    }
  }
  for (const { customer, minor } of byCustomer(q, 'receivable', null, { from: asOf, to: asOf }))
    each(customer, (owing) => (owing.receivable += minor))
  let first = asOf.slice(0, 7)
  const seesRevenue = seesMeasure(q, 'revenue')
  for (const { customer, month, minor } of seesRevenue ? byCustomer(q, 'revenue', 'month', { from: FIRST_DAY, to: asOf }) : []) {
    if (month < first) first = month
    each(customer, ({ months }) => months.set(month, (months.get(month) ?? 0) + minor))
  }
  for (const { customer, minor } of seesRevenue ? byCustomer(q, 'revenue', null, { from: addDays(asOf, -364), to: asOf }) : [])
    each(customer, (owing) => (owing.year += minor))
  const labels = dimensionCalled('customer').labels(
    q,
    [...customers.keys()].filter((key) => key !== ALL),
  )
  const rows = [...customers]
    .filter(([, { receivable }]) => receivable > 0)
    .map(([key, { receivable, year, months }]) => {
      const { days, more } = daysOutstanding(receivable, months, asOf, first)
      const simple = simpleDays(receivable, year)
      return {
        ...{ key, receivable, revenue: year, more: more ? 1 : 0, customerId: key === ALL ? null : key },
        customer: key === ALL ? nameOf('collection-days.all', q.viewer.language) : (labels.get(key)?.label ?? ''),
        ...{ days: toScaled(days, 'measure'), simple: simple === null ? null : toScaled(simple, 'measure') },
      }
    })
  return {
    from: q.db.selectFrom(computedRows(rows, COLUMNS).as('t')),
    id: 't.key',
    scope: 'company', // the scope of receivables and deals stands inside
    search: ['t.customer'],
    fields: {
      ...{ customer: 't.customer', receivable: 't.receivable', days: 't.days', more: 't.more', simple: 't.simple', revenue: 't.revenue' },
      customerId: 't.customerId',
    },
    // Without revenue there is nothing that it could turn over.
    absent: seesRevenue ? [] : ['days', 'more', 'simple', 'revenue'],
  }
}
