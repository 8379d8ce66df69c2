// The arithmetic of open items by itself.
import { describe, expect, it } from 'vitest'
import { apply, bucketsAsOf, canBeCleared, canGive, sideOf } from './rules.ts'

describe('allocation', () => {
  it('[T7] only advances, prepayments and credit notes give; only invoices, bills and commissions are settled', () => {
    expect(canGive({ account: '2203', kind: 'advance' })).toBe(true)
    expect(canGive({ account: '1122', kind: 'invoice' })).toBe(false)
    expect(canGive({ account: '2241', kind: 'unclaimed' })).toBe(false)
    expect(canBeCleared({ account: '2241', kind: 'commission' })).toBe(true)
    expect(sideOf({ account: '1221', kind: 'tax-refund' })).toBeNull()
  })
  it('[T8] a receivable gains when the receipt is worth more, a payable when it is worth less', () => {
    const part = (foreign: number, base: number) => ({ foreign, base, openForeign: foreign, openBase: base })
    expect(apply(part(-100, -550), 100, part(100, 500), 100).difference).toBe(50)
    expect(apply(part(100, 550), 100, part(-100, -500), 100).difference).toBe(-50)
    expect(Object.is(apply(part(-100, -500), 100, part(100, 500), 100).difference, 0)).toBe(true)
  })
})

describe('ageing', () => {
  it('[AG-26] 30/31/60/61/90/91/120/121 days old are in buckets 1/2/2/3/3/4/4/5', () => {
    const buckets = bucketsAsOf('2026-12-31', [30, 60, 90, 120])
    const day = (age: number) => new Date(Date.UTC(2026, 11, 31 - age)).toISOString().slice(0, 10)
    const at = (age: number) => buckets.findIndex((b) => (b.from === null || day(age) >= b.from) && day(age) <= b.to!) + 1
    expect([0, 1, 30, 31, 60, 61, 90, 91, 120, 121, 4000].map(at)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    expect(buckets.map((b) => b.label)).toEqual(['1–30', '31–60', '61–90', '91–120', '>120'])
  })
})
