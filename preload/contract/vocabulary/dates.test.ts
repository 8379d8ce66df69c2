// The company's day at an instant.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayIn, dayStart, hourIn, instantIn, minuteIn, weekdayOf } from './dates.ts'

const byCalendar = (timeZone: string, instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))

test("a zone calculated by hand has the calendar's days, before and after its clocks were turned", () => {
  const moment = fc.date({ min: new Date('1986-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (at) => {
      const instant = at.toISOString()
      const day = dayIn('Asia/Shanghai', instant)
      expect(day).toBe(byCalendar('Asia/Shanghai', instant))
      const [begins, ends] = [dayStart('Asia/Shanghai', day), dayStart('Asia/Shanghai', addDays(day, 1))]
      expect(begins <= instant && instant < ends).toBe(true)
    }),
  )
})

test('a day lasts from its first instant to the one before the next day, in every zone', () => {
  for (const [zone, first, next] of [
    ['Asia/Shanghai', '2026-03-01T16:00:00.000Z', '2026-03-02T16:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ] as const) {
    const day = dayIn(zone, first)
    expect(dayStart(zone, day)).toBe(first)
    expect(dayIn(zone, new Date(Date.parse(next) - 1).toISOString())).toBe(day)
    expect(dayIn(zone, next)).toBe(addDays(day, 1))
  }
})

test('[U25] the hour of the company’s clock', () => {
  expect(
    ['2026-03-02T00:30:00.000Z', '2026-03-02T15:59:59.000Z', '2026-03-02T16:00:00.000Z'].map((at) => hourIn('Asia/Shanghai', at)),
  ).toEqual([8, 23, 0])
  expect(hourIn('America/New_York', '2026-03-02T17:00:00.000Z')).toBe(12)
})

test('an instant is found by the day and the time of a clock, also on days on which clocks are turned', () => {
  expect(instantIn('Asia/Shanghai', '2026-12-01', '09:00')).toBe('2026-12-01T01:00:00.000Z')
  expect(instantIn('Europe/Berlin', '2026-03-29', '09:00')).toBe('2026-03-29T07:00:00.000Z')
  expect(instantIn('America/New_York', '2026-11-01', '09:00')).toBe('2026-11-01T14:00:00.000Z')
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
  const time = fc
    .integer({ min: 4 * 60, max: 23 * 60 + 59 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'), day, time, (zone, on, at) => {
      expect(minuteIn(zone, instantIn(zone, on, at))).toBe(`${on} ${at}`)
    }),
  )
})
test('weekdays from the calendar day alone', () => {
  expect(['2026-03-02', '2026-03-08', '1979-12-31'].map(weekdayOf)).toEqual([0, 6, 0])
})
test('months on is the same day, or the last of the month', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2026-11-23', 2), addMonths('2026-03-31', -1), addMonths('2024-02-29', 12)]).toEqual([
    ...['2026-02-28', '2027-01-23', '2026-02-28', '2025-02-28'],
  ])
})
