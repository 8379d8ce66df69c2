// The documents behind one figure of a pivot, with the same rows in scope and the same filters, so that count and sum are the figure's. CU22.
import { sql } from 'kysely'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { ListHandlers, QueryContext } from '../../queries/define-query.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import type { DayRange, Measure } from '../../records/facts.ts'
import { askedOf, axesOf, type Axis } from './asked.ts'
import { documentsOf, isInParts, openIn, placeSql } from './read-facts.ts'
import { bucketsIn, earlierBuckets, rangesOf } from './time.ts'

type Column = 'amount' | 'ownAmount' | 'quantity' | 'number' | 'days' | 'divisor'
/** In which columns a measure's value and divisor stand. */
const columnsOf = ({ kind, unit, own }: Measure, money: 'base' | 'own'): { value: Column; divisor?: Column } => {
  if (kind === 'ratio') {
    if (unit === 'days') return { value: 'days', divisor: 'number' }
    const divisors = { rate: 'ownAmount', price: 'quantity' } as const
    return { value: 'amount', divisor: unit === 'rate' || unit === 'price' ? divisors[unit] : 'divisor' }
  }
  if (unit === 'money') return { value: money === 'own' && own !== undefined ? 'ownAmount' : 'amount' }
  return { value: unit === 'quantity' ? 'quantity' : 'number' }
}

/** A party's name is told to who sees its record: customers within the scope, vendors with the right to vendors (CU26). */
const partySeen = (q: QueryContext) => {
  const within = q.scope('customer', 'p.ownerId', 'p.departmentId') ?? sql`1`
  const customers = q.may('customer.view') ? within : sql`0`
  return sql<boolean>`p.id = t.party and case when p.kind = 'customer' then ${customers} else ${sql.lit(q.may('vendor.view') ? 1 : 0)} end`
}

export const statisticFacts: ListHandlers['statistic-facts'] = ({ question, measure: name, place, earlier }, q) => {
  const asked = askedOf(q, { ...question, measures: [name] })
  const one = asked.measures[0]!
  const { measure, source } = one
  const { yearBegins } = question
  const unknown = (path: string) => refuse('invalid-input', { issues: [{ path: `params.${path}`, rule: 'not-used' }] })
  const { range, compared } = rangesOf(question, q.today)
  const of = earlier ? (compared ?? unknown('earlier')) : range
  const buckets = (axis: Axis, days: DayRange) => bucketsIn(axis.time!, days, yearBegins)
  /** Buckets are those of now: against each stands one of the earlier period, as in the figure (CU18). */
  const then = (axis: Axis, key: string): string =>
    earlier && axis.time !== undefined
      ? (earlierBuckets(axis.time, question, buckets(axis, range), buckets(axis, of)).get(key) ?? unknown('place'))
      : key
  const places = place.map(({ dimension, key }) => {
    const axis = axesOf(asked).find((a) => a.name === dimension) ?? refuse('unknown-field', { field: dimension })
    return { axis, key: then(axis, key) }
  })
  // A stock stands at the end of its bucket: all that happened until then is in it.
  const stock = measure.kind === 'stock'
  const timed = stock ? places.find((p) => p.axis.time !== undefined) : undefined
  const end = timed ? (buckets(timed.axis, of).find((b) => b.key === timed.key) ?? unknown('place')).to : of.to
  const within = { from: of.from, to: source.asOf && end > q.today ? q.today : end }
  const conditions = places
    .filter((p) => p !== timed)
    .map((p) => placeSql(q, p.axis, p.key, yearBegins, p.axis.dimension ? openIn(q, p.axis.dimension, asked.filters) : null))
  const rows = documentsOf(q, one, { asked, range: within, place: conditions })
  const shown = columnsOf(measure, question.money)
  const value = (column: Column) => (column === shown.value ? 't.value' : column === shown.divisor ? 't.divisor' : sql`null`)
  const amounts = ['amount', 'ownAmount', 'quantity', 'number', 'days', 'divisor'] as const
  return {
    from: q.db
      .selectFrom(sql<{ party: string; salesperson: string }>`(${rows})`.as('t'))
      .leftJoin('party as p', (on) => on.on(partySeen(q)))
      .leftJoin('user as u', 'u.id', 't.salesperson'),
    id: 't.id',
    scope: 'company', // the scope stands inside, before the rows are grouped
    search: ['t.document', 'p.name', 'p.nameZh'],
    fields: {
      date: 't.day',
      document: 't.document',
      party: 'p.name',
      salesperson: nameIn(q.viewer.language, 'user', 'u'),
      part: 't.part',
      currency: 't.currency',
      ...(Object.fromEntries(amounts.map((column) => [column, value(column)])) as Record<Column, ReturnType<typeof value>>),
      documentId: 't.documentId',
      partyId: 'p.id',
    },
    // By whom it was sold could be added up here as well (CU26).
    absent: [
      ...amounts.filter((column) => column !== shown.value && column !== shown.divisor),
      ...(q.may('statistic.people') ? [] : ['salesperson']),
      ...(isInParts(q, source, asked) ? [] : ['part']),
    ],
    header: { from: within.from, to: within.to },
  }
}
