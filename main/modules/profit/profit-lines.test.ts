// The mapping of postings to profit lines.
import { describe, expect, test } from 'vitest'
import { actualLines, incomeOf, totalCostOf, type DealSum } from './profit-lines.ts'

describe('which line a posting belongs to', () => {
  const sum = (account: string, category: string, base: number, currency = 'CNY', foreign = base): DealSum => ({
    account,
    category,
    currency,
    base,
    foreign,
  })
  const sums = [
    sum('6001', '', -71_000, 'USD', -10_000),
    sum('6401', 'purchase', 40_000),
    sum('6401', 'tax-refund', -4600),
    sum('6601', 'freight', 7100, 'USD', 1000),
    sum('6601', 'insurance', 710),
    sum('6601', 'port-charge', 300),
    sum('6603', 'bank-charge', 50),
    sum('6603', 'exchange-difference', 120),
    sum('6603', 'write-off', 7),
    sum('1122', '', 71_000, 'USD', 10_000),
  ]
  test('[G1] every income and expense has its line, balance-sheet accounts have none, and the lines add up to the profit', () => {
    const lines = actualLines(sums)
    expect(Object.fromEntries([...lines].filter(([, amount]) => amount !== 0))).toEqual({
      revenue: 71_000,
      purchase: -40_000,
      'tax-refund': 4600,
      freight: -7100,
      insurance: -710,
      'port-charge': -300,
      'bank-charge': -50,
      other: -7,
      'exchange-difference': -120,
    })
    expect([...lines.values()].reduce((a, b) => a + b, 0)).toBe(71_000 - 40_000 + 4600 - 7100 - 710 - 300 - 50 - 7 - 120)
  })
  test('[G4] the foreign income leaves out financial expense; the total cost takes domestic costs alone', () => {
    expect(incomeOf(sums, 'USD')).toEqual({ foreign: 10_000, foreignBase: 71_000, otherBase: 0, charges: 1000, otherChargesBase: 710 })
    expect(totalCostOf(sums)).toBe(40_000 - 4600 + 300)
  })
})
