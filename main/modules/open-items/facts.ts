// What is owed on a day: the movements of the open items of each side until it, and what of the receivables is overdue. T12, T38, L10.
import { sql, type RawBuilder } from 'kysely'
import { owedSql, ofSideSql, SIDE, waitingSql, type Side } from '../../../db/ledger/sides.ts'
import { idByKey, type FactSource, type Measure, type TieOut } from '../../records/facts.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { ageingRows, earmarkRows, earmarks, openOn } from './open-as-of.ts'

/** Stocks go with who has the item now, for past days too (CU10): its postings may bear two people, whose sum is nobody's balance. */
const movements = (side: Side, columns: RawBuilder<unknown>) => sql`select p.date as day, ${columns}, i.currency, i.account, i.documentId,
    i.documentNumber as number, ${sql.raw(waitingSql(side, 'i'))} as waits, p.base, p."foreign" as own, p.item, p.id as movement
  from posting p join open_item i on i.id = p.item where ${sql.raw(ofSideSql(side, 'i'))}`
const ofCustomer = sql`${idByKey('i.party')} as customer, ${idByKey('i.owner')} as salesperson, ${idByKey('i.department')} as department,
  ${idByKey('i.owner')} as scopeOwner, ${idByKey('i.department')} as scopeDepartment, ${idByKey('i.deal')} as deal, ${idByKey('i.contract')} as contract`
const stock = (when: RawBuilder<unknown>, sign: RawBuilder<unknown>, order: number): Measure => ({
  kind: 'stock',
  unit: 'money',
  value: sql`case when ${when} then ${sign} * f.base end`,
  own: sql`case when ${when} then ${sign} * f.own end`,
  order,
})

/** The ageing's way to the same balance (L10): what is open now, less all that was posted after the day. */
const balanceOn = (q: QueryContext, measure: string, sign: 1 | -1, items: string, day: string): TieOut => {
  const { n } = q.sql
    .prepare(
      `SELECT (SELECT coalesce(sum(openBase), 0) FROM open_item i WHERE ${items} AND (openForeign <> 0 OR openBase <> 0))
       - (SELECT coalesce(sum(p.base), 0) FROM posting p JOIN open_item i ON i.id = p.item WHERE p.item IS NOT NULL AND p.date > ? AND ${items}) AS n`,
    )
    .get(day) as { n: number }
  return { measure, minor: n * sign || 0, with: `the ageing on ${day}` }
}

/** What is owed, as the side says it, and beside it with the other sign what waits to be applied. */
const tiesOf = (q: QueryContext, side: Side, [owed, waiting]: readonly [string, string], day: string): TieOut[] => {
  const { sign } = SIDE[side]
  const [items, waits] = [ofSideSql(side, 'i'), waitingSql(side, 'i')]
  return [
    balanceOn(q, owed, sign, `${items} AND NOT ${waits}`, day),
    balanceOn(q, waiting, sign === 1 ? -1 : 1, `${items} AND ${waits}`, day),
  ]
}

const customerKeys = ['customer', 'salesperson', 'department', 'deal', 'contract', 'currency']
export const receivables: FactSource = {
  name: 'receivables',
  needs: ['receivable.view'],
  scope: 'receivable',
  party: 'customer',
  keys: customerKeys,
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'], balanceOf: 'item' },
  rows: () => movements('receivable', ofCustomer),
  measures: {
    receivable: stock(sql`not f.waits`, sql`1`, 100),
    advances: stock(sql`f.waits`, sql`-1`, 110),
  },
  tiesOut: (q, { to }) => tiesOf(q, 'receivable', ['receivable', 'advances'], to),
}

/** What was open on a day, was due before it, and is not met by money that lies there for its contract (T38). */
const overdueOn = (
  q: QueryContext,
  side: Side,
  day: string,
): RawBuilder<unknown> => sql`select ${day} as day, ${ofCustomer}, i.currency, i.documentId,
    i.documentNumber as number, m.b - coalesce(e.base, 0) as base, m.f - coalesce(e."foreign", 0) as own
  from ${openOn(side, day)} having sum(f) <> 0 or sum(b) <> 0) m cross join open_item i on i.id = m.id
  left join ${earmarkRows(earmarks(q, { side, asOf: day }))} e on e.item = i.id
  where ${sql.raw(owedSql(side, 'i'))} and i.dueDate < ${day}`
export const overdueReceivables: FactSource = {
  name: 'overdue-receivables',
  needs: ['receivable.view'],
  scope: 'receivable',
  party: 'customer',
  keys: customerKeys,
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'] },
  rows: (q) => overdueOn(q, 'receivable', q.today),
  asOf: (q, day) => overdueOn(q, 'receivable', day),
  measures: {
    overdue: { kind: 'stock', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 120 },
  },
  tiesOut: (q, { to }) => {
    const asOf = to < q.today ? to : q.today
    const rows = ageingRows(q, { side: 'receivable', asOf })
    const due = sql`select coalesce(sum(case when t.met then -t.b when t.waits then 0 else t.b end) filter (where t.due < ${asOf}), 0) as n from (${rows}) as t`
    const { sql: text, parameters } = q.db.selectFrom(sql<{ n: number }>`(${due})`.as('x')).select('x.n').compile()
    return [{ measure: 'overdue', minor: (q.sql.prepare(text).get(...parameters) as { n: number }).n, with: `the ageing on ${asOf}` }]
  },
}

export const payables: FactSource = {
  name: 'payables',
  needs: ['payable.view'],
  scope: null,
  party: 'vendor',
  keys: ['vendor', 'currency'],
  rows: () => movements('payable', sql`${idByKey('i.party')} as vendor`),
  measures: {
    payable: stock(sql`not f.waits`, sql`-1`, 140),
    prepaid: stock(sql`f.waits`, sql`1`, 150),
  },
  tiesOut: (q, { to }) => tiesOf(q, 'payable', ['payable', 'prepaid'], to),
}
