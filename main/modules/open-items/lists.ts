// What is expected of goods that have not left, and the three reports on open items, receivable and payable alike: one row an item, a party by age, a party by currency. Rule T12 of SPEC.md.
import { sql, type RawBuilder } from 'kysely'
import { nameOf } from '../../../preload/contract/names/index.ts'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'
import { computedRows } from '../../records/computed-rows.ts'
import { expectedReceipts } from './expected-receipts.ts'
import { SIDE, type Side } from '../../../db/ledger/sides.ts'
import { ageingRows, agreement, asOfParams, headerOf, itemRows } from './open-as-of.ts'
import { bucketsAsOf, type Bucket } from './rules.ts'

/** Money that nobody has claimed yet belongs to no party: its row says so. */
const partyName = (q: QueryContext) => sql`coalesce(p.name, ${nameOf('item-kind.unclaimed', q.viewer.language)})`

/** Kinds of items that wait to be applied: own rows with the other sign. */
const waitingOf = (side: Side) => sql`(${sql.join(SIDE[side].waiting.map((kind) => sql.lit(kind)))})`
/** The contract has nine bucket columns: eight boundaries and what is beyond. */
const BUCKET_COLUMNS = 9

/** The keys by which the derived rows are joined; the other columns are spoken of by name only. */
type Dimensioned = { party: number | null; deal: number | null; contract: number | null; owner: number | null }

const within = ({ from, to }: Bucket) => (from === null ? sql`day <= ${to}` : sql`day between ${from} and ${to}`)
/** A sum over some of the rows; the filter spares the others the step, which is most of the work here. */
const sumOf = (value: string, of: RawBuilder<unknown>) => sql`coalesce(sum(${sql.ref(value)}) filter (where ${of}), 0)`
/** What is owed and not met, of rows of the ageing: money that waits stands in a column of its own and never inside a bucket (T39). */
const openOf = (of: RawBuilder<unknown>) => sql`coalesce(sum(case when met then -b when waits then 0 else b end) filter (where ${of}), 0)`

export const openItemLists = defineLists({
  'expected-receipts': (params, q) => {
    const all = expectedReceipts(q.sql)
    const asked = params?.openOnly === true ? all.filter(({ missing }) => missing > 0) : all
    const rows = asked.map((one) => ({ ...one, id: `${one.contractId}:${one.instalment}:${one.day ?? ''}` }))
    let from = q.db
      .selectFrom(computedRows(rows, ['id', 'contractId', 'event', 'day', 'amount', 'missing']).as('t'))
      .innerJoin('sales_contract as c', 'c.id', 't.contractId')
      .innerJoin('party as p', 'p.id', 'c.customerId')
      .innerJoin('user as u', 'u.id', 'c.ownerId')
    if (params?.customerId !== undefined) from = from.where('c.customerId', '=', params.customerId)
    return {
      from,
      id: 't.id',
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      fields: {
        contract: 'c.number',
        customer: 'p.name',
        event: 't.event',
        expectedOn: 't.day',
        daysOverdue: sql`case when t.missing > 0 and t.day < ${q.today} then cast(julianday(${q.today}) - julianday(t.day) as integer) end`,
        currency: 'c.currency',
        amount: 't.amount',
        received: sql`t.amount - t.missing`,
        missing: 't.missing',
        owner: 'u.name',
        contractId: 'c.id',
        customerId: 'c.customerId',
      },
      search: ['c.number', 'p.name', 'p.nameZh', 'p.code'],
    }
  },

  'open-items': (params, q) => {
    const of = asOfParams(q, params)
    const rows = itemRows(q, of)
    const join = (made: RawBuilder<unknown>) =>
      q.db
        .selectFrom(sql<Dimensioned>`${made}`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id')
        .leftJoin('ledger_key as dk', 'dk.key', 't.deal')
        .leftJoin('deal as d', 'd.id', 'dk.id')
        .leftJoin('ledger_key as ck', 'ck.key', 't.contract')
        .leftJoin('sales_contract as sc', 'sc.id', 'ck.id')
        .leftJoin('purchase_contract as pc', 'pc.id', 'ck.id')
        .leftJoin('ledger_key as ok', 'ok.key', 't.owner')
        .leftJoin('user as u', 'u.id', 'ok.id')
    return {
      from: join(sql`(${rows})`),
      made: {
        rows,
        join,
        own: ['document', 'kind', 'documentDate', 'dueDate', 'daysOverdue', 'currency', 'amount', 'open', 'met', 'openBase'],
      },
      id: 't.ref',
      scope: 'company', // the scope stands inside, on the ledger's own keys
      fields: {
        document: 't.documentNumber',
        // A revaluation keeps the kind of the item it values, so that it counts like it; what is shown is what it is.
        kind: sql`case t.documentKind when 'revaluation' then 'revaluation' else t.kind end`,
        party: partyName(q),
        documentDate: 't.documentDate',
        dueDate: 't.dueDate',
        daysOverdue: sql`case when t.dueDate < ${of.asOf} and (t.met = 0 or t.open > t.met) and t.kind not in ${waitingOf(of.side)} then cast(julianday(${of.asOf}) - julianday(t.dueDate) as integer) end`,
        currency: 't.currency',
        amount: 't.amount',
        open: 't.open',
        met: 't.met',
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
    const columns = buckets.map((b, i) => sql`${openOf(within(b))} as ${sql.ref(`bucket${i + 1}`)}`)
    const grouped = sql`select party, ${sumOf('b', sql`met = 0`)} as total, ${openOf(sql`day >= ${of.asOf}`)} as notDue,
      ${openOf(sql`due < ${of.asOf}`)} as overdue, ${sumOf('b', sql`met = 1`)} as met, ${sumOf('b', sql`waits = 1`)} as advances,
      ${sql.join(columns)} from (${ageingRows(q, of)}) group by party`
    const beyond = Array.from({ length: BUCKET_COLUMNS - buckets.length }, (_, i) => `bucket${buckets.length + i + 1}`)
    const join = (made: RawBuilder<unknown>) =>
      q.db
        .selectFrom(sql<Dimensioned>`${made}`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id')
        .leftJoin('user as u', 'u.id', 'p.ownerId')
    return {
      from: join(sql`(${grouped})`),
      made: { rows: grouped, join, own: ['total', 'overdue', 'notDue', ...buckets.map((_, i) => `bucket${i + 1}`), 'met', 'advances'] },
      id: sql`coalesce(t.party, 0)`,
      scope: 'company',
      fields: {
        party: partyName(q),
        owner: 'u.name',
        total: 't.total',
        overdue: 't.overdue',
        notDue: 't.notDue',
        ...Object.fromEntries(buckets.map((_, i) => [`bucket${i + 1}`, `t.bucket${i + 1}`])),
        met: 't.met',
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
    const of = asOfParams(q, params)
    const waiting = waitingOf(of.side)
    const grouped = sql`select party, currency, count(*) as items,
      ${sumOf('open', sql`kind not in ${waiting}`)} as invoiced, ${sumOf('open', sql`kind in ${waiting}`)} as advances, sum(met) as met,
      sum(open) as balance, ${sumOf('open', sql`kind not in ${waiting} and dueDate < ${of.asOf}`)} - ${sumOf('met', sql`dueDate < ${of.asOf}`)} as overdue, sum(openBase) as balanceBase
      from (${itemRows(q, of)}) group by party, currency`
    const join = (made: RawBuilder<unknown>) =>
      q.db
        .selectFrom(sql<Dimensioned>`${made}`.as('t'))
        .leftJoin('ledger_key as pk', 'pk.key', 't.party')
        .leftJoin('party as p', 'p.id', 'pk.id')
    return {
      from: join(sql`(${grouped})`),
      made: { rows: grouped, join, own: ['currency', 'items', 'invoiced', 'advances', 'balance', 'met', 'overdue', 'balanceBase'] },
      id: sql`coalesce(t.party, 0) || ':' || t.currency`,
      scope: 'company',
      fields: {
        party: partyName(q),
        currency: 't.currency',
        items: 't.items',
        invoiced: 't.invoiced',
        advances: 't.advances',
        balance: 't.balance',
        met: 't.met',
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
