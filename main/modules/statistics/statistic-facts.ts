// The documents behind one figure of a pivot, with the same rows in scope and the same filters, so that count and sum are the figure's. CU22.
import { sql } from 'kysely'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { ListHandlers } from '../../queries/define-query.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import { askedOf, type Axis } from './asked.ts'
import { documentsOf, openIn, placeSql } from './read-facts.ts'
import { bucketsIn, rangesOf } from './time.ts'

export const statisticFacts: ListHandlers['statistic-facts'] = ({ question, measure: name, place, earlier }, q) => {
  const asked = askedOf(q, { ...question, measures: [name] })
  const [one] = asked.measures
  const { range, compared } = rangesOf(question, q.today)
  const of = earlier ? (compared ?? refuse('invalid-input', { issues: [{ path: 'params.earlier', rule: 'not-used' }] })) : range
  const axes: readonly Axis[] = [...asked.rows, ...(asked.column ? [asked.column] : [])]
  const places = place.map(({ dimension, key }) => ({
    key,
    axis: axes.find((a) => a.name === dimension) ?? refuse('unknown-field', { field: dimension }),
  }))
  const { measure, source } = one!
  const timed = places.find((p) => p.axis.time !== undefined)
  // A stock stands at the end of its bucket: all that happened until then is in it.
  const bucket =
    measure.kind === 'stock' && timed
      ? bucketsIn(timed.axis.time!, of, question.yearBegins, 5000).find((b) => b.key === timed.key)
      : undefined
  const day = bucket ? bucket.to : of.to
  const within = measure.kind === 'stock' ? { from: of.from, to: source.asOf && day > q.today ? q.today : day } : of
  const conditions = places
    .filter((p) => measure.kind !== 'stock' || p.axis.time === undefined)
    .map((p) => placeSql(q, p.axis, p.key, question.yearBegins, p.axis.dimension ? openIn(q, p.axis.dimension, asked.filters) : null))
  const rows = documentsOf(q, one!, { asked, range: within, place: conditions })
  const own = measure.unit === 'money' && question.money === 'own' && measure.own !== undefined
  const money = measure.kind === 'ratio' ? measure.unit !== 'days' : measure.unit === 'money'
  const column =
    measure.kind === 'ratio'
      ? money
        ? 'amount'
        : 'days'
      : own
        ? 'ownAmount'
        : money
          ? 'amount'
          : measure.unit === 'quantity'
            ? 'quantity'
            : 'number'
  const shown = new Set([column, ...(measure.kind === 'ratio' ? ['divisor'] : [])])
  const value = (field: string) => (field === column ? 't.value' : sql`null`)
  return {
    from: q.db
      .selectFrom(sql<{ customer: string; vendor: string; factory: string; salesperson: string }>`(${rows})`.as('t'))
      .leftJoin('party as p', (on) => on.on(sql<boolean>`p.id = coalesce(t.customer, t.vendor, t.factory)`))
      .leftJoin('user as u', 'u.id', 't.salesperson'),
    id: 't.id',
    scope: 'company', // the scope stands inside, before the rows are grouped
    search: ['t.document', 'p.name', 'p.nameZh'],
    fields: {
      date: 't.day',
      document: 't.document',
      party: 'p.name',
      salesperson: nameIn(q.viewer.language, 'user', 'u'),
      currency: 't.currency',
      amount: value('amount'),
      ownAmount: value('ownAmount'),
      quantity: value('quantity'),
      number: value('number'),
      days: value('days'),
      divisor: measure.kind === 'ratio' ? 't.divisor' : sql`null`,
      documentId: 't.documentId',
      customerId: 'p.id',
    },
    absent: ['amount', 'ownAmount', 'quantity', 'number', 'days', 'divisor'].filter((c) => !shown.has(c)),
    header: { from: within.from, to: within.to },
  }
}
