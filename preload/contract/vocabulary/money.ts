// Money: an integer number of minor units and its currency, with the few operations that are exact.
import { z } from 'zod'
import { currencySchema, minorUnits, type Currency } from './currency.ts'
import { Decimal, fixedText, ofScaled, toInteger } from './decimal.ts'

/** Twelve whole digits are more than any deal and keep every SUM far inside 2^53. */
export const MAX_MINOR = 100_000_000_000_000
export const minorSchema = z.int().min(-MAX_MINOR).max(MAX_MINOR)
export const moneySchema = z
  .strictObject({ minor: minorSchema, currency: currencySchema })
  .describe('integer minor units with their currency')
export type Money = { minor: number; currency: Currency }

export const money = (minor: number, currency: Currency): Money => ({ minor, currency })

/** Minor units → decimal text with the currency's places, e.g. (5000000,'USD') → '50000.00' */
export const minorText = (minor: number, currency: Currency): string => {
  const places = minorUnits(currency)
  return fixedText(new Decimal(minor).div(new Decimal(10).pow(places)), places)
}

/** An amount with its currency as it is kept and compared: 'USD 1234.50'. What people read: money-shown.ts. */
export const moneyText = (minor: number, currency: Currency): string => `${currency} ${minorText(minor, currency)}`

/** Decimal text or value → minor units, rounded half-up to the currency's places. */
export const toMinor = (value: Decimal | string, currency: Currency): number =>
  toInteger(new Decimal(value).times(new Decimal(10).pow(minorUnits(currency))))

/** Amount of a line: quantity × unit price × (1 − discount %), rounded half-up to minor units (domain.md 6). Arguments are scaled integers. */
export const lineAmount = (quantity: number, price: number, discount: number, currency: Currency): number =>
  toMinor(
    ofScaled(quantity, 'quantity')
      .times(ofScaled(price, 'price'))
      .times(new Decimal(1).minus(ofScaled(discount, 'percent').div(100))),
    currency,
  )

/** Converts minor units into the base currency at `rate` (scaled; base for 1 unit), rounded half-up. */
export const toBase = (minor: number, currency: Currency, rate: number, base: Currency): number =>
  currency === base ? minor : toMinor(new Decimal(minor).div(new Decimal(10).pow(minorUnits(currency))).times(ofScaled(rate, 'rate')), base)

/**
 * Splits `total` minor units over weights so that the shares add up exactly (largest-remainder method, domain.md 7).
 * Equal weights throughout: the remainder falls on the last row (LC-06); otherwise to the largest remainder, on a tie the larger weight, then the earlier row (LC-07).
 * All weights zero: shared equally. A negative total is shared like its absolute value.
 * The rows come in an order that people can see (day, number, position), never by an id: a cent that ties falls by it (ledger L15).
 */
export const shareOut = (total: number, weights: readonly Decimal[]): number[] => {
  if (weights.length === 0) return []
  if (total < 0) return shareOut(-total, weights).map((n) => (n === 0 ? 0 : -n))
  return shareOutWhole(total, weights) ?? shareOutExactly(total, weights)
}

/** The same where every product is a whole number that is exact as it is: most weights are amounts. Undefined otherwise. */
const shareOutWhole = (total: number, weights: readonly Decimal[]): number[] | undefined => {
  const whole = weights.map((w) => (w.isInteger() ? w.toNumber() : -1))
  const all = whole.reduce((a, b) => a + b, 0)
  if (all === 0 || !Number.isSafeInteger(all) || whole.some((w) => w < 0 || !Number.isSafeInteger(total * w))) return undefined
  const parts = whole.map((w) => (total * w) % all)
  const floors = whole.map((w, i) => (total * w - parts[i]!) / all)
  const rest = total - floors.reduce((a, b) => a + b, 0)
  if (rest === 0) return floors
  const equal = whole.every((w) => w === whole[0])
  const order = whole.map((_, i) => i).sort((a, b) => (equal ? b - a : parts[b]! - parts[a]! || whole[b]! - whole[a]! || a - b))
  for (let k = 0; k < rest; k++) floors[order[k]!]! += 1
  return floors
}

const shareOutExactly = (total: number, weights: readonly Decimal[]): number[] => {
  const sum = weights.reduce((a, b) => a.plus(b), new Decimal(0))
  const used = sum.isZero() ? weights.map(() => new Decimal(1)) : weights
  const all = sum.isZero() ? new Decimal(weights.length) : sum
  // What is over is compared before it is divided: thirds written as decimals are not equal to each other.
  const products = used.map((w) => new Decimal(total).times(w))
  const floors = products.map((p) => p.divToInt(all).toNumber())
  const rest = total - floors.reduce((a, b) => a + b, 0)
  const equal = used.every((w) => w.eq(used[0]!))
  const order = products
    .map((p, i) => ({ i, part: p.minus(all.times(floors[i]!)), weight: used[i]! }))
    .sort((a, b) => (equal ? b.i - a.i : b.part.cmp(a.part) || b.weight.cmp(a.weight) || a.i - b.i))
  for (let k = 0; k < rest; k++) floors[order[k]!.i]! += 1
  return floors
}
