// Days outstanding, worked out by hand. Rule CU37.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { daysOutstanding, simpleDays } from './collection-rules.ts'

const revenue = new Map([
  ['2026-04', 600_000],
  ['2026-05', 310_000],
  ['2026-06', 400_000],
])
it('[SC-09] [CU37] June and May are taken whole, of April what is left', () => {
  expect(daysOutstanding(900_000, revenue, '2026-06-30', '2026-01')).toEqual({ days: '70.5', more: false })
})
it('[CU37] the running month has its days so far; a month without revenue counts its days; older than all that is known is said', () => {
  expect(daysOutstanding(200_000, revenue, '2026-06-15', '2026-01')).toEqual({ days: '7.5', more: false })
  expect(daysOutstanding(0, revenue, '2026-06-30', '2026-01')).toEqual({ days: '0.0', more: false })
  expect(daysOutstanding(400_001, new Map([...revenue, ['2026-05', -5]]), '2026-06-30', '2026-01')).toEqual({ days: '61.0', more: false })
  expect(daysOutstanding(2_000_000, revenue, '2026-06-30', '2026-04')).toEqual({ days: '91.0', more: true })
  expect([simpleDays(900_000, 3_650_000), simpleDays(900_000, 0)]).toEqual(['90.0', null])
})
it('[property] the more is owed the more days, and what is owed of one month is no more than that month', () => {
  const months = fc.array(fc.integer({ min: -100, max: 10_000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }), (of, a, b) => {
      const known = new Map(of.map((minor, at) => [`2026-${String(6 - at).padStart(2, '0')}`, minor]))
      const first = [...known.keys()].at(-1)!
      const days = (owed: number) => Number(daysOutstanding(owed, known, '2026-06-30', first).days)
      expect(days(Math.max(a, b))).toBeGreaterThanOrEqual(days(Math.min(a, b)))
      const june = known.get('2026-06')!
      if (june > 0) expect(days(june)).toBe(30)
    }),
  )
})
