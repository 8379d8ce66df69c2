// The profit of one deal in three columns: as it was estimated, committed by what was signed, actual by what was posted.
import { sql } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import { PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { refundOf } from '../purchasing/index.ts'
import { commissionOf, exchangeCost, marginOf, netFobIncome, variancePercent } from '../../../preload/contract/vocabulary/trade-formulas.ts'
import { estimateOf } from './estimated.ts'
import { actualLines, incomeOf, totalCostOf, type DealSum, type ProfitLine } from './profit-lines.ts'

const sumsOf = (db: ReadableDb, dealId: string): Promise<DealSum[]> =>
  db
    .selectFrom('sum_deal as s')
    .innerJoin('ledger_key as k', 'k.key', 's.deal')
    .select(['s.account', 's.category', 's.currency', 's.base', 's.foreign'])
    .where('k.id', '=', dealId)
    .execute()

/** Lines that signed contracts commit to; an expense without a contract is committed when it is billed. Minor units of the base currency. */
const committedLines = async (db: ReadableDb, dealId: string, actual: Map<ProfitLine, number>): Promise<Map<ProfitLine, number>> => {
  const sales = await db
    .selectFrom('sales_contract')
    .select(['totalBase', 'commissionRate'])
    .where('dealId', '=', dealId)
    .where('status', '=', 'signed')
    .execute()
  const purchases = await db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.netBase', 'l.vatBase', 'l.refundRate'])
    .where('l.dealId', '=', dealId)
    .where('c.status', '=', 'signed')
    .execute()
  const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0)
  const billed = EXPENSE_CATEGORIES.map((c) => [c, actual.get(c) ?? 0] as const)
  return new Map<ProfitLine, number>([
    ...billed,
    ['revenue', sum(sales, (c) => c.totalBase)],
    ['purchase', -sum(purchases, (l) => l.netBase + l.vatBase)],
    ['tax-refund', sum(purchases, (l) => refundOf(l.netBase, l.vatBase, l.refundRate))],
    ['commission', -sum(sales, (c) => commissionOf(c.totalBase, c.commissionRate))],
  ])
}

/** G8: nothing signed, or nothing booked: then there is no profit yet, and nothing to compare. */
const isKnown = (lines: Map<ProfitLine, number>): boolean => [...lines.values()].some((amount) => amount !== 0)
const totalOf = (lines: Map<ProfitLine, number>) => [...lines.values()].reduce((all, amount) => all + amount, 0)

/** Refuses `not-found` for a deal out of scope as for one that does not exist. */
export const dealProfit: QueryHandler<'deal-profit'> = async ({ dealId }, q) => {
  const base = q.company.baseCurrency
  const deal = q.orNotFound(
    await q.db
      .selectFrom('deal as d')
      .innerJoin('party as p', 'p.id', 'd.customerId')
      .select(['d.id', 'd.number', 'd.ownerId', 'd.departmentId', 'p.name as customerName'])
      .select(dealCurrency('d.id').as('currency'))
      .where('d.id', '=', dealId)
      .executeTakeFirst(),
    'deal',
  )
  q.requireScope('deal', deal)
  const currency = deal.currency ?? base
  const sums = await sumsOf(q.db, dealId)
  const actual = actualLines(sums)
  const committed = await committedLines(q.db, dealId, actual)
  const { estimate, lines: estimated } = await estimateOf(q, dealId)
  /** What was earned against what was expected: estimated, else committed. */
  const against = (expected: number, earned: number) => ({
    variance: money(earned - expected, base),
    variancePercent: variancePercent(earned, expected),
  })
  const income = money(netFobIncome(incomeOf(sums, currency)), currency)
  return {
    dealId,
    number: deal.number,
    customerName: deal.customerName,
    currency,
    lines: PROFIT_LINES.map((line) => ({
      line,
      estimated: estimate ? money(estimated.get(line) || 0, base) : null,
      committed: money(committed.get(line) ?? 0, base),
      actual: money(actual.get(line) ?? 0, base),
      ...against((estimate ? estimated : committed).get(line) || 0, actual.get(line) ?? 0),
    })),
    estimate,
    committedProfit: isKnown(committed) ? money(totalOf(committed), base) : null,
    actualProfit: isKnown(actual) ? money(totalOf(actual), base) : null,
    committedMargin: marginOf(totalOf(committed), committed.get('revenue') ?? 0),
    actualMargin: marginOf(totalOf(actual), actual.get('revenue') ?? 0),
    ...(isKnown(actual) && (estimate || isKnown(committed))
      ? against(estimate ? estimate.profit.minor : totalOf(committed), totalOf(actual))
      : { variance: null, variancePercent: null }),
    exchangeCost: currency === base ? null : exchangeCost(money(totalCostOf(sums), base), income),
    netFobIncome: income,
  }
}

/** The currency a deal is sold in: that of its first contract, signed ones before drafts. Null without a contract. */
export const dealCurrency = (dealId: string) =>
  sql<string | null>`(select c.currency from sales_contract c where c.dealId = ${sql.ref(dealId)} and c.status <> 'void'
    order by c.status = 'signed' desc, c.contractDate, c.number limit 1)`
