// The trade's own formulas behind estimated and actual profit (domain.md 6), exact and pure: one implementation for every document that needs them.
import { minorUnits } from './currency.ts'
import { Decimal, fixedText, ofScaled, scaledText, toInteger } from './decimal.ts'
import type { Money } from './money.ts'

const whole = ({ minor, currency }: Money): Decimal => new Decimal(minor).div(new Decimal(10).pow(minorUnits(currency)))

/**
 * Cost of a dollar earned (domain.md 6): (actual cost + domestic costs, in base) ÷ net FOB income in the deal's currency.
 * Base currency for 1 unit, four decimals half-up; null without an income to divide by.
 */
export const exchangeCost = (totalCost: Money, netFobIncome: Money): string | null =>
  netFobIncome.minor <= 0 ? null : fixedText(whole(totalCost).div(whole(netFobIncome)), 4)

/** What a deal earned and what of it went abroad. Minor units: `foreign` of the deal's currency, `…Base` of the base currency. */
export type ForeignIncome = {
  /** Revenue in the deal's currency, in both currencies: their ratio is the rate at which it was shipped. */
  foreign: number
  foreignBase: number
  /** Revenue of the deal in other currencies. */
  otherBase: number
  /** Freight, insurance and commission (positive), in the deal's currency and in others. */
  charges: number
  otherChargesBase: number
}

/**
 * Net FOB income (domain.md 6): revenue − freight − insurance − commission, in minor units of the deal's currency.
 * What is in that currency counts as billed; the rest is converted at the rate of the shipments, half-up. 0 when nothing was sold in it.
 */
export const netFobIncome = (income: ForeignIncome): number => {
  if (income.foreign <= 0 || income.foreignBase <= 0) return 0
  const converted = new Decimal(income.otherBase - income.otherChargesBase).times(income.foreign).div(income.foreignBase)
  return income.foreign - income.charges + toInteger(converted)
}

/** `part` of `whole` in per cent (up to four decimals, half-up); null where the ratio is past every sensible figure. */
const percentOf = (part: Decimal, whole: number): string | null => {
  const scaled = part.times(1_000_000).div(whole)
  return scaled.abs().gte(Number.MAX_SAFE_INTEGER) ? null : scaledText(toInteger(scaled), 'percent')
}

/** Gross margin in per cent of revenue (up to four decimals, half-up): profit ÷ revenue; null without revenue. Both in one currency. */
export const marginOf = (profit: number, revenue: number): string | null => (revenue <= 0 ? null : percentOf(new Decimal(profit), revenue))

/** Agent's commission on a contract: rate × contract, half-up. `rate` is a scaled per cent; minor units in and out. */
export const commissionOf = (total: number, rate: number): number => toInteger(new Decimal(total).times(rate).div(1_000_000))

/** An export is insured for its CIF value and a tenth more (domain.md 6). */
const INSURED = new Decimal('1.1')

/** Premium on a CIF value: CIF × (1 + 10 %) × premium rate, half-up. `rate` is a scaled per cent; minor units in and out. */
export const premiumOf = (cif: number, rate: number): number =>
  toInteger(new Decimal(cif).times(INSURED).times(ofScaled(rate, 'percent')).div(100))

/** How far a figure is from what was expected, in per cent of it (up to four decimals, half-up); null when nothing was expected. */
export const variancePercent = (actual: number, expected: number): string | null =>
  expected === 0 ? null : percentOf(new Decimal(actual).minus(expected), Math.abs(expected))
