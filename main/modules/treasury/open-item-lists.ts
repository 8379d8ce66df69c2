// The three reports on open items, receivable and payable alike: one row an item, a party by age, a party by currency. Rule T12 of SPEC.md.
import { sql } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'
import { ageingRows, agreement, asOfParams, headerOf, itemRows } from './open-as-of.ts'
import { bucketsAsOf, type Bucket } from './rules.ts'

/** Kinds of items that wait to be applied: own rows with the other sign. */
const waiting = sql`('advance', 'credit-note', 'prepayment', 'unclaimed')`
/** The contract has nine bucket columns: eight boundaries and what is beyond. */
const BUCKET_COLUMNS = 9

/** The keys by which the derived rows are joined; the other columns are spoken of by name only. */
type Dimensioned = { party: number | null; deal: number | null; contract: number | null; owner: number | null }

const within = ({ from, to }: Bucket) => (from === null ? sql`day <= ${to}` : sql`day between ${from} and ${to}`)

export const openItemLists = defineLists({
  'open-items': (params, q) => {
    const of = asOfParams(q, params)
    return {
      from: q.db
        .selectFrom(sql<Dimensioned>`(${itemRows(q, of)})`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id')
        .leftJoin('ledger_key as dk', 'dk.key', 't.deal')
        .leftJoin('deal as d', 'd.id', 'dk.id')
        .leftJoin('ledger_key as ck', 'ck.key', 't.contract')
        .leftJoin('sales_contract as sc', 'sc.id', 'ck.id')
        .leftJoin('purchase_contract as pc', 'pc.id', 'ck.id')
        .leftJoin('ledger_key as ok', 'ok.key', 't.owner')
        .leftJoin('user as u', 'u.id', 'ok.id'),
      id: 't.ref',
      scope: 'company', // the scope stands inside, on the ledger's own keys
      fields: {
        document: 't.documentNumber',
        kind: 't.kind',
        party: 'p.name',
        documentDate: 't.documentDate',
        dueDate: 't.dueDate',
        daysOverdue: sql`case when t.dueDate < ${of.asOf} then cast(julianday(${of.asOf}) - julianday(t.dueDate) as integer) end`,
        currency: 't.currency',
        amount: 't.amount',
        open: 't.open',
        openBase: 't.openBase',
        deal: 'd.number',
        contract: sql`coalesce(sc.number, pc.number)`,
        owner: 'u.name',
        item: 't.ref',
        documentId: 't.documentId',
        partyId: 'pk.id',
        dealId: 'dk.id',
      },
      search: ['t.documentNumber', 'p.name', 'p.nameZh', 'p.code', 'd.number'],
      header: headerOf(q, of),
      ...agreement(q, of, 'openBase'),
    }
  },

  ageing: (params, q) => {
    const of = asOfParams(q, params)
    const buckets = bucketsAsOf(of.asOf, q.company.ageingBuckets)
    const columns = buckets.map((b, i) => sql`sum(case when ${within(b)} then b else 0 end) as ${sql.ref(`bucket${i + 1}`)}`)
    const grouped = sql`select party, sum(b) as total, sum(case when day >= ${of.asOf} then b else 0 end) as notDue,
      sum(case when b < 0 then b else 0 end) as advances, ${sql.join(columns)} from (${ageingRows(q, of)}) group by party`
    const beyond = Array.from({ length: BUCKET_COLUMNS - buckets.length }, (_, i) => `bucket${buckets.length + i + 1}`)
    return {
      from: q.db
        .selectFrom(sql<Dimensioned>`(${grouped})`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id')
        .leftJoin('user as u', 'u.id', 'p.ownerId'),
      id: sql`coalesce(t.party, 0)`,
      scope: 'company',
      fields: {
        party: 'p.name',
        owner: 'u.name',
        total: 't.total',
        notDue: 't.notDue',
        ...Object.fromEntries(buckets.map((_, i) => [`bucket${i + 1}`, `t.bucket${i + 1}`])),
        advances: 't.advances',
        partyId: 'pk.id',
      },
      absent: beyond,
      search: ['p.name', 'p.nameZh', 'p.code'],
      header: { ...headerOf(q, of), ...Object.fromEntries(buckets.map((b, i) => [`bucket${i + 1}`, b.label])) },
      ...agreement(q, of, 'total'),
    }
  },

  'party-balances': (params, q) => {
    const of = asOfParams(q, { ...params })
    const grouped = sql`select party, currency, count(*) as items,
      sum(case when kind in ${waiting} then 0 else open end) as invoiced, sum(case when kind in ${waiting} then open else 0 end) as advances,
      sum(open) as balance, sum(case when kind not in ${waiting} and dueDate < ${of.asOf} then open else 0 end) as overdue, sum(openBase) as balanceBase
      from (${itemRows(q, of)}) group by party, currency`
    return {
      from: q.db
        .selectFrom(sql<Dimensioned>`(${grouped})`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id'),
      id: sql`coalesce(t.party, 0) || ':' || t.currency`,
      scope: 'company',
      fields: {
        party: 'p.name',
        currency: 't.currency',
        items: 't.items',
        invoiced: 't.invoiced',
        advances: 't.advances',
        balance: 't.balance',
        overdue: 't.overdue',
        balanceBase: 't.balanceBase',
        partyId: 'pk.id',
      },
      search: ['p.name', 'p.nameZh', 'p.code'],
      header: headerOf(q, of),
      ...agreement(q, of, 'balanceBase'),
    }
  },
})
