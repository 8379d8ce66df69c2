// Periods by a word: where they begin and end, at the edges of months, quarters and years.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, type IsoDate } from './dates.ts'
import { periodDays, PERIODS, type Period } from './periods.ts'

const of = (period: Period, today: IsoDate) => Object.values(periodDays(period, today)).join(' ')

test('[Q21] periods move with the company’s day', () => {
  expect(of('today', '2026-11-28')).toBe('2026-11-28 2026-11-28')
  expect(of('this-week', '2026-11-28')).toBe('2026-11-23 2026-11-29')
  expect(of('this-week', '2026-11-29')).toBe('2026-11-23 2026-11-29')
  expect(of('this-month', '2028-02-10')).toBe('2028-02-01 2028-02-29')
  expect(of('last-month', '2026-01-31')).toBe('2025-12-01 2025-12-31')
  expect(of('last-month', '2026-03-31')).toBe('2026-02-01 2026-02-28')
  expect(of('this-quarter', '2026-12-31')).toBe('2026-10-01 2026-12-31')
  expect(of('last-quarter', '2026-02-28')).toBe('2025-10-01 2025-12-31')
  expect(of('this-year', '2026-06-01')).toBe('2026-01-01 2026-12-31')
  expect(of('last-year', '2026-01-01')).toBe('2025-01-01 2025-12-31')
  expect(of('last-30-days', '2026-03-01')).toBe('2026-01-31 2026-03-01')
  expect(of('last-90-days', '2026-03-31')).toBe('2026-01-01 2026-03-31')
})

test('[Q21] [property] "this …" holds today; "last" month, quarter and year end the day before this one begins', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
  fc.assert(
    fc.property(day, fc.constantFrom(...PERIODS), (today, period) => {
      const { from, to } = periodDays(period, today)
      expect(from <= to).toBe(true)
      if (period.startsWith('this') || period === 'today') expect(from <= today && today <= to).toBe(true)
      const [, last, unit] = /^(last)-(month|quarter|year)$/.exec(period) ?? []
      if (last) expect(addDays(to, 1)).toBe(periodDays(`this-${unit}` as Period, today).from)
      const [, days] = /^last-(\d+)-days$/.exec(period) ?? []
      if (days) expect([to, daysBetween(from, to) + 1]).toEqual([today, Number(days)])
    }),
  )
})
