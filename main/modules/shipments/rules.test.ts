// Shipment arithmetic: quantities left, exact sums over partial shipments, receivables per instalment (SPEC H1 to H5, H9).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../../preload/contract/refusals.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { planReceivables, requireLeft, requireStep, shippedAmounts, type LineState } from './rules.ts'

const refusalOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return undefined
}
const line = (given: Partial<LineState>): LineState => ({
  quantity: 0,
  amount: 0,
  shipped: 0,
  charged: 0,
  planned: 0,
  settledQuantity: 0,
  settledAmount: 0,
  ...given,
})

describe('what is left to ship', () => {
  const states = new Map([['a', line({ quantity: 100_0000, shipped: 30_0000, planned: 20_0000 })]])
  test('[H1] all that is left is taken, one ten-thousandth more is refused with what was asked and what is left', () => {
    expect(refusalOf(() => requireLeft([{ salesLineId: 'a', quantity: 50_0000 }], states))).toBeUndefined()
    expect(refusalOf(() => requireLeft([{ salesLineId: 'a', quantity: 50_0001 }], states))).toEqual({
      refused: 'quantity-exceeded',
      data: { line: 1, asked: '50.0001', left: '50' },
    })
  })
  test('[H1] two lines of the same sales line count together', () => {
    const lines = [
      { salesLineId: 'a', quantity: 30_0000 },
      { salesLineId: 'a', quantity: 25_0000 },
    ]
    expect(refusalOf(() => requireLeft(lines, states))).toMatchObject({ data: { line: 2, asked: '25', left: '20' } })
  })
})

describe('amounts of partial shipments', () => {
  test('[H2] three thirds of 100.00 are 33.33, 33.34 and 33.33', () => {
    const states = new Map([['a', line({ quantity: 3_0000, amount: 10_000 })]])
    const thirds = [1, 2, 3].map(() => ({ salesLineId: 'a', quantity: 1_0000 }))
    expect(shippedAmounts(thirds, states)).toEqual([3333, 3334, 3333])
  })
  const quantity = fc.integer({ min: 1, max: 5_000_0000 })
  test('[H2] partial shipments of any sizes add up to the line exactly, none below zero', () => {
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 1_000_000_000 }), (parts, amount) => {
        const state = line({ quantity: parts.reduce((a, b) => a + b, 0), amount })
        let charged = 0
        let shipped = 0
        for (const part of parts) {
          const [got] = shippedAmounts([{ salesLineId: 'a', quantity: part }], new Map([['a', { ...state, shipped, charged }]]))
          expect(got).toBeGreaterThanOrEqual(0)
          charged += got!
          shipped += part
        }
        expect(charged).toBe(amount)
      }),
    )
  })
  test('[H2] also when shipments in between are taken back and shipped again in another order', () => {
    fc.assert(
      fc.property(
        fc.array(quantity, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.nat(7), { maxLength: 10 }),
        (parts, amount, back) => {
          const whole = { quantity: parts.reduce((a, b) => a + b, 0), amount }
          const sent = new Map<number, number>()
          const send = (i: number) => {
            const shipped = [...sent.keys()].reduce((sum, k) => sum + parts[k]!, 0)
            const charged = [...sent.values()].reduce((a, b) => a + b, 0)
            const state = line({ ...whole, shipped, charged })
            sent.set(i, shippedAmounts([{ salesLineId: 'a', quantity: parts[i]! }], new Map([['a', state]]))[0]!)
          }
          parts.forEach((_, i) => send(i))
          for (const i of back) sent.delete(i % parts.length)
          for (let i = 0; i < parts.length; i++) if (!sent.has(i)) send(i)
          expect([...sent.values()].reduce((a, b) => a + b, 0)).toBe(amount)
        },
      ),
    )
  })
})

const term: PaymentTerm = [
  { share: '30', event: 'after-bill-of-lading', days: 30 },
  { share: '50', event: 'after-bill-of-lading', days: 60 },
  { share: '20', event: 'after-bill-of-lading', days: 90 },
]
describe('receivables', () => {
  test('[H4] [AG-01] 100 at 30 % in 30 days, 50 % in 60, 20 % in 90 makes 30, 50 and 20, each with its own due date', () => {
    const parts = [{ contractId: 'c', signedOn: '2026-01-05', term, amount: 10_000 }]
    expect(planReceivables(parts, { shippedOn: '2026-03-01', arrivesOn: null }, 71_000)).toEqual([
      { contractId: 'c', instalment: 1, event: 'after-bill-of-lading', dueDate: '2026-03-31', amount: 3000, base: 21_300 },
      { contractId: 'c', instalment: 2, event: 'after-bill-of-lading', dueDate: '2026-04-30', amount: 5000, base: 35_500 },
      { contractId: 'c', instalment: 3, event: 'after-bill-of-lading', dueDate: '2026-05-30', amount: 2000, base: 14_200 },
    ])
  })
  test('[H4] each event gives its own due date: signing, shipment, arrival known and assumed', () => {
    const mixed: PaymentTerm = [
      { share: '30', event: 'on-signing', days: 7 },
      { share: '20', event: 'before-shipment', days: 0 },
      { share: '50', event: 'after-arrival', days: 10 },
    ]
    const due = (arrivesOn: string | null) =>
      planReceivables(
        [{ contractId: 'c', signedOn: '2026-01-05', term: mixed, amount: 100 }],
        { shippedOn: '2026-03-01', arrivesOn },
        100,
      ).map((r) => r.dueDate)
    expect(due('2026-04-02')).toEqual(['2026-01-12', '2026-03-01', '2026-04-12'])
    expect(due(null)).toEqual(['2026-01-12', '2026-03-01', '2026-04-10'])
  })
  test('[H4] the end of the month and of the next one count from the day the goods left, with days after it; leap years and year ends', () => {
    const due = (shippedOn: string, event: 'end-of-month' | 'end-of-next-month', days = 0) =>
      planReceivables(
        [{ contractId: 'c', signedOn: '2015-12-01', term: [{ share: '100', event, days }], amount: 100 }],
        { shippedOn, arrivesOn: '2016-12-24' },
        100,
      )[0]?.dueDate
    expect(due('2016-01-22', 'end-of-next-month')).toBe('2016-02-29')
    expect(due('2015-01-31', 'end-of-next-month')).toBe('2015-02-28')
    expect(due('2016-12-31', 'end-of-next-month')).toBe('2017-01-31')
    expect(due('2016-02-01', 'end-of-month')).toBe('2016-02-29')
    expect(due('2016-02-29', 'end-of-month', 30)).toBe('2016-03-30')
    expect(due('2016-01-22', 'end-of-next-month', 60)).toBe('2016-04-29')
  })
  test('[H5] base amounts of several contracts and instalments add up to the total converted once', () => {
    const contract = fc.record({ amount: fc.integer({ min: 0, max: 9_999_999 }), cut: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(fc.array(contract, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 90_000_000 }), (contracts, totalBase) => {
        const parts = contracts.map(({ amount, cut }, i) => ({
          contractId: String(i),
          signedOn: '2026-01-05',
          term: [
            { share: String(cut), event: 'on-signing' as const, days: 0 },
            { share: String(100 - cut), event: 'letter-of-credit' as const, days: 60 },
          ],
          amount,
        }))
        const planned = planReceivables(parts, { shippedOn: '2026-03-01', arrivesOn: null }, totalBase)
        expect(planned.reduce((sum, r) => sum + r.base, 0)).toBe(totalBase)
        for (const { contractId, amount } of parts)
          expect(planned.filter((r) => r.contractId === contractId).reduce((sum, r) => sum + r.amount, 0)).toBe(amount)
      }),
    )
  })
})

describe('steps', () => {
  const at = (status: string) => ({ status, dispatchedOn: '2026-03-01' })
  test('[H9] [T37] nothing arrives before it sails; papers may travel ahead of the ship, the end waits for both', () => {
    const sailed = { ...at('on-board'), onBoardOn: '2026-03-05' }
    const late = (earlier: string, later: string) => ({ refused: 'date-out-of-order', data: { earlier, later, path: 'on' } })
    expect(refusalOf(() => requireStep(sailed, 'arrived', '2026-03-04'))).toEqual(late('2026-03-05', '2026-03-04'))
    const arrived = { ...sailed, status: 'arrived', arrivedOn: '2026-04-05' }
    expect(refusalOf(() => requireStep(arrived, 'documents-delivered', '2026-04-01'))).toBeUndefined()
    expect(refusalOf(() => requireStep(arrived, 'done', '2026-04-04'))).toEqual(late('2026-04-05', '2026-04-04'))
  })
  test('[H9] forward, with skipping; never back, never before the dispatch, never without one', () => {
    expect(refusalOf(() => requireStep(at('dispatched'), 'arrived', '2026-03-20'))).toBeUndefined()
    expect(refusalOf(() => requireStep(at('arrived'), 'on-board', '2026-03-20'))).toMatchObject({ refused: 'wrong-state' })
    expect(refusalOf(() => requireStep(at('arrived'), 'arrived', '2026-03-20'))).toMatchObject({ refused: 'wrong-state' })
    expect(refusalOf(() => requireStep(at('dispatched'), 'on-board', '2026-02-28'))).toEqual({
      refused: 'date-out-of-order',
      data: { earlier: '2026-03-01', later: '2026-02-28', path: 'on' },
    })
    expect(refusalOf(() => requireStep({ status: 'booked', dispatchedOn: null }, 'on-board', '2026-03-20'))).toEqual({
      refused: 'wrong-state',
      data: { kind: 'shipment', state: 'booked', needed: 'dispatched' },
    })
  })
})
