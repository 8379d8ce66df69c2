// Customers by value, recency, frequency and rhythm, one row each, of the contracts that the viewer may see. Rules CU30 to CU33.
import { sql } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import { questionSchema } from '../../../preload/contract/modules/statistics/calls.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { Decimal, fixedText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import { askedOf } from './asked.ts'
import { abcOf, cycleOf, groupOf, type Ordering, rhythmOf, scoresOf, yearToLast } from './customer-rules.ts'
import { seesMeasure } from './month-sums.ts'
import { NONE, OTHERS, readFacts } from './read-facts.ts'

/** The first day that a date may be. */
const EARLIEST = '1990-01-01'
type Asked = { asOf: IsoDate; currency?: string | undefined; countries?: readonly string[] }

/** A measure by customer and day, of customers that the viewer sees. */
export const byCustomerAndDay = (
  q: QueryContext,
  measure: string,
  { asOf, currency, countries = [] }: Asked,
): Map<string, Map<IsoDate, number>> => {
  const range = { from: EARLIEST, to: asOf }
  const money = currency === undefined ? 'base' : 'own'
  const filters = countries.length === 0 ? [] : [{ dimension: 'customer-country', members: [...countries], not: false }]
  const asked = askedOf(
    q,
    questionSchema().parse({ measures: [measure], rows: ['customer'], column: 'day', period: range, money, filters }),
  )
  const found = new Map<string, Map<IsoDate, number>>()
  for (const { groups } of readFacts(q, asked.measures[0]!.source, asked.measures, { asked, range }))
    for (const { keys, sums, apart } of groups) {
      const [key = '', day = ''] = keys
      if (key === NONE || key === OTHERS || (currency !== undefined && apart !== currency)) continue
      const of = found.get(key) ?? new Map<IsoDate, number>()
      of.set(day, (of.get(day) ?? 0) + (sums[0] ?? 0))
      found.set(key, of)
    }
  return found
}

type Analysed = Record<string, string | number | null>

const analysed = (q: QueryContext, asked: Asked & { from: IsoDate }): Analysed[] => {
  const orders = byCustomerAndDay(q, 'orders', asked)
  const credits = seesMeasure(q, 'credit-notes') ? byCustomerAndDay(q, 'credit-notes', asked) : new Map<string, Map<IsoDate, number>>()
  const customers = [...orders].map(
    ([key, days]): Ordering => ({
      key,
      days: [...days].toSorted(([a], [b]) => compareTexts(a, b)).map(([day, minor]) => ({ day, minor })),
    }),
  )
  const inWindow = (day: IsoDate) => day >= asked.from
  const windowed = customers.filter(({ days }) => days.some(({ day }) => inWindow(day)))
  const valueOf = ({ days }: Ordering) => days.reduce((sum, { day, minor }) => (inWindow(day) ? sum + minor : sum), 0)
  const values = new Map(windowed.map((one) => [one.key, valueOf(one)]))
  // Credit notes count negative already.
  const money = new Map(
    windowed.map((one) => [
      one.key,
      (values.get(one.key) ?? 0) + [...(credits.get(one.key) ?? [])].reduce((sum, [day, minor]) => (inWindow(day) ? sum + minor : sum), 0),
    ]),
  )
  const silentOf = ({ days }: Ordering) => daysBetween(days.at(-1)!.day, asked.asOf)
  const classes = abcOf(values)
  const recency = scoresOf(new Map(windowed.map((one) => [one.key, silentOf(one)])), false)
  const frequency = scoresOf(new Map(windowed.map((one) => [one.key, one.days.filter(({ day }) => inWindow(day)).length])), true)
  const spent = scoresOf(money, true)
  const all = [...values.values()].reduce((sum, value) => sum + Math.max(0, value), 0)
  return windowed.map((one) => {
    const { key } = one
    const days = one.days.map(({ day }) => day)
    const cycle = cycleOf(days)
    const value = values.get(key) ?? 0
    // Who has brought nothing in the end scores lowest.
    const m = (money.get(key) ?? 0) <= 0 && spent ? 1 : (spent?.get(key) ?? null)
    const [r, f] = [recency?.get(key) ?? null, frequency?.get(key) ?? null]
    return {
      ...{
        key,
        value,
        share: all <= 0 ? null : toScaled(fixedText(new Decimal(Math.max(0, value)).times(100).div(all), 2), 'percent'),
        class: classes.get(key)!,
      },
      ...{ orderDays: days.filter(inWindow).length, last: days.at(-1)!, silent: silentOf(one), r, f, m },
      group: r === null || f === null || m === null ? null : groupOf(r, f, m),
      cycle: cycle === null ? null : toScaled(fixedText(new Decimal(cycle.halves).div(2), 1), 'measure'),
      meanGap: cycle === null ? null : toScaled(fixedText(new Decimal(cycle.sum).div(cycle.count), 2), 'measure'),
      ...{ rhythm: rhythmOf(days, asked.asOf), atRisk: yearToLast(one), money: money.get(key) ?? 0 },
    }
  })
}

export const customerAnalysis: ListHandlers['customer-analysis'] = ({ asOf, from, currency }, q) => {
  const rows = analysed(q, { asOf: asOf ?? q.today, from: from ?? EARLIEST, currency })
  const given = JSON.stringify(rows)
  const field = (name: string) => sql.raw(`value ->> '$.${name}' as "${name}"`)
  const names = [
    'key',
    'value',
    'share',
    'class',
    'orderDays',
    'last',
    'silent',
    'r',
    'f',
    'm',
    'group',
    'cycle',
    'meanGap',
    'rhythm',
    'atRisk',
    'money',
  ]
  const shown = currency ?? q.company.baseCurrency
  return {
    from: q.db
      .selectFrom(sql<{ key: string }>`(select ${sql.join(names.map(field))} from json_each(${given}))`.as('t'))
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
      recency: 't.r',
      frequency: 't.f',
      money: 't.m',
      group: 't.group',
      customerId: 't.key',
    },
  }
}
