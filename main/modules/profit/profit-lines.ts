// Which line of a deal's profit a posting belongs to: the one mapping, for sums in memory and as a condition for lists.
import { sql, type RawBuilder } from 'kysely'
import { ABROAD_LINES, DOMESTIC_LINES, PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import type { ForeignIncome } from '../../../preload/contract/vocabulary/trade-formulas.ts'

export type ProfitLine = (typeof PROFIT_LINES)[number]
/** Kept sums of a deal: minor units, debit positive. */
export type DealSum = { account: string; category: string; currency: string; base: number; foreign: number }

const expense = (category: string): ProfitLine => EXPENSE_CATEGORIES.find((c) => c === category) ?? 'other'
/** Every income and expense account has its line, so the lines add up to the profit. */
export const lineOf = (account: string, category: string): ProfitLine => {
  if (account === '6001') return 'revenue'
  if (account === '6401') return category === 'tax-refund' ? 'tax-refund' : 'purchase'
  if (account === '6603' && category === 'exchange-difference') return 'exchange-difference'
  return expense(category)
}

/** `lineOf` as an SQL expression over these columns. */
export const lineExpression = (account: string, category: string): RawBuilder<string> => sql<string>`case
  when ${sql.ref(account)} = '6001' then 'revenue'
  when ${sql.ref(account)} = '6401' then case when ${sql.ref(category)} = 'tax-refund' then 'tax-refund' else 'purchase' end
  when ${sql.ref(account)} = '6603' and ${sql.ref(category)} = 'exchange-difference' then 'exchange-difference'
  when ${sql.ref(category)} in (${sql.join([...EXPENSE_CATEGORIES])}) then ${sql.ref(category)}
  else 'other' end`

const isProfit = (account: string): boolean => account.startsWith('6')
/** Each line's amount as the profit bears it: income positive, costs negative. Minor units of the base currency. */
export const actualLines = (sums: readonly DealSum[]): Map<ProfitLine, number> => {
  const lines = new Map<ProfitLine, number>(PROFIT_LINES.map((line) => [line, 0]))
  for (const s of sums)
    if (isProfit(s.account)) {
      const line = lineOf(s.account, s.category)
      lines.set(line, lines.get(line)! - s.base)
    }
  return lines
}

const among = (lines: readonly ProfitLine[], s: DealSum) => isProfit(s.account) && lines.includes(lineOf(s.account, s.category))
const total = (sums: readonly DealSum[], of: 'base' | 'foreign') => sums.reduce((all, s) => all + s[of], 0)

/** What the deal earned in its own currency and what of it went abroad, for `netFobIncome`. */
export const incomeOf = (sums: readonly DealSum[], currency: string): ForeignIncome => {
  const revenue = sums.filter((s) => s.account === '6001')
  const abroad = sums.filter((s) => among(ABROAD_LINES, s))
  const own = (s: DealSum) => s.currency === currency
  const other = (s: DealSum) => s.currency !== currency
  const income = (of: 'base' | 'foreign', which: (s: DealSum) => boolean) => 0 - total(revenue.filter(which), of)
  return {
    foreign: income('foreign', own),
    foreignBase: income('base', own),
    otherBase: income('base', other),
    charges: total(abroad.filter(own), 'foreign'),
    otherChargesBase: total(abroad.filter(other), 'base'),
  }
}

/** Actual cost + domestic costs: VAT-inclusive purchase less refund, and what was spent at home. Minor units of the base currency. */
export const totalCostOf = (sums: readonly DealSum[]): number =>
  total(
    sums.filter((s) => s.account !== '6603' && among(['purchase', 'tax-refund', ...DOMESTIC_LINES], s)),
    'base',
  )
