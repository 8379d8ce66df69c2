// The arithmetic of treasury by itself.
import { describe, expect, it } from 'vitest'
import {
  apply,
  baseLeavingBank,
  billAmounts,
  bucketsAsOf,
  canBeSettled,
  canGive,
  cartonsOf,
  expenseAccount,
  sideOf,
  splitVat,
} from './rules.ts'

const RATE = 100_000_000
describe('bills', () => {
  it('[T3] net and VAT of a VAT-inclusive amount add up to it', () => {
    expect(splitVat(28_250_000, 130_000)).toEqual({ net: 25_000_000, vat: 3_250_000 })
    expect(splitVat(100, 130_000)).toEqual({ net: 88, vat: 12 })
    expect(splitVat(100, 0)).toEqual({ net: 100, vat: 0 })
  })
  it('[T3] the payable is total × rate once, shared over the lines exactly', () => {
    const lines = [1, 1, 1].map((amount) => ({ amount, vatRate: 0 }))
    const bill = billAmounts({ currency: 'USD', rate: 7.15 * RATE, lines }, 'CNY')
    expect(bill.total).toBe(3)
    expect(bill.totalBase).toBe(21) // 0.03 × 7.15 = 0.2145
    expect(bill.lines.reduce((n, l) => n + l.netBase + l.vatBase, 0)).toBe(21)
  })
  it('[T4] books bank charges as financial expense, others to selling expense of a deal or overhead', () => {
    expect(expenseAccount('bank-charge', true)).toBe('6603')
    expect(expenseAccount('freight', true)).toBe('6601')
    expect(expenseAccount('freight', false)).toBe('6602')
  })
  it('[T5] a carton that is not full is a carton', () => {
    expect(cartonsOf(25_0000, 10_0000).toNumber()).toBe(3)
    expect(cartonsOf(25_0000, 0).toNumber()).toBe(0)
  })
})

describe('bank', () => {
  it('[T10] money leaves at the average, all of the base value when the account is emptied', () => {
    expect(baseLeavingBank({ foreign: 300, base: 1000, isBase: false }, 100, 0)).toBe(333)
    expect(baseLeavingBank({ foreign: 300, base: 1000, isBase: false }, 300, 0)).toBe(1000)
    expect(baseLeavingBank({ foreign: 300, base: 300, isBase: true }, 500, 0)).toBe(500)
  })
  it('[T10] what goes beyond the balance leaves at its own rate', () => {
    expect(baseLeavingBank({ foreign: 100, base: 700, isBase: false }, 200, 1500)).toBe(700 + 750)
    expect(baseLeavingBank({ foreign: -50, base: -350, isBase: false }, 200, 1500)).toBe(1500)
  })
})

describe('allocation', () => {
  it('[T7] only advances, prepayments and credit notes give; only invoices, bills and commissions are settled', () => {
    expect(canGive({ account: '2203', kind: 'advance' })).toBe(true)
    expect(canGive({ account: '1122', kind: 'invoice' })).toBe(false)
    expect(canGive({ account: '2241', kind: 'unclaimed' })).toBe(false)
    expect(canBeSettled({ account: '2241', kind: 'commission' })).toBe(true)
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
