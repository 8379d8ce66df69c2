// Days on which rules ask: the cases of date, and what holds of every rule. Rules D20 to D24.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { addWorkingDays } from '../../../preload/contract/vocabulary/working-days.ts'
import { asked } from '../../records/due.ts'
import { askingDays, escalationDay, firstDay, lastAnchor, lastAskingDay, type Days } from './days.ts'
import { calendarWith } from '../../records/tasks/index.ts'

const calendar = calendarWith([])
const whom = ['owner']
const days = (first: number, more: Partial<Days> = {}): Days => ({ ...asked({ first, whom }), ...more })
const ask = (given: Days, move: 'back' | 'forward' | 'none', anchor: string, until: string, stopOn: string | null = null) =>
  askingDays(calendar, given, move, { anchor, stopOn }, until)

test('[D20] make-up days are worked, Sundays too; a year without a table has its weekends alone', () => {
  expect(['2026-02-14', '2026-09-20', '2026-01-04'].map(calendar.isWorkingDay)).toEqual([true, true, true])
  expect(['2026-02-17', '2026-10-01', '2026-02-15'].map(calendar.isWorkingDay)).toEqual([false, false, false])
  expect([calendar.knows(2026), calendar.knows(2027)]).toEqual([true, false])
})

test('[D21] before a deadline an off day moves back, after it forward', () => {
  expect(ask(days(-3), 'back', '2026-02-20', '2026-12-31')).toEqual(['2026-02-14'])
  expect(ask(days(-3), 'back', '2026-09-23', '2026-12-31')).toEqual(['2026-09-20'])
  expect(ask(days(-5), 'back', '2026-05-09', '2026-12-31')).toEqual(['2026-04-30'])
  expect(firstDay(calendar, days(30), 'forward', { anchor: '2025-12-02' })).toBe('2026-01-04')
})

test('[D22] further days are counted from the raw first one, and those that fall together are one', () => {
  const found = ask(days(2, { every: 2, atMost: null }), 'forward', '2026-09-30', '2026-10-16')
  expect(found).toEqual(['2026-10-08', '2026-10-10', '2026-10-12', '2026-10-14', '2026-10-16'])
})

test('[D22] they end before the day on which something else takes over', () => {
  const found = ask(days(7, { every: 7, atMost: null }), 'forward', '2026-01-29', '2026-12-31', '2026-02-28')
  expect(found).toEqual(['2026-02-05', '2026-02-12', '2026-02-24', '2026-02-26'])
})

test('[D22] named further days, and at most so many', () => {
  expect(ask(days(-7, { again: [-2] }), 'back', '2026-10-01', '2026-12-31')).toEqual(['2026-09-24', '2026-09-29'])
  const three = ask(days(5, { every: 7, atMost: 3 }), 'forward', '2025-09-29', '2026-12-31')
  expect(three).toEqual(['2025-10-09', '2025-10-11', '2025-10-20'])
})

test('[D22] in working days: two after Friday is Tuesday, and each further one from the raw first', () => {
  const found = ask(days(2, { firstUnit: 'working', every: 2, everyUnit: 'working', atMost: null }), 'forward', '2026-03-06', '2026-03-16')
  expect(found).toEqual(['2026-03-10', '2026-03-12', '2026-03-16'])
})

test('[D23] the head is asked so many working days after the first day, or on the anchor’s own', () => {
  expect(escalationDay(calendar, 3, { anchor: '2026-09-28', firstOn: '2026-09-30' })).toBe('2026-10-10')
  expect(escalationDay(calendar, 0, { anchor: '2026-10-01', firstOn: '2026-09-24' })).toBe('2026-09-30')
  expect(escalationDay(calendar, null, { anchor: '2026-10-01', firstOn: '2026-09-24' })).toBeNull()
})

test('[D20] a year whose holidays nobody knows', () => {
  expect(ask(days(-4), 'back', '2027-02-09', '2027-12-31')).toEqual(['2027-02-05'])
  expect(ask(days(-1), 'none', '2026-02-28', '2026-12-31')).toEqual(['2026-02-27'])
  expect(ask(days(-1), 'none', '2028-02-29', '2028-12-31')).toEqual(['2028-02-28'])
})

test('[D21] whatever the rule: each day is worked, none comes after a deadline, none is missed by the rows that are read', () => {
  const someDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-02-01', n))
  const before = fc.record({
    first: fc.integer({ min: -60, max: 0 }),
    anchor: someDay,
    unit: fc.constantFrom('calendar' as const, 'working' as const),
  })
  fc.assert(
    fc.property(before, ({ first, anchor, unit }) => {
      const given = days(first, { firstUnit: unit })
      const day = firstDay(calendar, given, 'back', { anchor })
      expect(calendar.isWorkingDay(day)).toBe(true)
      expect(day <= anchor).toBe(true)
      // On the day itself its row is among those that are read.
      expect(lastAnchor(given, 'back', day) >= anchor).toBe(true)
    }),
  )
  const after = fc.record({ first: fc.integer({ min: 1, max: 60 }), every: fc.integer({ min: 1, max: 30 }), anchor: someDay })
  fc.assert(
    fc.property(after, ({ first, every, anchor }) => {
      const found = ask(days(first, { every, atMost: null }), 'forward', anchor, addDays(anchor, 120))
      expect(found.every(calendar.isWorkingDay)).toBe(true)
      expect(found).toEqual([...new Set(found)].toSorted())
      expect(found.every((day) => day > anchor)).toBe(true)
    }),
  )
})

test('[D22] the last asking day is the last of all of them', () => {
  const rule = fc.record({
    first: fc.integer({ min: -40, max: 40 }),
    every: fc.option(fc.integer({ min: 1, max: 30 })),
    atMost: fc.option(fc.integer({ min: 1, max: 5 })),
    at: fc.integer({ min: 0, max: 700 }),
    later: fc.integer({ min: -60, max: 300 }),
    move: fc.constantFrom('back' as const, 'forward' as const, 'none' as const),
    everyUnit: fc.constantFrom('calendar' as const, 'working' as const),
  })
  fc.assert(
    fc.property(rule, ({ first, every, atMost, at, later, move, everyUnit }) => {
      const anchor = addDays('2025-02-01', at)
      const given = days(first, { every, atMost, everyUnit })
      const until = addDays(anchor, later)
      expect(lastAskingDay(calendar, given, move, { anchor }, until)).toBe(ask(given, move, anchor, until).at(-1) ?? null)
    }),
  )
})

test('[D20] so many working days on and back again is where one was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 40 }), (at, count) => {
      const from = addWorkingDays(calendar, addDays('2025-02-01', at), 1)
      expect(addWorkingDays(calendar, addWorkingDays(calendar, from, count), -count)).toBe(from)
    }),
  )
})
