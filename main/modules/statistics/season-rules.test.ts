// Seasons worked out by hand. Rule CU36.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seasonOf } from './season-rules.ts'

const year = (y: number, of: (month: number) => number): [string, number][] =>
  Array.from({ length: 12 }, (_, at) => [`${y}-${String(at + 1).padStart(2, '0')}`, of(at + 1)])

it('[CU36] a big year does not rule; one that is not above zero is left out, and so are months before anything is known', () => {
  const even = year(2024, () => 10)
  const big = year(2025, (month) => (month === 12 ? 12_000 : 0))
  const both = seasonOf(new Map([...even, ...big]), { first: '2024-01', last: '2025-12' })
  expect(both).toEqual({ index: [...Array.from({ length: 11 }, () => '50.0'), '650.0'], years: 2 })
  const lost = year(2023, () => -1)
  expect(seasonOf(new Map([...lost, ...even]), { first: '2023-01', last: '2024-12' })).toEqual({
    index: Array.from({ length: 12 }, () => '100.0'),
    years: 1,
  })
  expect(seasonOf(new Map(even), { first: '2024-02', last: '2024-12' })).toEqual({
    index: Array.from({ length: 12 }, () => null),
    years: 0,
  })
})
it('[CU36] years run back from the last whole month, each month to its own place', () => {
  const values = new Map([...year(2024, (month) => (month > 3 ? 0 : 5)), ...year(2025, (month) => (month <= 3 ? 30 : 10))])
  // April 2024 to March 2025: three months of thirty.
  const season = seasonOf(values, { first: '2024-04', last: '2025-03' })
  expect(season).toEqual({ index: ['400.0', '400.0', '400.0', ...Array.from({ length: 9 }, () => '0.0')], years: 1 })
})
it('[property] of one year the twelve make 1,200 but for rounding, whatever month it ends with', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (minors, end) => {
      const at = (back: number) => {
        const number = 2025 * 12 + end - 1 - back
        return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
      }
      const { index, years } = seasonOf(new Map(minors.map((minor, back) => [at(back), minor])), { first: at(11), last: at(0) })
      expect(years).toBe(minors.some((minor) => minor > 0) ? 1 : 0)
      if (years === 1) expect(Math.abs(index.reduce((sum, one) => sum + Number(one), 0) - 1200)).toBeLessThanOrEqual(0.7)
    }),
  )
})
