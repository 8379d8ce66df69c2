// The arithmetic of bills by itself.
import { describe, expect, it } from 'vitest'
import { billAmounts, cartonsOf, expenseAccount, splitVat } from './rules.ts'

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
