// The arithmetic of a profit estimate: pure, shared by saving and by the preview of the live form. No database, no clock. Rules E1… in SPEC.md.
import type { ProfitEstimateFields } from '../../../preload/contract/modules/estimates/calls.ts'
import { ABROAD_LINES, DOMESTIC_LINES, PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, ofScaled, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { lineAmount, MAX_MINOR, minorText, money, shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import { exchangeCost, marginOf, netFobIncome, premiumOf } from '../../../preload/contract/vocabulary/trade-formulas.ts'
import { netOf, refundOf } from '../purchasing/index.ts'

export type EstimateInput = Pick<ProfitEstimateFields, 'premiumRate' | 'revenue' | 'purchases' | 'costs'>
type ProfitLine = (typeof PROFIT_LINES)[number]
/** rate, vatRate, refundRate, quantity, price: scaled integers. amount: minor units of the line's currency; base, refund: of the base currency. */
export type CalculatedLine = {
  id: string
  line: ProfitLine
  currency: string
  rate: number
  amount: number
  base: number
  refund: number
  quantity: number | null
  price: number | null
  vatRate: number
  refundRate: number
}
export type CalculatedEstimate = {
  lines: CalculatedLine[]
  /** The currency the deal is sold in. */
  currency: string
  /** Revenue in that currency; what is sold in another one is converted at its rate. */
  revenue: number
  /** Minor units of the base currency from here on. `byLine`: income positive, cost negative. */
  byLine: ReadonlyMap<ProfitLine, number>
  revenueBase: number
  purchaseBase: number
  refundBase: number
  expensesBase: number
  profitBase: number
  margin: string | null
  exchangeCost: string | null
  netFobIncome: number
  premium: number | null
}

const wrong = (path: string, rule: string) => refuse('invalid-input', { issues: [{ path, rule }] })
const inRange = (value: Decimal, currency: string, path: string) => {
  if (value.abs().gt(minorText(MAX_MINOR, currency))) wrong(path, 'too-big')
}
const sumOf = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0)

/** A rate as stored. Refuses `rate-must-be-one` for the base currency at any other rate than 1. */
const checkedRate = ({ currency, rate }: { currency: string; rate: string }, base: string): number => {
  if (currency === base && !new Decimal(rate).eq(1)) refuse('rate-must-be-one', { currency: base })
  return toScaled(rate, 'rate')
}
const plain = { refund: 0, quantity: null, price: null, vatRate: 0, refundRate: 0 }

const inBase = (amount: number, currency: string, rate: number, base: string, path: string): number => {
  inRange(new Decimal(minorText(amount, currency)).times(ofScaled(rate, 'rate')), base, path)
  return toBase(amount, currency, rate, base)
}

/** Revenue of one currency and rate is converted once and shared over its lines (E2), as a contract is over its own (C3). */
const revenueOf = (typed: EstimateInput['revenue'], base: string): CalculatedLine[] => {
  const lines = typed.map((l) => ({
    ...plain,
    id: l.id,
    line: 'revenue' as const,
    currency: l.currency,
    rate: checkedRate(l, base),
    amount: l.amount,
  }))
  const shares = new Map<string, number>()
  for (const group of Map.groupBy(lines, (l) => `${l.currency} ${l.rate}`).values()) {
    const { currency, rate } = group[0]!
    const total = sumOf(group, (l) => l.amount)
    inRange(new Decimal(minorText(total, currency)), currency, 'revenue')
    const parts = shareOut(
      inBase(total, currency, rate, base, 'revenue'),
      group.map((l) => new Decimal(l.amount)),
    )
    for (const [i, l] of group.entries()) shares.set(l.id, parts[i]!)
  }
  return lines.map((l) => ({ ...l, base: shares.get(l.id)! }))
}

/** VAT-inclusive; the refund on the net amount, line by line, as a purchase contract calculates it (E3, P2, P3). */
const purchaseOf = (typed: EstimateInput['purchases'][number], at: number, base: string): CalculatedLine => {
  for (const field of ['vatRate', 'refundRate'] as const)
    if (new Decimal(typed[field]).gt(100)) wrong(`purchases.${at}.${field}`, 'too-big')
  const rate = checkedRate(typed, base)
  inRange(new Decimal(typed.quantity).times(typed.price), typed.currency, `purchases.${at}.price`)
  const quantity = toScaled(typed.quantity, 'quantity')
  const price = toScaled(typed.price, 'price')
  const vatRate = toScaled(typed.vatRate, 'percent')
  const refundRate = toScaled(typed.refundRate, 'percent')
  const amount = lineAmount(quantity, price, 0, typed.currency)
  const amountBase = inBase(amount, typed.currency, rate, base, `purchases.${at}.price`)
  const net = netOf(amountBase, vatRate)
  const refund = refundOf(net, amountBase - net, refundRate)
  return {
    id: typed.id,
    line: 'purchase',
    currency: typed.currency,
    rate,
    amount,
    base: amountBase,
    refund,
    quantity,
    price,
    vatRate,
    refundRate,
  }
}

const costOf = (typed: EstimateInput['costs'][number], at: number, base: string): CalculatedLine => {
  const rate = checkedRate(typed, base)
  const amountBase = inBase(typed.amount, typed.currency, rate, base, `costs.${at}.amount`)
  return { ...plain, id: typed.id, line: typed.line, currency: typed.currency, rate, amount: typed.amount, base: amountBase }
}

/** Income in the deal's currency and what of it goes abroad, as `netFobIncome` takes them. */
const incomeOf = (lines: readonly CalculatedLine[], currency: string) => {
  const own = (l: CalculatedLine) => l.currency === currency
  const other = (l: CalculatedLine) => l.currency !== currency
  const revenue = lines.filter((l) => l.line === 'revenue')
  const abroad = lines.filter((l) => ABROAD_LINES.some((line) => line === l.line))
  const income = {
    foreign: sumOf(revenue.filter(own), (l) => l.amount),
    foreignBase: sumOf(revenue.filter(own), (l) => l.base),
    otherBase: sumOf(revenue.filter(other), (l) => l.base),
    charges: sumOf(abroad.filter(own), (l) => l.amount),
    otherChargesBase: sumOf(abroad.filter(other), (l) => l.base),
  }
  // What is in other currencies is converted at the ratio of the two: that must stay a sensible amount.
  const others = new Decimal(income.otherBase).plus(income.otherChargesBase)
  if (income.foreignBase > 0 && others.times(income.foreign).div(income.foreignBase).gt(MAX_MINOR)) wrong('revenue', 'too-big')
  return income
}

const byLineOf = (lines: readonly CalculatedLine[]): Map<ProfitLine, number> => {
  const sums = new Map<ProfitLine, number>(PROFIT_LINES.map((line) => [line, 0]))
  const add = (line: ProfitLine, amount: number) => sums.set(line, sums.get(line)! + amount)
  for (const l of lines) {
    add(l.line, l.line === 'revenue' ? l.base : -l.base)
    add('tax-refund', l.refund)
  }
  // No line is ever minus nothing.
  for (const [line, amount] of sums) if (amount === 0) sums.set(line, 0)
  return sums
}

/**
 * What an estimate comes to (E2 to E6). Refuses `rate-must-be-one` for the base currency at another rate, `invalid-input` for amounts out of range
 * and rates over 100 %.
 */
export const calculateEstimate = (typed: EstimateInput, base: string): CalculatedEstimate => {
  const lines = [
    ...revenueOf(typed.revenue, base),
    ...typed.purchases.map((line, at) => purchaseOf(line, at, base)),
    ...typed.costs.map((line, at) => costOf(line, at, base)),
  ]
  const currency = typed.revenue[0]?.currency ?? base
  const byLine = byLineOf(lines)
  const of = (...names: readonly ProfitLine[]) =>
    sumOf(
      lines.filter((l) => names.includes(l.line)),
      (l) => l.base,
    )
  const revenueBase = of('revenue')
  const purchaseBase = of('purchase')
  const refundBase = sumOf(lines, (l) => l.refund)
  const expensesBase = sumOf(lines, (l) => l.base) - revenueBase - purchaseBase
  const profitBase = sumOf([...byLine.values()], (amount) => amount) // E5
  for (const [path, sum] of [
    ['revenue', revenueBase],
    ['purchases', purchaseBase],
    ['costs', expensesBase],
  ] as const)
    inRange(new Decimal(minorText(sum, base)), base, path)
  const income = incomeOf(lines, currency)
  const revenue = netFobIncome({ ...income, charges: 0, otherChargesBase: 0 })
  const fob = netFobIncome(income)
  const totalCost = purchaseBase - refundBase + of(...DOMESTIC_LINES)
  const premiumRate = typed.premiumRate
  if (premiumRate !== null && new Decimal(premiumRate).gt(100)) wrong('premiumRate', 'too-big')
  return {
    lines,
    currency,
    revenue,
    byLine,
    revenueBase,
    purchaseBase,
    refundBase,
    expensesBase,
    profitBase,
    margin: marginOf(profitBase, revenueBase),
    exchangeCost: currency === base ? null : exchangeCost(money(totalCost, base), money(fob, currency)), // G4
    netFobIncome: fob,
    premium: premiumRate === null ? null : premiumOf(revenue, toScaled(premiumRate, 'percent')),
  }
}
