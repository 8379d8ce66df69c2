// Profit of every deal from its kept sums, and the postings that one figure is made of.
import { sql, type RawBuilder } from 'kysely'
import { ABROAD_LINES, DOMESTIC_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineLists, type ListSource, type QueryContext } from '../../queries/define-query.ts'
import { approvalStatusOf } from '../../records/approvals/index.ts'
import { comparedEstimate } from '../estimates/index.ts'
import { dealCurrency } from './deal-profit.ts'
import { exchangeCost, marginOf, netFobIncome, variancePercent } from '../../../preload/contract/vocabulary/trade-formulas.ts'
import { lineExpression } from './profit-lines.ts'

/** A sum over the deal's kept sums, for the rows of a page: a handful of neighbouring rows each. */
const kept = (what: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`coalesce((select sum(${what}) from sum_deal s where s.deal = r.deal and ${where}), 0)`

const exchange = sql`s.account = '6603' and s.category = 'exchange-difference'`
const expenses = sql`s.account in ('6601', '6602', '6603') and not (${exchange})`
const own = sql`s.currency = ${dealCurrency('d.id')}`
const charge = (categories: readonly string[]) =>
  sql`${expenses} and ${lineExpression('s.account', 's.category')} in (${sql.join([...categories])})`

/** What the ratios are made of: exact arithmetic happens in formulas.ts. */
const parts = {
  dealCurrency: dealCurrency('d.id'),
  foreign: kept(sql`-s."foreign"`, sql`s.account = '6001' and ${own}`),
  foreignBase: kept(sql`-s.base`, sql`s.account = '6001' and ${own}`),
  otherBase: kept(sql`-s.base`, sql`s.account = '6001' and not (${own})`),
  charges: kept(sql`s."foreign"`, sql`${charge(ABROAD_LINES)} and ${own}`),
  otherChargesBase: kept(sql`s.base`, sql`${charge(ABROAD_LINES)} and not (${own})`),
  totalCost: kept(sql`s.base`, sql`(s.account = '6401' or (s.account <> '6603' and ${charge(DOMESTIC_LINES)}))`),
}

/** The estimate `e` beside a deal, by its ledger key `k`, as far as the viewer's scope on estimates goes (G7). */
const estimateBeside = (q: QueryContext): RawBuilder<boolean> => {
  const mine = q.scope('profit-estimate', 'e.ownerId', 'e.departmentId')
  return sql<boolean>`e.id = ${comparedEstimate('k.id')} and ${mine ?? sql`1`}`
}
/** The estimates that deals are compared with, each with its deal's result; joined in this order, for estimates are few beside deals. */
const comparedEstimates = (q: QueryContext) => {
  const mine = q.scope('profit-estimate', 'e.ownerId', 'e.departmentId')
  return q.db
    .selectFrom('profit_estimate as e')
    .crossJoin('ledger_key as k')
    .crossJoin('sum_result as r')
    .where(sql<boolean>`k.id = e.dealId and r.deal = k.key and e.id = ${comparedEstimate('e.dealId')} and ${mine ?? sql`1`}`)
}
/** Something of the deal is booked: until then its result is not 0.00 but unknown. */
const isBooked = sql`(r.revenue <> 0 or r.cost <> 0 or r.expenses <> 0 or r.exchange <> 0)`
/** Null where there is no estimate: then nothing was expected; and while nothing is booked: then nothing has come of it yet (Q27). */
const variance = sql`case when ${isBooked} then r.profit - e.profitBase end`
type Raw = Record<string, string | number | null>
const nothingBooked = (raw: Raw): boolean => ['revenue', 'cost', 'expenses', 'exchange'].every((name) => (raw[name] ?? 0) === 0)

type Period = { from?: string | undefined; to?: string | undefined } | undefined
/** Deals that were opened in a period. */
const opened = (period: Period) =>
  sql<boolean>`${period?.from === undefined ? sql`1` : sql`r.openedOn >= ${period.from}`} and ${period?.to === undefined ? sql`1` : sql`r.openedOn <= ${period.to}`}`

/** Every deal with its result (ledger L11), and the estimate that it is compared with. Only the result is read where nothing else is asked for. */
const dealsIn = (q: QueryContext, period: Period) =>
  q.db
    .selectFrom('sum_result as r')
    .leftJoin('ledger_key as k', 'k.key', 'r.deal')
    .leftJoin('deal as d', 'd.id', 'k.id')
    .leftJoin('party as p', 'p.id', 'd.customerId')
    .leftJoin('user as u', 'u.id', 'd.ownerId')
    .leftJoin('profit_estimate as e', (join) => join.on(estimateBeside(q)))
    .where(opened(period))

const resultsAlone = (q: QueryContext, period: Period): NonNullable<ListSource['chosen']>['alone'] => ({
  from: q.db.selectFrom('sum_result as r').where(opened(period)),
  own: ['openedOn', 'revenue', 'cost', 'expenses', 'exchange', 'profit'],
  few: { from: comparedEstimates(q).where(opened(period)), fields: ['estimatedProfit', 'variance'] },
})

export const profitLists = defineLists({
  'deal-profits': (params, q): ListSource => {
    const base = q.company.baseCurrency
    return {
      from: dealsIn(q, params).$if(params?.customerId !== undefined, (b) => b.where('d.customerId', '=', params!.customerId!)),
      id: 'd.id',
      // Of an estimate nothing is seen without its costs (estimates E8).
      absent: q.may('cost.view') ? [] : ['estimatedProfit', 'variance'],
      chosen: {
        by: 'r.deal',
        ...(params?.customerId === undefined ? { alone: resultsAlone(q, params) } : {}),
      },
      fields: {
        number: 'd.number',
        openedOn: 'r.openedOn',
        customer: 'p.name',
        stage: 'd.stage',
        owner: 'u.name',
        revenue: 'r.revenue',
        cost: 'r.cost',
        expenses: 'r.expenses',
        exchange: 'r.exchange',
        profit: 'r.profit',
        estimatedProfit: 'e.profitBase',
        variance,
        customerId: 'd.customerId',
        ...parts,
      },
      blank: { revenue: nothingBooked, cost: nothingBooked, expenses: nothingBooked, exchange: nothingBooked, profit: nothingBooked },
      computed: {
        margin: (raw) => marginOf(Number(raw.profit), Number(raw.revenue)),
        exchangeCost: (raw) => {
          const currency = String(raw.dealCurrency ?? base)
          if (currency === base) return null
          const income = netFobIncome({
            foreign: Number(raw.foreign),
            foreignBase: Number(raw.foreignBase),
            otherBase: Number(raw.otherBase),
            charges: Number(raw.charges),
            otherChargesBase: Number(raw.otherChargesBase),
          })
          return exchangeCost(money(Number(raw.totalCost), base), money(income, currency))
        },
      },
      owned: { owner: 'd.ownerId', department: 'd.departmentId' },
      search: ['d.number', 'p.name', 'p.nameZh', 'u.name'],
    }
  },
  'estimate-variances': (params, q): ListSource => {
    q.require('profit-estimate.view')
    q.require('cost.view')
    return {
      from: dealsIn(q, params)
        .where('e.id', 'is not', null)
        .$if(params?.stage === 'shipped', (b) => b.where('d.stage', 'in', ['shipped', 'settled', 'closed'])),
      id: 'd.id',
      chosen: { by: 'r.deal' },
      fields: {
        number: 'd.number',
        openedOn: 'r.openedOn',
        customer: 'p.name',
        stage: 'd.stage',
        owner: 'u.name',
        estimate: 'e.number',
        approval: approvalStatusOf('profit-estimate', 'e.id', 'e.revision'),
        estimatedRevenue: 'e.revenueBase',
        actualRevenue: 'r.revenue',
        estimatedProfit: 'e.profitBase',
        actualProfit: 'r.profit',
        variance,
        estimatedMargin: sql`case when e.purchaseBase <> 0 or e.expensesBase <> 0 then e.margin end`,
        booked: isBooked,
        customerId: 'd.customerId',
        estimateId: 'e.id',
      },
      blank: { actualRevenue: (raw) => raw['booked'] === 0, actualProfit: (raw) => raw['booked'] === 0 },
      computed: {
        variancePercent: (raw) => (raw['booked'] === 0 ? null : variancePercent(Number(raw.actualProfit), Number(raw.estimatedProfit))),
        actualMargin: (raw) => marginOf(Number(raw.actualProfit), Number(raw.actualRevenue)),
      },
      owned: { owner: 'd.ownerId', department: 'd.departmentId' },
      search: ['d.number', 'e.number', 'p.name', 'p.nameZh', 'u.name'],
    }
  },
  'deal-profit-details': (params, q): ListSource => {
    const line = lineExpression('p.account', 'p.category')
    return {
      from: q.db
        .selectFrom('posting as p')
        .innerJoin('journal as j', 'j.id', 'p.journalId')
        .innerJoin('ledger_key as k', 'k.key', 'p.deal')
        .innerJoin('deal as d', 'd.id', 'k.id')
        .leftJoin('ledger_key as o', 'o.key', 'p.party')
        .leftJoin('party as y', 'y.id', 'o.id')
        .where('k.id', '=', params.dealId)
        .where('p.account', '>=', '6')
        .where('p.account', '<', '7')
        .$if(params.line !== undefined, (b) => b.where(sql<boolean>`${line} = ${params.line}`)),
      id: 'p.id',
      fields: {
        date: 'p.date',
        line,
        document: 'j.documentNumber',
        party: 'y.name',
        memo: 'j.memo',
        currency: 'p.currency',
        foreign: sql`-p."foreign"`,
        amount: sql`-p.base`,
        documentId: 'j.documentId',
      },
      owned: { owner: 'd.ownerId', department: 'd.departmentId' },
      search: ['j.documentNumber', 'y.name', 'y.nameZh', 'j.memo'],
    }
  },
})
