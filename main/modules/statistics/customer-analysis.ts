// Customers by value, recency, frequency and rhythm, one row each, of the contracts that the viewer may see. Rules CU30 to CU33.
import { sql } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { Decimal, fixedText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import { computedRows } from '../../records/computed-rows.ts'
import { seesMeasure } from './asked.ts'
import { abcOf, cycleOf, rfmOf, rhythmOf, yearToLast } from './customer-rules.ts'
import { percentOf } from './percent-of.ts'
import { NONE, OTHERS } from './read-facts.ts'
import { FIRST_DAY, sumsOf } from './sums-of.ts'

type Asked = { asOf: IsoDate; currency?: string | undefined; countries?: readonly string[] }

/** A measure by customer and day, of customers that the viewer sees. */
export const byCustomerAndDay = (
  q: QueryContext,
  measure: string,
  { asOf, currency, countries = [] }: Asked,
): Map<string, Map<IsoDate, number>> => {
  const money = currency === undefined ? 'base' : 'own'
  const filters = countries.length === 0 ? [] : [{ dimension: 'customer-country', members: [...countries], not: false }]
  const found = new Map<string, Map<IsoDate, number>>()
  for (const { keys, within, sum } of sumsOf(
    q,
    measure,
    { from: FIRST_DAY, to: asOf },
    { rows: ['customer'], column: 'day', money, filters },
  )) {
    const [key = '', day = ''] = keys
    if (key === NONE || key === OTHERS || (currency !== undefined && within !== currency)) continue
    const of = found.get(key) ?? new Map<IsoDate, number>()
    of.set(day, (of.get(day) ?? 0) + sum)
    found.set(key, of)
  }
  return found
}

const COLUMNS = [
  ...(['key', 'value', 'share', 'class', 'group', 'recency', 'frequency', 'money', 'orderDays', 'last', 'silent'] as const),
  ...(['cycle', 'meanGap', 'rhythm', 'atRisk'] as const),
] as const
type Analysed = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>

const UNSCORED = { recency: null, frequency: null, money: null, group: null }

const scaledDays = (sum: number, count: number, places: number): number =>
  toScaled(fixedText(new Decimal(sum).div(count), places), 'measure')

const analysed = (q: QueryContext, asked: Asked & { from: IsoDate }): Analysed[] => {
  const orders = byCustomerAndDay(q, 'orders', asked)
  const credits = seesMeasure(q, 'credit-notes') ? byCustomerAndDay(q, 'credit-notes', asked) : new Map<string, Map<IsoDate, number>>()
  const inWindow = (days: ReadonlyMap<IsoDate, number> | undefined) => [...(days ?? [])].filter(([day]) => day >= asked.from)
  const sumOf = (days: readonly [IsoDate, number][]) => days.reduce((sum, [, minor]) => sum + minor, 0)
  const customers = [...orders]
    .map(([key, days]) => ({ key, days: [...days.keys()].toSorted(compareTexts), counted: inWindow(days), ordered: days }))
    .filter(({ counted }) => counted.length > 0)
    .map(({ key, days, counted, ordered }) => {
      const value = sumOf(counted)
      // Credit notes are negative already.
      const net = value + sumOf(inWindow(credits.get(key)))
      return { key, days, ordered, value, net, orderDays: counted.length, silent: daysBetween(days.at(-1)!, asked.asOf) }
    })
  const classes = abcOf(new Map(customers.map(({ key, value }) => [key, value])))
  const scores = rfmOf(customers)
  const whole = customers.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  return customers.map(({ key, days, ordered, value, orderDays, silent }) => {
    const cycle = cycleOf(days)
    const { recency, frequency, money, group } = scores.get(key) ?? UNSCORED
    return {
      ...{ key, value, orderDays, silent, recency, frequency, money, group, last: days.at(-1)! },
      ...{ share: percentOf(Math.max(0, value), whole), class: classes.get(key)! },
      cycle: cycle && scaledDays(cycle.halves, 2, 1),
      meanGap: cycle && scaledDays(cycle.sum, cycle.count, 2),
      ...{ rhythm: rhythmOf(days, asked.asOf), atRisk: yearToLast(ordered, days.at(-1)!) },
    }
  })
}

export const customerAnalysis: ListHandlers['customer-analysis'] = ({ asOf, from, currency }, q) => {
  const rows = analysed(q, { asOf: asOf ?? q.today, from: from ?? FIRST_DAY, currency })
  const shown = currency ?? q.company.baseCurrency
  return {
    from: q.db
      .selectFrom(computedRows(rows, COLUMNS).as('t'))
      .innerJoin('party as p', 'p.id', 't.key')
      .leftJoin('user as u', 'u.id', 'p.ownerId'),
    id: 't.key',
    scope: 'company', // the scope of contracts and customers stands inside, before anybody is compared
    search: ['p.name', 'p.nameZh', 'p.code'],
    fields: {
      customer: 'p.name',
      country: 'p.country',
      owner: nameIn(q.viewer.language, 'user', 'u'),
      class: 't.class',
      currency: sql.val(shown),
      orders: 't.value',
      share: 't.share',
      orderDays: 't.orderDays',
      lastOrder: 't.last',
      silent: 't.silent',
      rhythm: 't.rhythm',
      cycle: 't.cycle',
      meanGap: 't.meanGap',
      atRisk: 't.atRisk',
      recency: 't.recency',
      frequency: 't.frequency',
      money: 't.money',
      group: 't.group',
      customerId: 't.key',
    },
  }
}
