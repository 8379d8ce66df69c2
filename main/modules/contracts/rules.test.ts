// The arithmetic of a sales contract, held against plain recomputation.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../preload/contract/refusals.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { calculateContract } from './rules.ts'

const term = [
  { share: '30', event: 'on-signing' as const, days: 0 },
  { share: '70', event: 'after-bill-of-lading' as const, days: 30 },
]
const refused = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return undefined
}

describe('reckonContract', () => {
  it('[C1] rounds each line half-up to minor units, before and after its discount', () => {
    const lines = [{ id: 'a', quantity: '3', price: '0.335', discount: '10' }]
    const [line] = calculateContract({ currency: 'USD', rate: '7', paymentTerm: term, lines }, 'CNY').lines
    expect(line).toMatchObject({ gross: 101, amount: 90 })
  })

  it('[C1] knows currencies without minor units', () => {
    const lines = [{ id: 'a', quantity: '1', price: '99.5', discount: '0' }]
    expect(calculateContract({ currency: 'JPY', rate: '0.048', paymentTerm: term, lines }, 'CNY')).toMatchObject({
      total: 100,
      totalBase: 480,
    })
  })

  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 999_999 }).map((n) => new Decimal(n).div(100).toFixed()),
      price: fc.integer({ min: 0, max: 99_999_999 }).map((n) => new Decimal(n).div(10_000).toFixed()),
      discount: fc.integer({ min: 0, max: 10_000 }).map((n) => new Decimal(n).div(100).toFixed()),
    }),
    { minLength: 1, maxLength: 30 },
  )
  it('[C2] [C3] lines add up to the total, base shares to the base total, instalments to the total', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 99_999_999 }), (typed, rate) => {
        const withIds = typed.map((l, i) => ({ id: String(i), ...l }))
        const r = calculateContract(
          { currency: 'USD', rate: new Decimal(rate).div(100_000).toFixed(), paymentTerm: term, lines: withIds },
          'CNY',
        )
        const naive = withIds.map((l) =>
          new Decimal(l.quantity)
            .times(l.price)
            .times(new Decimal(100).minus(l.discount))
            .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
            .toNumber(),
        )
        expect(r.lines.map((l) => l.amount)).toEqual(naive)
        expect(r.total).toBe(naive.reduce((a, b) => a + b, 0))
        expect(r.totalBase).toBe(new Decimal(r.total).times(rate).div(100_000).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())
        expect(r.lines.reduce((sum, l) => sum + l.amountBase, 0)).toBe(r.totalBase)
        expect(r.instalments.reduce((a, b) => a + b, 0)).toBe(r.total)
      }),
    )
  })

  it('refuses another rate than 1 in base currency, discounts over 100 % and amounts beyond twelve digits', () => {
    const line = { id: 'a', quantity: '1', price: '1', discount: '0' }
    const calculate = (given: { currency?: string; rate?: string; line?: Partial<typeof line> }) =>
      calculateContract(
        { currency: given.currency ?? 'USD', rate: given.rate ?? '7', paymentTerm: term, lines: [{ ...line, ...given.line }] },
        'CNY',
      )
    expect(refused(() => calculate({ currency: 'CNY', rate: '7' }))).toEqual({ refused: 'rate-must-be-one', data: { currency: 'CNY' } })
    expect(refused(() => calculate({ currency: 'CNY', rate: '1.00' }))).toBeUndefined()
    expect(refused(() => calculate({ line: { discount: '100.01' } }))).toMatchObject({ data: { issues: [{ path: 'lines.0.discount' }] } })
    expect(refused(() => calculate({ line: { quantity: '9999999999', price: '999999999' } }))).toMatchObject({
      data: { issues: [{ path: 'lines.0.price', rule: 'too-big' }] },
    })
    expect(refused(() => calculate({ rate: '9999999', line: { quantity: '1000000', price: '999999' } }))).toMatchObject({
      data: { issues: [{ path: 'rate', rule: 'too-big' }] },
    })
  })
})
