// The arithmetic of a purchase contract and of a purchase line's stock card: pure, no database, no clock. Rules P1… in SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, ofScaled, toInteger, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { lineAmount, MAX_MINOR, minorText, shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import { inSoldUnits, type UnitRatio } from '../../../preload/contract/vocabulary/units.ts'

type LineInput = { id: string; quantity: string; price: string; vatRate: string; refundRate: string }
export type PurchaseInput = { currency: string; rate: string; lines: readonly LineInput[] }
/** quantity, price, vatRate, refundRate: scaled integers; amount, net, vat, refund: minor units of the contract's currency; …Base: of the base currency. */
export type CalculatedLine = {
  id: string
  quantity: number
  price: number
  vatRate: number
  refundRate: number
  amount: number
  net: number
  vat: number
  refund: number
  netBase: number
  vatBase: number
}
export type CalculatedPurchase = {
  rate: number
  lines: CalculatedLine[]
  total: number
  net: number
  vat: number
  refund: number
  totalBase: number
}

const wrong = (path: string, rule: string) => refuse('invalid-input', { issues: [{ path, rule }] })
const inRange = (value: Decimal, currency: string, path: string) => {
  if (value.gt(minorText(MAX_MINOR, currency))) wrong(path, 'too-big')
}
const part = (scaledPercent: number): Decimal => ofScaled(scaledPercent, 'percent').div(100)

/** Net of a VAT-inclusive amount, half-up (domain.md 6: net = VAT-inclusive ÷ (1 + VAT rate)). `vatRate` is scaled; minor units in and out. */
export const netOf = (amount: number, vatRate: number): number => toInteger(new Decimal(amount).div(part(vatRate).plus(1)))
/** Tax refund on a net amount, half-up, never more than the VAT it comes from (P3). `refundRate` is scaled. */
export const refundOf = (net: number, vat: number, refundRate: number): number =>
  Math.min(vat, toInteger(new Decimal(net).times(part(refundRate))))

const calculateLine = (typed: LineInput, currency: string, rate: number, base: string, at: number): CalculatedLine => {
  for (const field of ['vatRate', 'refundRate'] as const) if (new Decimal(typed[field]).gt(100)) wrong(`lines.${at}.${field}`, 'too-big')
  const whole = new Decimal(typed.quantity).times(typed.price)
  inRange(whole, currency, `lines.${at}.price`)
  inRange(whole.times(ofScaled(rate, 'rate')), base, 'rate')
  const quantity = toScaled(typed.quantity, 'quantity')
  const price = toScaled(typed.price, 'price')
  const vatRate = toScaled(typed.vatRate, 'percent')
  const refundRate = toScaled(typed.refundRate, 'percent')
  const amount = lineAmount(quantity, price, 0, currency) // P1
  const net = netOf(amount, vatRate)
  const amountBase = toBase(amount, currency, rate, base)
  const netBase = netOf(amountBase, vatRate) // P2
  return {
    id: typed.id,
    quantity,
    price,
    vatRate,
    refundRate,
    amount,
    net,
    vat: amount - net,
    refund: refundOf(net, amount - net, refundRate),
    netBase,
    vatBase: amountBase - netBase,
  }
}

/**
 * What a purchase contract comes to: VAT-inclusive lines rounded and summed, their net, VAT and expected tax refund.
 * Refuses `rate-must-be-one` for the base currency at another rate, `invalid-input` for amounts out of range.
 */
export const calculatePurchase = (typed: PurchaseInput, base: string): CalculatedPurchase => {
  if (typed.currency === base && !new Decimal(typed.rate).eq(1)) refuse('rate-must-be-one', { currency: base })
  const rate = toScaled(typed.rate, 'rate')
  const lines = typed.lines.map((line, at) => calculateLine(line, typed.currency, rate, base, at))
  const sum = (of: (l: CalculatedLine) => number) => lines.reduce((all, l) => all + of(l), 0)
  const calculated = {
    rate,
    lines,
    total: sum((l) => l.amount),
    net: sum((l) => l.net),
    vat: sum((l) => l.vat),
    refund: sum((l) => l.refund),
    totalBase: sum((l) => l.netBase + l.vatBase),
  }
  inRange(new Decimal(minorText(calculated.total, typed.currency)), typed.currency, 'lines')
  inRange(new Decimal(minorText(calculated.totalBase, base)), base, 'lines')
  return calculated
}

/** A purchase line as its stock card: quantities scaled (`shipped` in the unit of the sales line, P22), amounts in minor units of the base currency. */
export type StockCard = {
  quantity: number
  netBase: number
  vatBase: number
  billed: number
  billedNetBase: number
  billedVatBase: number
  shipped: number
  refundRate: number
} & Partial<UnitRatio>
/** Cost of goods that have left: net of VAT, their input VAT, and what of it the tax bureau gives back. Minor units of the base currency. */
export type Cost = { net: number; vat: number; refund: number }
export const noCost: Cost = { net: 0, vat: 0, refund: 0 }
export const minus = (a: Cost, b: Cost): Cost => ({ net: a.net - b.net, vat: a.vat - b.vat, refund: a.refund - b.refund })
export const plus = (a: Cost, b: Cost): Cost => ({ net: a.net + b.net, vat: a.vat + b.vat, refund: a.refund + b.refund })

/** What a card says is bought and billed, in the unit in which it is shipped (P22). */
const inUnitsSold = ({ quantity, billed, unitsBought, unitsSold }: Pick<StockCard, 'quantity' | 'billed'> & Partial<UnitRatio>) => {
  const ratio = { unitsBought: unitsBought ?? 1, unitsSold: unitsSold ?? 1 }
  return { bought: inSoldUnits(quantity, ratio), invoiced: inSoldUnits(billed, ratio) }
}

const proportion = (whole: number, of: number, all: number): number =>
  all === 0 ? 0 : of === all ? whole : toInteger(new Decimal(whole).times(of).div(all))

/**
 * The cost of what has been shipped of a line (P3): as billed for the billed quantity, at the contract's price for the rest.
 * A line that is wholly billed and wholly shipped costs exactly what was billed, so nothing stays on 1405 and 222101.
 */
export const targetCost = (card: StockCard): Cost => {
  const { bought, invoiced } = inUnitsSold(card)
  const ahead = card.shipped - invoiced
  const of = (billed: number, contracted: number) =>
    ahead > 0 ? billed + proportion(contracted, ahead, bought) : proportion(billed, card.shipped, invoiced)
  const net = of(card.billedNetBase, card.netBase)
  const vat = of(card.billedVatBase, card.vatBase)
  return { net, vat, refund: refundOf(net, vat, card.refundRate) }
}

/** Shares a line's cost over the shipped quantities it came from; the shares add up exactly (largest remainder, P4). */
export const shareCost = (cost: Cost, quantities: readonly number[]): Cost[] => {
  const weights = quantities.map((q) => new Decimal(q))
  const net = shareOut(cost.net, weights)
  const vat = shareOut(cost.vat, weights)
  const refund = shareOut(cost.refund, weights)
  return quantities.map((_, i) => ({ net: net[i]!, vat: vat[i]!, refund: refund[i]! }))
}

/** What of a purchase line may still be shipped: the greater of contracted and billed, less what has gone (P5). */
export const roomOf = (card: Pick<StockCard, 'quantity' | 'billed' | 'shipped'> & Partial<UnitRatio>): number => {
  const { bought, invoiced } = inUnitsSold(card)
  return Math.max(0, Math.max(bought, invoiced) - card.shipped)
}

/** Takes a quantity from rooms in their order; what finds none is left over (P5). */
export const takeFrom = <T extends { room: number }>(rooms: readonly T[], quantity: number): { from: T; quantity: number }[] => {
  let left = quantity
  const taken: { from: T; quantity: number }[] = []
  for (const from of rooms) {
    const take = Math.min(left, from.room)
    if (take <= 0) continue
    taken.push({ from, quantity: take })
    left -= take
  }
  return taken
}
