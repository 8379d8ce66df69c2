// What was earned and spent: the ledger's income and expenses by the day of the posting or by that of the deal, freight bills, and what deals were
// estimated at and are signed for. Rules G1 to G8; the lines are those of profit-lines.ts.
import { sql, type RawBuilder } from 'kysely'
import { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import { monthEnd, monthOf, addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { netFobIncome } from '../../../preload/contract/vocabulary/trade-formulas.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { idByKey, type Clock, type DayRange, type FactSource, type TieOut } from '../../records/facts.ts'
import { comparedEstimate } from '../estimates/index.ts'
import { dealCurrency } from './deal-profit.ts'
import { incomeOf, lineExpression, totalCostOf, type DealSum } from './profit-lines.ts'

/** The sales contract that a posting names; purchase contracts are named there too. */
const salesContract = sql`(select sc.id from ledger_key ck join sales_contract sc on sc.id = ck.id where ck.key = p.contract) as contract`
/** A deal's facts are seen by whom its deal is seen; what is of no deal, by its salesperson. */
const scoped = sql`coalesce(d.ownerId, ${idByKey('p.owner')}) as scopeOwner, case when d.id is null then ${idByKey('p.department')} else d.departmentId end as scopeDepartment`
const dealJoin = sql`left join ledger_key k on k.key = p.deal left join deal d on d.id = k.id`
const ofPosting = sql`d.customerId as customer, ${idByKey('p.owner')} as salesperson, ${idByKey('p.department')} as department, d.id as deal, ${salesContract}, ${scoped}, p.currency,
  j.documentId, j.documentNumber as number`
const dayOf = (clock: Clock) => (clock === 'deal' ? sql`d.openedOn` : sql`p.date`)

/** What moved on accounts of the ledger, debit positive: whole months from the kept sums, the days of broken ones from the postings. */
const moved = (q: QueryContext, accounts: string, { from, to }: DayRange): number => {
  const one = (text: string, ...values: unknown[]) => (q.sql.prepare(text).get(...values) as { n: number | null }).n ?? 0
  const first = from.endsWith('-01') ? monthOf(from) : monthOf(addDays(monthEnd(from), 1))
  const last = to === monthEnd(to) ? monthOf(to) : monthOf(addDays(`${monthOf(to)}-01`, -1))
  const days = `SELECT sum(base) AS n FROM posting WHERE account ${accounts} AND date BETWEEN ? AND ?`
  if (first > last) return one(days, from, to)
  const head = addDays(`${first}-01`, -1)
  const tail = addDays(monthEnd(`${last}-01`), 1)
  return (
    one(`SELECT sum(debit - credit) AS n FROM sum_account WHERE account ${accounts} AND month BETWEEN ? AND ?`, first, last) +
    (from <= head ? one(days, from, head) : 0) +
    (tail <= to ? one(days, tail, to) : 0)
  )
}

const cost = ['cost.view', 'profit.view'] as const
const line = lineExpression('f.account', 'f.category')
const isCost = sql`f.account <> '6001' and not (f.account = '6603' and f.category in ('exchange-difference', 'revaluation'))`

export const result: FactSource = {
  name: 'result',
  needs: ['deal.view'],
  scope: 'deal',
  clocked: true,
  party: 'customer',
  keys: ['customer', 'salesperson', 'department', 'deal', 'currency', 'costKind'],
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'] },
  rows: (
    _q,
    clock,
  ) => sql`select ${dayOf(clock)} as day, ${ofPosting}, p.account, p.category, ${lineExpression('p.account', 'p.category')} as costKind, p.base,
      p."foreign" as own
    from posting p join journal j on j.id = p.journalId ${dealJoin} where p.account >= '6' and p.account < '7'`,
  // By no other keys than these everything there is to know stands in the ledger's kept sums (L6, L11).
  sums: [
    {
      keys: ['salesperson', 'department'],
      measures: ['revenue', 'profit', 'margin'],
      clock: 'posting',
      rows: () => sql`select p.month || '-01' as day, ${idByKey('p.owner')} as salesperson, ${idByKey('p.department')} as department, p.account, null as category, p.base
        from sum_month p`,
    },
  ],
  measures: {
    revenue: {
      ...{ kind: 'flow', unit: 'money', order: 80 },
      value: sql`case when f.account = '6001' then -f.base end`,
      own: sql`case when f.account = '6001' then -f.own end`,
    },
    costs: {
      // What was earned is known from contracts and dispatches, so all costs together tell the profit (statistics CU25).
      ...{ kind: 'flow', unit: 'money', order: 180, needs: cost },
      value: sql`case when ${isCost} then f.base end`,
      own: sql`case when ${isCost} then f.own end`,
    },
    'refund-expected': {
      ...{ kind: 'flow', unit: 'money', order: 190, needs: ['payable.view', 'cost.view'] },
      value: sql`case when ${line} = 'tax-refund' then -f.base end`,
    },
    commission: {
      ...{ kind: 'flow', unit: 'money', order: 200, needs: ['cost.view'] },
      value: sql`case when ${line} = 'commission' then f.base end`,
      own: sql`case when ${line} = 'commission' then f.own end`,
    },
    'exchange-result': {
      ...{ kind: 'flow', unit: 'money', order: 210, needs: cost },
      value: sql`case when f.account = '6603' and f.category = 'exchange-difference' then -f.base end`,
    },
    'revaluation-result': {
      ...{ kind: 'flow', unit: 'money', order: 211, needs: cost },
      value: sql`case when f.account = '6603' and f.category = 'revaluation' then -f.base end`,
    },
    profit: { kind: 'flow', unit: 'money', order: 240, needs: cost, value: sql`-f.base` },
    margin: {
      ...{ kind: 'ratio', unit: 'percent', order: 250, needs: cost, places: 2 },
      value: sql`-f.base`,
      over: sql`case when f.account = '6001' then -f.base end`,
    },
  },
  tiesOut: (q, range, clock): readonly TieOut[] => {
    if (clock === 'posting')
      return [
        { measure: 'revenue', minor: -moved(q, "= '6001'", range), with: '6001 in the trial balance' },
        { measure: 'profit', minor: -moved(q, "BETWEEN '6000' AND '6999'", range), with: '6xxx in the trial balance' },
      ]
    const sums = q.sql
      .prepare(
        'SELECT coalesce(sum(revenue), 0) AS revenue, coalesce(sum(profit), 0) AS profit FROM sum_result WHERE openedOn BETWEEN ? AND ?',
      )
      .get(range.from, range.to) as { revenue: number; profit: number }
    return [
      { measure: 'revenue', minor: sums.revenue, with: 'the deals’ profits' },
      { measure: 'profit', minor: sums.profit, with: 'the deals’ profits' },
    ]
  },
}

/** Credit notes of customers, claims among them: negative, on their own day. */
export const creditNotes: FactSource = {
  name: 'credit-notes',
  needs: ['receivable.view'],
  scope: 'receivable',
  party: 'customer',
  keys: ['customer', 'salesperson', 'department', 'deal', 'currency'],
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'] },
  rows: () => sql`select p.date as day, ${idByKey('p.party')} as customer, ${idByKey('p.owner')} as salesperson, ${idByKey('p.department')} as department,
      ${idByKey('p.owner')} as scopeOwner, ${idByKey('p.department')} as scopeDepartment, ${idByKey('p.deal')} as deal, ${salesContract}, p.currency, j.documentId,
      j.documentNumber as number, -p.base as base, -p."foreign" as own
    from posting p join journal j on j.id = p.journalId where p.account = '6001' and j.documentKind = 'credit-note'`,
  measures: { 'credit-notes': { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 70 } },
}

/** Ocean freight as billed, net of VAT: who billed it, who carried it, and on which route. A cost of deals: seen as those are. */
export const freightBilled: FactSource = {
  name: 'freight-billed',
  needs: ['deal.view', 'cost.view'],
  scope: 'deal',
  party: 'forwarder',
  keys: ['forwarder', 'carrier', 'mode', 'portOfLoading', 'portOfDischarge', 'currency', 'deal', 'customer', 'salesperson', 'department'],
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'] },
  rows: () => sql`select p.date as day, ${ofPosting}, ${idByKey('p.party')} as forwarder, s.carrierId as carrier, s.transportMode as mode, s.portOfLoading,
      s.portOfDischarge, p.base, p."foreign" as own
    from posting p join journal j on j.id = p.journalId ${dealJoin} left join ledger_key sk on sk.key = p.shipment left join shipment s on s.id = sk.id
    where p.category = 'freight' and p.account >= '6' and p.account < '7'`,
  measures: {
    freight: { kind: 'flow', unit: 'money', order: 170, value: sql`f.base`, own: sql`f.own` },
  },
}

const rounded = (amount: RawBuilder<unknown>, rate: RawBuilder<unknown>) =>
  // Half-up in whole numbers, as `toInteger` does: rates are scaled per cent. Contracts are never negative.
  sql`((2 * ${amount} * ${rate} + 1000000) / 2000000)`
const commissions = rounded(sql`c.totalBase`, sql`c.commissionRate`)
const refund = sql`min(l.vatBase, ${rounded(sql`l.netBase`, sql`l.refundRate`)})`
const billedKinds = sql.join(EXPENSE_CATEGORIES.filter((c) => c !== 'commission').map((c) => sql.lit(c)))

/** What deals were estimated at (G7) and are signed for (G2), by the day they were opened. */
export const dealPlans: FactSource = {
  name: 'deal-plans',
  needs: ['deal.view'],
  scope: 'deal',
  party: 'customer',
  keys: ['customer', 'salesperson', 'department', 'deal'],
  // What is sold goes by its own contract; everything else is planned for the deal.
  shared: { by: ['contract', 'deal'], amounts: ['estimated', 'sold', 'bought', 'billed'] },
  rows: (q) => {
    const mine = q.scope('profit-estimate', 'e.ownerId', 'e.departmentId') ?? sql`1`
    const ofDeal = sql`d.openedOn as day, d.customerId as customer, d.ownerId as salesperson, d.departmentId as department, d.ownerId as scopeOwner,
      d.departmentId as scopeDepartment, d.id as deal, d.id as documentId, d.number`
    return sql`select ${ofDeal}, null as contract,
      (select e.profitBase from profit_estimate e where e.id = ${comparedEstimate('d.id')} and ${mine}) as estimated, null as sold,
      (select sum(${refund} - l.netBase - l.vatBase) from purchase_line l join purchase_contract o on o.id = l.contractId
        where l.dealId = d.id and o.status = 'signed') as bought,
      (select -sum(s.base) from sum_deal s join ledger_key k on k.key = s.deal where k.id = d.id and s.account >= '6' and s.account < '7'
        and ${lineExpression('s.account', 's.category')} in (${billedKinds})) as billed
    from deal d
    union all select ${ofDeal}, c.id, null, c.totalBase - ${commissions}, null, null
    from sales_contract c join deal d on d.id = c.dealId where c.status = 'signed'`
  },
  measures: {
    'estimated-profit': {
      ...{ kind: 'flow', unit: 'money', order: 220, needs: [...cost, 'profit-estimate.view'] },
      value: sql`f.estimated`,
    },
    'committed-profit': {
      ...{ kind: 'flow', unit: 'money', order: 230, needs: cost },
      value: sql`case when coalesce(f.sold, f.bought, f.billed) is not null then coalesce(f.sold, 0) + coalesce(f.bought, 0) + coalesce(f.billed, 0) end`,
    },
    'deal-count': { kind: 'distinct', unit: 'count', value: sql`f.deal`, order: 405 },
  },
}

/** Cost and net FOB income of the deals of a period that earned something in a foreign currency (G3, G4), worked out deal by deal. */
const exchangeCosts = (q: QueryContext, { from, to }: DayRange): string => {
  const { sql: text, parameters } = q.db
    .selectFrom('sum_result as r')
    .innerJoin('sum_deal as s', 's.deal', 'r.deal')
    .innerJoin('ledger_key as k', 'k.key', 'r.deal')
    .select(['k.id', 's.account', 's.category', 's.currency', 's.base', 's.foreign'])
    .select(dealCurrency('k.id').as('dealCurrency'))
    .where('r.openedOn', '>=', from)
    .where('r.openedOn', '<=', to)
    .compile()
  const byDeal = new Map<string, { currency: string; sums: DealSum[] }>()
  for (const row of q.sql.prepare(text).all(...parameters) as (DealSum & { id: string; dealCurrency: string | null })[]) {
    const deal = byDeal.get(row.id) ?? { currency: row.dealCurrency ?? q.company.baseCurrency, sums: [] }
    deal.sums.push(row)
    byDeal.set(row.id, deal)
  }
  const rows = [...byDeal].flatMap(([id, { currency, sums }]) => {
    const income = netFobIncome(incomeOf(sums, currency))
    return currency === q.company.baseCurrency ? [] : [[id, currency, totalCostOf(sums), income]]
  })
  return JSON.stringify(rows)
}
export const costOfADollar: FactSource = {
  name: 'cost-of-a-dollar',
  needs: ['deal.view'],
  scope: 'deal',
  party: 'customer',
  keys: ['customer', 'salesperson', 'department', 'deal', 'currency'],
  shared: { by: ['deal'], amounts: ['cost', 'income'] },
  rows: (
    q,
    _clock,
    range,
  ) => sql`select d.openedOn as day, d.customerId as customer, d.ownerId as salesperson, d.departmentId as department, d.ownerId as scopeOwner,
      d.departmentId as scopeDepartment, d.id as deal, x.value ->> 1 as currency, d.id as documentId, d.number, x.value ->> 2 as cost, x.value ->> 3 as income,
      x.value ->> 3 > 0 as earns
    from json_each(${exchangeCosts(q, range)}) x join deal d on d.id = x.value ->> 0`,
  measures: {
    'exchange-cost': {
      ...{ kind: 'ratio', unit: 'rate', places: 4, order: 260, needs: cost, within: sql`f.currency` },
      value: sql`case when f.earns then f.cost end`,
      over: sql`case when f.earns then f.income end`,
    },
    'deals-without-income': {
      ...{ kind: 'distinct', unit: 'count', order: 261, needs: cost, value: sql`case when not f.earns then f.deal end` },
    },
  },
}
