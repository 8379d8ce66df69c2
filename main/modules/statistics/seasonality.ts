// Seasons of orders (季节指数): how much of a year falls to each month, of everything, or by customer, country, category or product. Rule CU36.
import { SEASON_MONTHS, type SeasonBy } from '../../../preload/contract/modules/statistics/calls.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { monthEnd, monthOf, addMonths, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import { computedRows } from '../../records/computed-rows.ts'
import { dimensionCalled } from './dimensions.ts'
import { NONE, OTHERS } from './read-facts.ts'
import { seasonOf } from './season-rules.ts'
import { FIRST_DAY, sumsOf } from './sums-of.ts'

const ALL = 'all'
const COLUMNS = ['key', 'member', 'value', 'years', ...SEASON_MONTHS] as const

/** The month of the day if it is its last, else the one before. */
const lastWholeMonth = (day: IsoDate): string => monthOf(day === monthEnd(day) ? day : addMonths(`${monthOf(day)}-01`, -1))

/** Orders by member and month, of what the viewer sees. */
const ordersOf = (q: QueryContext, by: SeasonBy, to: IsoDate): Map<string, Map<string, number>> => {
  const found = new Map<string, Map<string, number>>()
  for (const { keys, sum } of sumsOf(q, 'orders', { from: FIRST_DAY, to }, { rows: by === ALL ? [] : [by], column: 'month' })) {
    const [member, month] = by === ALL ? [ALL, keys[0]!] : [keys[0]!, keys[1]!]
    if (member === NONE || member === OTHERS) continue
    const of = found.get(member) ?? new Map<string, number>()
    of.set(month, (of.get(month) ?? 0) + sum)
    found.set(member, of)
  }
  return found
}

export const seasonality: ListHandlers['seasonality'] = ({ by, asOf }, q) => {
  const last = lastWholeMonth(asOf ?? q.today)
  const orders = ordersOf(q, by, monthEnd(`${last}-01`))
  const first = [...orders.values()].flatMap((months) => [...months.keys()]).reduce((least, month) => (month < least ? month : least), last)
  const labels = by === ALL ? undefined : dimensionCalled(by).labels(q, [...orders.keys()])
  const rows = [...orders].map(([key, months]) => {
    const { index, years } = seasonOf(months, { first, last })
    return {
      ...{ key, member: labels ? (labels.get(key)?.label ?? key) : nameOf('season-by.all', q.viewer.language), years },
      value: [...months.values()].reduce((sum, minor) => sum + minor, 0),
      ...(Object.fromEntries(
        SEASON_MONTHS.map((month, at) => [month, index[at] == null ? null : toScaled(index[at], 'measure')]),
      ) as Record<(typeof SEASON_MONTHS)[number], number | null>),
    }
  })
  return {
    from: q.db.selectFrom(computedRows(rows, COLUMNS).as('t')),
    id: 't.key',
    scope: 'company', // the scope of contracts stands inside
    search: ['t.member'],
    fields: {
      member: 't.member',
      orders: 't.value',
      years: 't.years',
      ...(Object.fromEntries(SEASON_MONTHS.map((month) => [month, `t.${month}`])) as Record<(typeof SEASON_MONTHS)[number], 't.m01'>),
    },
  }
}
