// The corpus of what people type into date fields.
import { expect, test } from 'vitest'
import { dateOf, monthsLater } from './typed-dates.ts'

const TODAY = '2026-11-23'
const day = (typed: string, today = TODAY) => {
  const read = dateOf(typed, today)
  return read.ok ? read.value : read.rule
}

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026/1/5', '2026-01-05'],
  ['2026.1.5', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['２０２６－１１－２３', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['261123', '2026-11-23'],
  ['26-1-5', '2026-01-05'],
  ['11-23', '2026-11-23'],
  ['11月23日', '2026-11-23'],
  ['1123', '2026-11-23'],
  ['1-5', '2027-01-05'],
  ['9', '2026-11-09'],
  ['+30', '2026-12-23'],
  ['-1', '2026-11-22'],
  ['', null],
])('date typed as %j', (typed, date) => expect(day(typed)).toBe(date))

test.each(['2026-02-30', '13-1', '31', '2026-13-01', '123', 'tomorrow', '1899-01-01', '2026-1-2-3', 'week 5', '十二abc,,5'])(
  'date refused: %j',
  (typed) => expect(day(typed)).toBe('date'),
)

test('in January a December day is last year’s', () => expect(day('12-30', '2027-01-03')).toBe('2026-12-30'))
test('29 February is the nearest one there is', () => expect(day('2-29', '2027-12-01')).toBe('2028-02-29'))
test('a month later is never in the month after, and none is later than a day may be', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2026-11-23', 2)).toBe('2027-01-23')
  expect(monthsLater('2026-03-31', -1)).toBe('2026-02-28')
  expect(monthsLater('2199-12-31', 1)).toBe('2199-12-31')
})
