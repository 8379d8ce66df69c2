// The arithmetic of purchases and of the stock card, held against plain recomputation.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../preload/contract/refusals.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { netOf, calculatePurchase, refundOf, roomOf, shareCost, takeFrom, targetCost, type StockCard } from './rules.ts'

const line = { id: 'a', quantity: '10000', price: '28.25', vatRate: '13', refundRate: '13' }
const code = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal.refused
    throw error
  }
  return undefined
}

describe('reckonPurchase', () => {
  it('[P1] [P2] the worked deal: CNY 282,500 incl. 13 % VAT is 250,000 net, 32,500 VAT, 32,500 refund', () => {
    const r = calculatePurchase({ currency: 'CNY', rate: '1', lines: [line] }, 'CNY')
    expect(r).toMatchObject({ total: 28_250_000, net: 25_000_000, vat: 3_250_000, refund: 3_250_000, totalBase: 28_250_000 })
    expect(r.lines[0]).toMatchObject({ netBase: 25_000_000, vatBase: 3_250_000 })
  })

  it('[P2] splits the base amount at the base currency’s cents', () => {
    const typed = { ...line, quantity: '1', price: '10.01' }
    const [l] = calculatePurchase({ currency: 'USD', rate: '7.123', lines: [typed] }, 'CNY').lines
    expect(l).toMatchObject({ amount: 1001, net: 886, vat: 115, netBase: 6310, vatBase: 820 }) // 71.30 ÷ 1.13 = 63.097
  })

  it('[P3] the refund is at most the VAT', () => {
    expect(refundOf(10_000, 1_300, 90_000)).toBe(900)
    expect(refundOf(10_000, 300, 130_000)).toBe(300)
    expect(netOf(113, 130_000)).toBe(100)
  })

  it('lines add up to the totals', () => {
    const amounts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('0', '6', '9', '13')),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 2_000_000 }), (list, rate) => {
        const lines = list.map(([q, p, vatRate], i) => ({
          id: String(i),
          quantity: String(q),
          price: new Decimal(p).div(1000).toFixed(),
          vatRate,
          refundRate: vatRate,
        }))
        const r = calculatePurchase({ currency: 'USD', rate: new Decimal(rate).div(100_000).toFixed(), lines }, 'CNY')
        expect(r.lines.reduce((sum, l) => sum + l.amount, 0)).toBe(r.total)
        expect(r.net + r.vat).toBe(r.total)
        expect(r.refund).toBeLessThanOrEqual(r.vat)
        expect(r.lines.reduce((sum, l) => sum + l.netBase + l.vatBase, 0)).toBe(r.totalBase)
      }),
    )
  })

  it('refuses another rate than 1 in base currency and what is out of range', () => {
    expect(code(() => calculatePurchase({ currency: 'CNY', rate: '2', lines: [line] }, 'CNY'))).toBe('rate-must-be-one')
    expect(code(() => calculatePurchase({ currency: 'CNY', rate: '1', lines: [{ ...line, vatRate: '101' }] }, 'CNY'))).toBe('invalid-input')
    const huge = { ...line, quantity: '9999999999', price: '999999999' }
    expect(code(() => calculatePurchase({ currency: 'CNY', rate: '1', lines: [huge] }, 'CNY'))).toBe('invalid-input')
    expect(code(() => calculatePurchase({ currency: 'USD', rate: '9999999', lines: [{ ...line, price: '100000' }] }, 'CNY'))).toBe(
      'invalid-input',
    )
  })
})

const card = (given: Partial<StockCard>): StockCard => ({
  quantity: 1000,
  netBase: 30_000,
  vatBase: 3_900,
  billed: 0,
  billedNetBase: 0,
  billedVatBase: 0,
  shipped: 0,
  refundRate: 130_000,
  ...given,
})

describe('[P3] targetCost', () => {
  it.each([
    ['nothing shipped', card({ billed: 1000, billedNetBase: 30_000, billedVatBase: 3_900 }), [0, 0, 0]],
    ['shipped before any bill: at the contract’s price', card({ shipped: 333 }), [9_990, 1_299, 1_299]],
    [
      'within what is billed: its part of the bill',
      card({ shipped: 333, billed: 500, billedNetBase: 16_000, billedVatBase: 2_080 }),
      [10_656, 1_385, 1_385],
    ],
    [
      'beyond: billed part as billed, the rest as contracted',
      card({ shipped: 600, billed: 500, billedNetBase: 16_000, billedVatBase: 2_080 }),
      [19_000, 2_470, 2_470],
    ],
    ['all of it', card({ shipped: 999, billed: 999, billedNetBase: 31_001, billedVatBase: 4_031 }), [31_001, 4_031, 4_030]],
    ['a lower refund rate', card({ shipped: 1000, refundRate: 90_000 }), [30_000, 3_900, 2_700]],
  ])('%s', (_name, given, [net, vat, refund]) => expect(targetCost(given)).toEqual({ net, vat, refund }))

  it('never leaves a negative remainder of what was billed, and none at all when all is shipped', () => {
    const cards = fc.record({
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      netBase: fc.nat(10_000_000),
      vatBase: fc.nat(1_300_000),
      billed: fc.integer({ min: 1, max: 1_000_000 }),
      billedNetBase: fc.nat(10_000_000),
      billedVatBase: fc.nat(1_300_000),
      shipped: fc.nat(1_000_000),
      refundRate: fc.constantFrom(0, 90_000, 130_000),
    })
    fc.assert(
      fc.property(cards, (given) => {
        const within = { ...given, shipped: Math.min(given.shipped, given.billed) }
        const { net, vat, refund } = targetCost(within)
        expect(given.billedNetBase - net).toBeGreaterThanOrEqual(0)
        expect(given.billedVatBase - vat).toBeGreaterThanOrEqual(0)
        expect(refund).toBeLessThanOrEqual(vat)
        const all = targetCost({ ...given, shipped: given.billed })
        expect([all.net, all.vat]).toEqual([given.billedNetBase, given.billedVatBase])
      }),
    )
  })
})

describe('sources', () => {
  it('[P4] shares add up exactly', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(130_000),
        fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 12 }),
        (net, vat, quantities) => {
          const shares = shareCost({ net, vat, refund: vat }, quantities)
          const sum = (pick: (s: (typeof shares)[number]) => number) => shares.reduce((total, s) => total + pick(s), 0)
          expect([sum((s) => s.net), sum((s) => s.vat), sum((s) => s.refund)]).toEqual([net, vat, vat])
        },
      ),
    )
  })

  it('[P5] takes from the oldest first, and no more than there is room for', () => {
    const rooms = [
      { id: 'old', room: 30 },
      { id: 'full', room: 0 },
      { id: 'new', room: 100 },
    ]
    expect(takeFrom(rooms, 50).map((t) => [t.from.id, t.quantity])).toEqual([
      ['old', 30],
      ['new', 20],
    ])
    expect(takeFrom(rooms, 500).reduce((sum, t) => sum + t.quantity, 0)).toBe(130)
    expect(roomOf({ quantity: 100, billed: 120, shipped: 90 })).toBe(30)
    expect(roomOf({ quantity: 100, billed: 0, shipped: 110 })).toBe(0)
  })
})
