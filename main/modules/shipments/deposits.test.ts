// Deposits on invoices: golden case C5 of papers to the cent, and that partial shipments use up a deposit exactly.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { depositsOfParts, type Part } from './deposits.ts'

const term: PaymentTerm = [
  { share: '30', event: 'on-signing', days: 0 },
  { share: '70', event: 'after-bill-of-lading', days: 30 },
]
const came = (amount: number, on = '2026-03-01') => ({ on, amount })
const part = (amount: number, more: Partial<Part> = {}): Part => ({
  ...{ shipmentId: more.shipmentId ?? `s${amount}`, leavesOn: '2026-05-12', amount, completes: false },
  ...more,
})
const C5 = [part(20_000_05), part(29_999_95, { completes: true })]

describe('[H55] the deposit of an invoice', () => {
  it('is the instalment before shipment, and the last shipment takes what is left, to the cent (C5)', () => {
    expect(depositsOfParts(C5, term, { open: [came(15_000_00)], applied: [], owed: [] })).toEqual([6_000_01, 8_999_99])
  })
  it('is what was applied to the shipment, where that has been done', () => {
    const applied = [{ ...came(6_000_01), shipmentId: 's2000005' }]
    expect(depositsOfParts(C5, term, { open: [came(8_999_99)], applied, owed: [] })).toEqual([6_000_01, 8_999_99])
    // Applied otherwise than the payment term says.
    const less = [{ ...came(5_000_00), shipmentId: 's2000005' }]
    expect(depositsOfParts(C5, term, { open: [came(10_000_00)], applied: less, owed: [] })).toEqual([5_000_00, 10_000_00])
  })
  it('counts no money that came after the goods had left: that is the balance being paid', () => {
    const later = '2026-06-10'
    const applied = [
      { ...came(6_000_01), shipmentId: 's2000005' },
      { ...came(14_000_04, later), shipmentId: 's2000005' },
    ]
    expect(depositsOfParts(C5, term, { open: [came(8_999_99), came(20_000_00, later)], applied, owed: [] })).toEqual([6_000_01, 8_999_99])
  })
  it('leaves the balance of an earlier invoice alone, which has come and is not applied yet', () => {
    const applied = [{ ...came(6_000_01), shipmentId: 's2000005' }]
    const owed = [{ shipmentId: 's2000005', amount: 14_000_04 }]
    const open = [came(8_999_99), came(14_000_04, '2026-06-10')]
    const [first, last] = C5 as [Part, Part]
    expect(depositsOfParts([first, { ...last, leavesOn: '2026-07-01' }], term, { open, applied, owed })).toEqual([6_000_01, 8_999_99])
  })
  it('is nothing where none has come, less where less has come, and never above the invoice', () => {
    expect(depositsOfParts(C5, term, { open: [], applied: [], owed: [] })).toEqual([0, 0])
    expect(depositsOfParts(C5, term, { open: [came(4_000_00)], applied: [], owed: [] })).toEqual([4_000_00, 0])
    expect(depositsOfParts([part(10_00, { completes: true })], term, { open: [came(99_00)], applied: [], owed: [] })).toEqual([10_00])
  })
  it('used up exactly by whatever partial shipments, applied or not, none below zero or above its invoice', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 60 }), fc.array(fc.boolean(), { maxLength: 12 }), (amounts, share, isApplied) => {
        const its: PaymentTerm = [
          { share: String(share), event: 'before-shipment', days: 0 },
          { share: String(100 - share), event: 'letter-of-credit', days: 0 },
        ]
        const whole = amounts.reduce((total, amount) => total + amount, 0)
        const deposit = Math.round((whole * share) / 100)
        const parts = amounts.map((amount, at) => part(amount, { shipmentId: String(at), completes: at === amounts.length - 1 }))
        // Nothing is applied yet, then each invoice's deposit is applied as soon as it has gone out, or later, or never.
        const planned = depositsOfParts(parts, its, { open: [came(deposit)], applied: [], owed: [] })
        const applied = planned.flatMap((amount, at) => (isApplied[at] && amount > 0 ? [{ ...came(amount), shipmentId: String(at) }] : []))
        const open = [came(deposit - applied.reduce((total, { amount }) => total + amount, 0))]
        expect(depositsOfParts(parts, its, { open, applied, owed: [] })).toEqual(planned)
        const used = planned.reduce((total, one) => total + one, 0)
        planned.forEach((one, at) => {
          expect(one).toBeGreaterThanOrEqual(0)
          expect(one).toBeLessThanOrEqual(amounts[at]!)
        })
        // The last one takes all that is left, unless it is smaller than that.
        expect(used === deposit || planned.at(-1) === amounts.at(-1)).toBe(true)
        expect(used).toBeLessThanOrEqual(deposit)
      }),
    )
  })
})
