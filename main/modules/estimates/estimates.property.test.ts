// Properties of an estimate's arithmetic over arbitrary lines: the profit is the sum of the lines, shares are exact, and nothing ever breaks.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import { Refused } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { calculateEstimate, type EstimateInput } from './rules.ts'
import { rounds } from '../../../build/soak/rounds.ts'

const source: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const decimal = (whole: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 10 ** whole - 1 }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([w, p]) => `${w}.${String(p).padStart(places, '0')}`)
/** A currency with a rate; the base currency always has 1. */
const rates = fc.integer({ min: 500, max: 999_999 }).map((n) => scaledText(n, 'quantity'))
const priced = fc.oneof(
  fc.constant({ currency: 'CNY', rate: '1' }),
  fc.tuple(fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'), rates).map(([currency, rate]) => ({ currency, rate })),
)
const common = priced.map((p) => ({ ...p, id: newId(), description: '', source }))
const amount = fc.integer({ min: 0, max: 10_000_000 })
const percent = fc.integer({ min: 0, max: 100 }).map(String)
const estimate: fc.Arbitrary<EstimateInput> = fc.record({
  premiumRate: fc.option(decimal(1, 4)),
  revenue: fc.array(
    fc.tuple(common, amount).map(([c, a]) => ({ ...c, amount: a })),
    { minLength: 1, maxLength: 6 },
  ),
  purchases: fc.array(
    fc.tuple(common, decimal(4, 4), decimal(4, 6), percent, percent).map(([c, quantity, price, vatRate, refundRate]) => ({
      ...c,
      ...{ productId: null, supplierId: null, unit: 'PCS', price, vatRate, refundRate },
      quantity: quantity === '0.0000' ? '1' : quantity,
    })),
    { maxLength: 6 },
  ),
  costs: fc.array(
    fc.tuple(common, fc.constantFrom(...EXPENSE_CATEGORIES), amount).map(([c, line, a]) => ({ ...c, line, amount: a })),
    { maxLength: 8 },
  ),
})
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)

test('[E5] the profit is the sum of the lines, and of its parts', () =>
  fc.assert(
    fc.property(estimate, (typed) => {
      const r = calculateEstimate(typed, 'CNY')
      expect(r.profitBase).toBe(sum(r.byLine.values()))
      expect(r.profitBase).toBe(r.revenueBase - r.purchaseBase + r.refundBase - r.expensesBase)
      expect(r.lines.every((l) => [l.amount, l.base, l.refund].every(Number.isSafeInteger))).toBe(true)
    }),
  ))

test('[E2] revenue of one currency and rate comes to its total converted once, whatever its lines', () =>
  fc.assert(
    fc.property(estimate, (typed) => {
      const lines = calculateEstimate(typed, 'CNY').lines.filter((l) => l.line === 'revenue')
      for (const group of Map.groupBy(lines, (l) => `${l.currency} ${l.rate}`).values()) {
        const [{ currency, rate } = { currency: '', rate: 0 }] = group
        expect(sum(group.map((l) => l.base))).toBe(toBase(sum(group.map((l) => l.amount)), currency, rate, 'CNY'))
        expect(group.every((l) => l.base >= 0)).toBe(true)
      }
    }),
  ))

test('[E3] a refund is never more than the VAT in the price, and none without a rate', () =>
  fc.assert(
    fc.property(estimate, (typed) => {
      for (const l of calculateEstimate(typed, 'CNY').lines) {
        expect(l.refund).toBeGreaterThanOrEqual(0)
        expect(l.refund).toBeLessThanOrEqual(l.base)
        if (l.line !== 'purchase' || l.refundRate === 0 || l.vatRate === 0) expect(l.refund).toBe(0)
      }
    }),
  ))

test('[E5] the order of lines changes nothing but the deal’s currency', () =>
  fc.assert(
    fc.property(estimate, (typed) => {
      const turned = { ...typed, purchases: typed.purchases.toReversed(), costs: typed.costs.toReversed() }
      const { lines: _a, ...one } = calculateEstimate(typed, 'CNY')
      const { lines: _b, ...other } = calculateEstimate(turned, 'CNY')
      expect(other).toEqual(one)
    }),
  ))

test('[E2] amounts at the ends of what the schemas admit are calculated or refused, never a fault', () => {
  const huge = fc.constantFrom(0, 1, 99_999_999_999_999, 100_000_000_000_000)
  const rate = fc.constantFrom('0.00000001', '1.5', '9999999.99999999')
  const line = fc
    .tuple(fc.constantFrom('USD', 'JPY', 'KWD'), rate)
    .map(([currency, r]) => ({ currency, rate: r, id: newId(), description: '', source }))
  const extreme = fc.record({
    premiumRate: fc.constantFrom(null, '100', '0.0001'),
    revenue: fc.array(
      fc.tuple(line, huge).map(([c, a]) => ({ ...c, amount: a })),
      { minLength: 1, maxLength: 3 },
    ),
    purchases: fc.constant<EstimateInput['purchases']>([]),
    costs: fc.array(
      fc
        .tuple(line, fc.constantFrom('freight' as const, 'customs' as const), huge)
        .map(([c, name, a]) => ({ ...c, line: name, amount: a })),
      { maxLength: 3 },
    ),
  })
  fc.assert(
    fc.property(extreme, (typed) => {
      try {
        const r = calculateEstimate(typed, 'CNY')
        expect(Number.isSafeInteger(r.profitBase)).toBe(true)
        if (r.margin !== null) expect(Number.isSafeInteger(toScaled(r.margin, 'percent'))).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Refused)
      }
    }),
    { numRuns: rounds(500, 10000) },
  )
})
