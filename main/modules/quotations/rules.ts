// The arithmetic of a quotation: what its lines earn, how they are packed, and how a price is built up from its cost. Pure: no database, no clock. Rules Q1… in SPEC.md.
import type { CIF_COMMISSIONS, PRICE_PROFITS } from '../../../preload/contract/modules/quotations/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import {
  Decimal,
  decimalTextOf,
  fixedText,
  ofScaled,
  scaledText,
  toInteger,
  toScaled,
} from '../../../preload/contract/vocabulary/decimal.ts'
import { toBase, toMinor } from '../../../preload/contract/vocabulary/money.ts'
import { CARTON, perCarton } from '../../../preload/contract/vocabulary/packing.ts'

const part = (percent: string): Decimal => new Decimal(percent).div(100)

/** Export refund on a VAT-inclusive price (domain.md 6): price ÷ (1 + VAT rate) × refund rate. Rates in per cent; not rounded. */
export const refundOn = (price: Decimal, vatRate: string, refundRate: string): Decimal =>
  price.div(part(vatRate).plus(1)).times(part(refundRate))

// ---- what a quotation earns ----------------------------------------------------------------------------------------------------------------

/** Scaled integers. Null where nobody has said what the goods cost. */
export type LineCost = { cost: number; vatRate: number; refundRate: number }
export type CostedLine = { quantity: number; amount: number; amountBase: number; cost: LineCost | null }
/** Minor units: freight and insurance of the quotation's currency, domestic of the base currency. */
export type WholeCosts = { freight: number; insurance: number; domestic: number }
export type Earned = { lines: { profit: number | null; margin: string | null }[]; profit: number | null; margin: string | null }

/** Per cent of the income, up to four decimals half-up; null without income. */
const marginOf = (profit: number | null, income: number): string | null =>
  profit === null || income <= 0 ? null : scaledText(toInteger(new Decimal(profit).times(1_000_000).div(income)), 'percent')

/** Minor units of the base currency that the goods of a line cost after the tax refund (actual cost), half-up. */
const actualCost = ({ quantity, cost }: { quantity: number; cost: LineCost }, base: string): number => {
  const whole = ofScaled(quantity, 'quantity').times(ofScaled(cost.cost, 'price'))
  const refund = refundOn(whole, scaledText(cost.vatRate, 'percent'), scaledText(cost.refundRate, 'percent'))
  return toMinor(whole.minus(refund), base)
}

/**
 * Q4. A line earns its amount in base currency less the agent's commission on it and the actual cost of its goods; the quotation what its lines earn less
 * freight, insurance and domestic costs. Minor units of the base currency. Null as long as one line's cost is not known: no profit is better than a wrong one.
 */
export const earned = (
  lines: readonly CostedLine[],
  whole: WholeCosts,
  given: { currency: string; rate: number; base: string; commissionRate: number },
): Earned => {
  const { currency, rate, base, commissionRate } = given
  const each = lines.map((line) => {
    if (line.cost === null) return { profit: null, margin: null }
    const commission = toInteger(new Decimal(line.amountBase).times(commissionRate).div(1_000_000))
    const profit = line.amountBase - commission - actualCost({ quantity: line.quantity, cost: line.cost }, base)
    return { profit, margin: marginOf(profit, line.amountBase) }
  })
  const known = each.every((l) => l.profit !== null)
  const costs = toBase(whole.freight + whole.insurance, currency, rate, base) + whole.domestic
  const profit = known && each.length > 0 ? each.reduce((sum, l) => sum + l.profit!, -costs) : null
  return {
    lines: each,
    profit,
    margin: marginOf(
      profit,
      lines.reduce((sum, l) => sum + l.amountBase, 0),
    ),
  }
}

// ---- packing --------------------------------------------------------------------------------------------------------------------------------

/** A product's packing as stored: pieces (scaled quantity) a carton, carton sides in cm and gross weight of a carton in kg (scaled measures). */
export type ProductPacking = { piecesPerCarton: number; length: number; width: number; height: number; grossWeight: number }
export type Packing = { cartons: number | null; volume: string | null; grossWeight: string | null }

/** Q5. Whole cartons, m³ (cartons × L × W × H, up to six decimals) and kg of a quantity; null what the product does not say. */
export const packingOf = (quantity: number, product: ProductPacking | undefined): Packing => {
  if (!product || product.piecesPerCarton <= 0) return { cartons: null, volume: null, grossWeight: null }
  const cartons = new Decimal(quantity).div(product.piecesPerCarton).ceil()
  const sides = [product.length, product.width, product.height].map((side) => ofScaled(side, 'measure'))
  const volume = sides.reduce((a, b) => a.times(b), cartons).div(1_000_000)
  const weight = ofScaled(product.grossWeight, 'measure').times(cartons)
  return {
    cartons: cartons.toNumber(),
    volume: volume.isZero() ? null : decimalTextOf(volume.toDecimalPlaces(6)),
    grossWeight: weight.isZero() ? null : decimalTextOf(weight),
  }
}

/** The sum of what is known; null where nothing is. */
export const packedTogether = (all: readonly Packing[]): Packing => {
  const sum = (field: 'volume' | 'grossWeight'): string | null => {
    const known = all.flatMap((p) => (p[field] === null ? [] : [p[field]]))
    return known.length === 0 ? null : decimalTextOf(known.reduce((a, b) => a.plus(b), new Decimal(0)))
  }
  const cartons = all.flatMap((p) => (p.cartons === null ? [] : [p.cartons]))
  return {
    cartons: cartons.length === 0 ? null : cartons.reduce((a, b) => a + b, 0),
    volume: sum('volume'),
    grossWeight: sum('grossWeight'),
  }
}

type Counted = { quantity: string; unit: string }
/**
 * Q17. Whether less is offered than is sold at once. Counted in the same unit, or the one by the carton and the other as the product is, by its packing; between other units
 * nobody said how they stand, and nothing is guessed.
 */
export const isBelowMinimum = (
  offered: Counted,
  minimum: Counted,
  product: { unit: string; piecesPerCarton: number } | undefined,
): boolean => {
  if (offered.unit === minimum.unit) return new Decimal(offered.quantity).lt(minimum.quantity)
  const [of, least] = [offered.unit, minimum.unit].map((unit) =>
    product && (unit === product.unit || unit === CARTON) ? perCarton(unit, product) : 0,
  )
  return of! > 0 && least! > 0 && new Decimal(offered.quantity).times(least!).lt(new Decimal(minimum.quantity).times(of!))
}

// ---- a price built up from its cost -----------------------------------------------------------------------------------------------------------

export type PriceAsked = {
  cost: string
  vatRate: string
  refundRate: string
  domestic: string
  profitAs: (typeof PRICE_PROFITS)[number]
  profit: string
  rate: string
  incoterm: string
  freight: string
  markup: string
  premiumRate: string
  commissionRate: string
  cifCommission: (typeof CIF_COMMISSIONS)[number]
}
export type PriceSteps = Record<'refund' | 'actualCost' | 'profit' | 'fob' | 'cfr' | 'premium' | 'cif' | 'price', string>

const PLACES = 4
/** What the seller pays for on the way, by Incoterm: C-terms carry freight, CIF and CIP insurance too, D-terms both. */
const CARRIES: Record<string, 'cfr' | 'cif'> = { CFR: 'cfr', CPT: 'cfr', CIF: 'cif', CIP: 'cif', DAP: 'cif', DPU: 'cif', DDP: 'cif' }

const wrong = (path: string) => refuse('invalid-input', { issues: [{ path, rule: 'too-big' }] })
/** What is left of the whole after taking a part off; refuses, at the field, a part that leaves nothing. */
const leaving = (taken: Decimal, path: string): Decimal => {
  const left = new Decimal(1).minus(taken)
  return left.lte(0) ? wrong(path) : left
}

const profitIn = (asked: PriceAsked, costs: Decimal): Decimal => {
  if (asked.profitAs === 'amount') return new Decimal(asked.profit)
  if (asked.profitAs === 'per-cent-of-cost') return costs.times(part(asked.profit))
  return costs.div(leaving(part(asked.profit), 'profit')).minus(costs)
}

/**
 * Q6. domain.md 6: actual cost = VAT-inclusive − refund; FOB = (actual cost + domestic + profit) ÷ rate; CFR = FOB + freight; CIF = CFR ÷ (1 − (1 + markup) × premium rate);
 * with commission: net ÷ (1 − commission), or for an insured price, where the commission is insured too, CFR ÷ (1 − commission − (1 + markup) × premium rate).
 * Each figure is four decimals half-up of the exact value; nothing is rounded on the way. Refuses `invalid-input` where nothing would be left of a price.
 */
export const priceSteps = (asked: PriceAsked): PriceSteps => {
  const cost = new Decimal(asked.cost)
  const refund = refundOn(cost, asked.vatRate, asked.refundRate)
  const actual = cost.minus(refund)
  const costs = actual.plus(asked.domestic)
  const profit = profitIn(asked, costs)
  const fob = costs.plus(profit).div(asked.rate)
  const cfr = fob.plus(asked.freight)
  const premium = part(asked.markup).plus(1).times(part(asked.premiumRate))
  const cif = cfr.div(leaving(premium, 'premiumRate'))
  const carries = CARRIES[asked.incoterm]
  const commission = part(asked.commissionRate)
  const insured = carries === 'cif' && asked.cifCommission === 'insured-too'
  const net = carries === undefined ? fob : carries === 'cfr' ? cfr : cif
  const price = insured ? cfr.div(leaving(commission.plus(premium), 'commissionRate')) : net.div(leaving(commission, 'commissionRate'))
  const shown = (value: Decimal) => fixedText(value, PLACES)
  return {
    refund: shown(refund),
    actualCost: shown(actual),
    profit: shown(profit),
    fob: shown(fob),
    cfr: shown(cfr),
    premium: shown(cif.minus(cfr)),
    cif: shown(cif),
    price: shown(price),
  }
}

// ---- versions ---------------------------------------------------------------------------------------------------------------------------------

/** Q3. QT2026-0001 first, then QT2026-0001-01, -02 … */
export const versionNumber = (rootNumber: string, version: number): string =>
  version === 0 ? rootNumber : `${rootNumber}-${String(version).padStart(2, '0')}`

/** Scaled integers of what was typed of a line's cost. */
export const scaledCost = (typed: { cost: string; vatRate: string; refundRate: string }): LineCost => ({
  cost: toScaled(typed.cost, 'price'),
  vatRate: toScaled(typed.vatRate, 'percent'),
  refundRate: toScaled(typed.refundRate, 'percent'),
})
