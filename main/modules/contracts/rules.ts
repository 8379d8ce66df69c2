// The arithmetic of a sales contract: pure, shared by saving and by the preview of the live form. No database, no clock. Rules C1… in SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, ofScaled, toInteger, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { lineAmount, MAX_MINOR, minorText, shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import { splitByTerm, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'

type LineInput = { id: string; quantity: string; price: string; discount: string }
export type ContractInput = { currency: string; rate: string; paymentTerm: PaymentTerm; lines: readonly LineInput[] }
/** quantity, price, discount: scaled integers. gross, amount: minor units of the contract's currency; amountBase: minor units of the base currency. */
export type CalculatedLine = {
  id: string
  quantity: number
  price: number
  discount: number
  gross: number
  amount: number
  amountBase: number
}
/** What has left of a line at an earlier price: scaled quantity, minor units it was charged and before discount (C17). */
export type ShippedPart = { quantity: number; amount: number; gross: number }
export type CalculatedContract = { rate: number; lines: CalculatedLine[]; total: number; totalBase: number; instalments: number[] }

const wrong = (path: string, rule: string) => refuse('invalid-input', { issues: [{ path, rule }] })

/** Stops what would leave the range in which every sum stays exact (twelve whole digits). */
const inRange = (value: Decimal, currency: string, path: string) => {
  if (value.gt(minorText(MAX_MINOR, currency))) wrong(path, 'too-big')
}

const none: ShippedPart = { quantity: 0, amount: 0, gross: 0 }
const calculateLine = (typed: LineInput, currency: string, at: number, shipped = none): Omit<CalculatedLine, 'amountBase'> => {
  if (new Decimal(typed.discount).gt(100)) wrong(`lines.${at}.discount`, 'too-big')
  inRange(new Decimal(typed.quantity).times(typed.price), currency, `lines.${at}.price`)
  const quantity = toScaled(typed.quantity, 'quantity')
  const price = toScaled(typed.price, 'price')
  const discount = toScaled(typed.discount, 'percent')
  const rest = Math.max(0, quantity - shipped.quantity)
  return {
    id: typed.id,
    quantity,
    price,
    discount,
    gross: shipped.gross + lineAmount(rest, price, 0, currency), // C1, C17
    amount: shipped.amount + lineAmount(rest, price, discount, currency),
  }
}

/**
 * What a contract comes to: each line rounded to minor units, then summed (domain.md 6); the base total shared over the lines so that any grouping of
 * lines adds up to the contracts' totals. `shipped`: by line id, what has left of a signed contract at an earlier price. Refuses `rate-must-be-one` for the base currency at another rate, `invalid-input` for amounts out of range.
 */
export const calculateContract = (typed: ContractInput, base: string, shipped?: ReadonlyMap<string, ShippedPart>): CalculatedContract => {
  if (typed.currency === base && !new Decimal(typed.rate).eq(1)) refuse('rate-must-be-one', { currency: base })
  const rate = toScaled(typed.rate, 'rate')
  const lines = typed.lines.map((line, at) => calculateLine(line, typed.currency, at, shipped?.get(line.id)))
  const total = lines.reduce((sum, l) => sum + l.amount, 0) // C2
  const whole = new Decimal(minorText(total, typed.currency))
  inRange(whole, typed.currency, 'lines')
  inRange(whole.times(ofScaled(rate, 'rate')), base, 'rate')
  const totalBase = toBase(total, typed.currency, rate, base)
  const shares = shareOut(
    totalBase,
    lines.map((l) => new Decimal(l.amount)),
  )
  return {
    rate,
    lines: lines.map((l, i) => ({ ...l, amountBase: shares[i]! })), // C3
    total,
    totalBase,
    instalments: splitByTerm(total, typed.paymentTerm),
  }
}

/** A line of a signed contract with what has become of it; scaled quantities, minor units of the contract's currency. */
export type SoldLine = {
  id: string
  description: string
  quantity: number
  price: number
  discount: number
  gross: number
  amount: number
  shipped: number
  /** What the dispatched shipments were charged. */
  charged: number
  settled: ShippedPart
}

/** What of a line stands at the price it left at, when the line is amended to this quantity, price and discount (C17). */
export const shippedPartOf = (line: SoldLine, typed: Omit<LineInput, 'id'>, currency: string): ShippedPart => {
  const { shipped, charged, settled } = line
  const quantity = toScaled(typed.quantity, 'quantity')
  const price = toScaled(typed.price, 'price')
  const discount = toScaled(typed.discount, 'percent')
  const repriced = price !== line.price || discount !== line.discount
  const rest = lineAmount(Math.max(0, quantity - settled.quantity), price, discount, currency)
  // Also when nothing is left to ship, or rounding would leave less than was charged: then what left comes to what it was charged.
  if (!repriced && shipped >= settled.quantity && quantity > shipped && settled.amount + rest >= charged) return settled
  const discounted = line.quantity === 0 ? 0 : toInteger(new Decimal(line.gross - line.amount).times(shipped).div(line.quantity))
  return { quantity: shipped, amount: charged, gross: charged + discounted }
}
