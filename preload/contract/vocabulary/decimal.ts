// Exact decimal arithmetic and its scaled-integer storage. The only place that knows the decimal library; no binary float ever touches money.
import { Decimal as Library } from 'decimal.js'
import { z } from 'zod'

/** Forty digits are enough for any quantity × price × rate the schemas admit; half-up is the house rounding (domain.md 6). */
export const Decimal = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 })
export type Decimal = Library

/** Decimal places in which each kind of number is kept as an INTEGER in SQLite. */
export const PLACES = { quantity: 4, price: 6, rate: 8, percent: 4, measure: 3 } as const
export type DecimalKind = keyof typeof PLACES

const pattern = (places: number, whole: number) => new RegExp(`^-?\\d{1,${whole}}(\\.\\d{1,${places}})?$`)
/** Of a text that is a decimal: "0.00" is neither, "-0" is negative. */
const isNegative = (text: string) => text.startsWith('-')
const isPositive = (text: string) => !isNegative(text) && /[1-9]/.test(text)

/** A decimal in text with at most `places` decimals; `signed` admits a minus. Refused as `invalid-input` otherwise. */
const decimalText = (places: number, whole: number, rule: 'any' | 'positive' | 'not-negative') => {
  const written = pattern(places, whole)
  return z
    .string()
    .max(40)
    .regex(written, 'decimal')
    .refine((s) => rule === 'any' || !written.test(s) || (rule === 'positive' ? isPositive(s) : !isNegative(s)), rule)
}

export const quantitySchema = decimalText(PLACES.quantity, 10, 'positive').describe('quantity, up to 4 decimals, > 0')
export const quantityOrZeroSchema = decimalText(PLACES.quantity, 10, 'not-negative').describe('quantity, up to 4 decimals')
export const priceSchema = decimalText(PLACES.price, 9, 'not-negative').describe('unit price, up to 6 decimals')
export const rateSchema = decimalText(PLACES.rate, 7, 'positive').describe('exchange rate: base currency for 1 unit, up to 8 decimals')
export const percentSchema = decimalText(PLACES.percent, 3, 'not-negative').describe('per cent, e.g. "13" for 13 %')
export const measureSchema = decimalText(PLACES.measure, 9, 'not-negative').describe('cm, kg or m³, up to 3 decimals')

/** What stands for 1 in each kind. */
const ONE = Object.fromEntries(Object.entries(PLACES).map(([kind, places]) => [kind, new Decimal(10).pow(places)])) as Record<
  DecimalKind,
  Decimal
>
/** At most seven digits before the point: with the places of any kind a whole number that is exact. */
const PLAIN = /^(-?\d{1,7})(?:\.(\d{1,8}))?$/

/** Text → scaled integer, e.g. ('12.5','quantity') → 125000. Throws a fault when it is no decimal of that kind: schemas stand before it. */
export const toScaled = (text: string, kind: DecimalKind): number => {
  // Nearly every text is short and plain: its digits are the number, without any arithmetic.
  const [, whole, part = ''] = PLAIN.exec(text) ?? []
  if (whole !== undefined && part.length <= PLACES[kind]) return Number(whole + part.padEnd(PLACES[kind], '0'))
  const scaled = new Decimal(text).times(ONE[kind])
  if (!scaled.isInteger() || scaled.abs().gt(Number.MAX_SAFE_INTEGER)) throw new Error(`not a ${kind}: ${text}`)
  return scaled.toNumber()
}

/** The one place where a decimal becomes text: with that many places (half-up) or as many as it has, and nothing is ever written "-0". */
const written = (value: Decimal, places?: number): string => {
  const text = places === undefined ? value.toFixed() : value.toFixed(places, Library.ROUND_HALF_UP)
  return text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text
}

/** Plain decimal text without exponent or trailing zeros. */
export const decimalTextOf = (value: Decimal): string => written(value)

/** Scaled integer → decimal, e.g. (125000,'quantity') → 12.5 */
export const ofScaled = (scaled: number, kind: DecimalKind): Decimal => new Decimal(scaled).div(ONE[kind])

/** Scaled integer → shortest text, e.g. (125000,'quantity') → '12.5'. A page of a list has hundreds: whole numbers need no arithmetic, only their digits. */
export const scaledText = (scaled: number, kind: DecimalKind): string => {
  if (!Number.isSafeInteger(scaled)) return written(ofScaled(scaled, kind))
  const places = PLACES[kind]
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0')
  let end = digits.length
  while (end > digits.length - places && digits[end - 1] === '0') end--
  const point = digits.length - places
  const text = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`
  return scaled < 0 ? `-${text}` : text
}

/** Decimal → text with exactly `places` decimals, half-up, e.g. (5.52498, 4) → '5.5250' */
export const fixedText = (value: Decimal, places: number): string => written(value, places)
/** Rounds half-up (away from zero on a tie) to an integer number of minor units. Throws when it leaves the safe range. */
export const toInteger = (value: Decimal): number => {
  const whole = value.toDecimalPlaces(0, Library.ROUND_HALF_UP)
  if (whole.abs().gt(Number.MAX_SAFE_INTEGER)) throw new Error('amount out of range')
  return whole.isZero() ? 0 : whole.toNumber()
}
