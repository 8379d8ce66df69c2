// Pop-ups: for what is new only, and never more than one a minute.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstKnown, isQuiet, nothingKnown, POP_UP_EVERY_MS, popUpDue, type Known } from './notifications.ts'

const at = (n: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, n)).toISOString()

test('the first look only learns what is there', () => {
  expect(popUpDue(nothingKnown, at(1), 0)).toBeNull()
  expect(popUpDue({ newest: at(1), shownAt: null }, at(1), 0)).toBeNull()
  expect(popUpDue({ newest: at(1), shownAt: null }, null, 0)).toBeNull()
})
test('what was not seen is caught up with at the first look, unless somebody is looking', () => {
  const first = (looking: boolean) => popUpDue(firstKnown(at(5), at(2), looking), at(5), 0)
  expect([first(false), first(true)]).toEqual([{ wait: 0 }, null])
  expect(popUpDue(firstKnown(at(5), at(5), false), at(5), 0)).toBeNull()
  expect(popUpDue(firstKnown(null, '', false), null, 0)).toBeNull()
})
test('quiet hours may go over midnight; the end belongs to the day', () => {
  const night = { from: '22:00', to: '07:30' }
  expect(['21:59', '22:00', '03:00', '07:29', '07:30'].map((minute) => isQuiet(night, minute))).toEqual([false, true, true, true, false])
  const noon = { from: '12:00', to: '13:30' }
  expect(['11:59', '12:00', '13:29', '13:30'].map((minute) => isQuiet(noon, minute))).toEqual([false, true, true, false])
  expect([isQuiet({ from: '', to: '07:00' }, '03:00'), isQuiet({ from: '08:00', to: '08:00' }, '08:00')]).toEqual([false, false])
})
test('what is newer pops up at once, or when the minute since the last one is over', () => {
  expect(popUpDue({ newest: at(1), shownAt: null }, at(2), 5)).toEqual({ wait: 0 })
  expect(popUpDue({ newest: '', shownAt: null }, at(2), 5)).toEqual({ wait: 0 })
  expect(popUpDue({ newest: at(1), shownAt: 1000 }, at(2), 21_000)).toEqual({ wait: 40_000 })
  expect(popUpDue({ newest: at(1), shownAt: 1000 }, at(2), 1000 + POP_UP_EVERY_MS)).toEqual({ wait: 0 })
})
test('never more than one a minute, and nothing is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }), (steps) => {
      let known: Known = { newest: '', shownAt: null }
      let held: number | null = null
      let clock = 0
      const shown: number[] = []
      const pass = (until: number) => {
        if (held !== null && held <= until) {
          shown.push(held)
          known = { ...known, shownAt: held }
          held = null
        }
      }
      for (const step of steps) {
        clock += step * 1000
        pass(clock)
        const due = popUpDue(known, at(clock / 1000), clock)
        known = { ...known, newest: at(clock / 1000) }
        if (due && held === null) held = clock + due.wait
      }
      pass(Number.POSITIVE_INFINITY)
      for (const [i, one] of shown.entries()) if (i > 0) expect(one - shown[i - 1]!).toBeGreaterThanOrEqual(POP_UP_EVERY_MS)
      // Every arrival is at or before a pop-up.
      expect(shown.at(-1)).toBeGreaterThanOrEqual(clock)
    }),
  )
})
