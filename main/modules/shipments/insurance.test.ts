// The sum insured and its premium: golden case C6 of papers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverAllRisks, isInsuredBySeller, leastConditions, leastInsured, premiumOf, sumInsured } from './insurance.ts'

test('[H59] 110 % of USD 45,678.95 goes up to 50,246.85, whole units on to 50,247.00; premium at 0.3 % is 150.74 (C6)', () => {
  expect(sumInsured(45_678_95, 100_000, 'USD', false)).toBe(50_246_85)
  expect(sumInsured(45_678_95, 100_000, 'USD', true)).toBe(50_247_00)
  expect(leastInsured(45_678_95, 'USD')).toBe(50_246_85)
  expect(premiumOf(50_246_85, 3000)).toBe(150_74)
  // Currencies of no and of three minor units.
  expect(sumInsured(4167, 100_000, 'JPY', true)).toBe(4584)
  expect(sumInsured(154_318, 100_000, 'KWD', false)).toBe(169_750)
  expect(sumInsured(154_318, 100_000, 'KWD', true)).toBe(170_000)
})
test('[H59] never below the markup, and by less than a unit above it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e11 }), fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (invoice, markup, isWhole) => {
      const sum = sumInsured(invoice, markup, 'USD', isWhole)
      const exact = (BigInt(invoice) * BigInt(1_000_000 + markup)) / 1_000_000n
      expect(BigInt(sum) >= exact).toBe(true)
      expect(BigInt(sum) <= exact + (isWhole ? 100n : 1n)).toBe(true)
    }),
  )
})
test('[H60] the seller insures by CIF, CIP and the D terms; CIP asks for clauses (A)', () => {
  expect((['EXW', 'FOB', 'CFR', 'CIF', 'CIP', 'DAP', 'DDP'] as const).filter(isInsuredBySeller)).toEqual(['CIF', 'CIP', 'DAP', 'DDP'])
  expect([leastConditions('CIF'), leastConditions('CIP')]).toEqual(['INSTITUTE CARGO CLAUSES (C)', 'INSTITUTE CARGO CLAUSES (A)'])
  expect(['ICC (A), WAR', 'covering All Risks', '一切险加战争险', 'ICC (C)'].map(coverAllRisks)).toEqual([true, true, true, false])
})
