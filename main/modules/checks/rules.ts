// When a rate or a price is far from what it usually is: pure arithmetic. Rules SC1… in SPEC.md.
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'

/** SC2. Per cent by which a rate may differ from the one in force. */
export const RATE_TOLERANCE = 20
/** SC3. Per cent by which a price may lie below the lowest or above the highest of the last ones. */
export const PRICE_TOLERANCE = 30
/** SC3. How many of the last prices are looked at. */
export const LAST_PRICES = 5

/** How far a rate is from the one in force in per cent without sign, one decimal half-up; null within the tolerance. Both are above zero. */
export const farBy = (rate: Decimal | string, inForce: Decimal | string): string | null => {
  const percent = new Decimal(rate).div(inForce).minus(1).times(100).abs()
  return percent.gt(RATE_TOLERANCE) ? fixedText(percent, 1) : null
}

/** Whether a price lies outside the last ones by more than the tolerance. All are above zero. */
export const outside = (price: Decimal | string, low: Decimal | string, high: Decimal | string): boolean => {
  const times100 = new Decimal(price).times(100)
  return times100.lt(new Decimal(low).times(100 - PRICE_TOLERANCE)) || times100.gt(new Decimal(high).times(100 + PRICE_TOLERANCE))
}

/** What goods cost after their tax refund (actual cost, domain.md 6): price less net × refund rate, which is never more than the VAT. Rates in per cent; not rounded. */
export const actualCostOf = (price: Decimal, vatRate: Decimal, refundRate: Decimal): Decimal => {
  const net = price.div(vatRate.div(100).plus(1))
  return price.minus(net.times(Decimal.min(vatRate, refundRate)).div(100))
}
