// Classes, scores, cycles and rhythm at their borders. Rules CU30 to CU33; Northwind's answers are in northwind.test.ts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { abcOf, cycleOf, rfmOf, rhythmOf, scoresOf, yearToLast } from './customer-rules.ts'

const values = (...list: [string, number][]) => new Map(list)
const daysAt = (...offsets: number[]) => offsets.map((at) => addDays('2026-01-01', at))

test('[CU30] who crosses a border belongs to the better class; equal values share one; what is not above zero is C', () => {
  // 80 before the third: no longer below 80 %.
  expect([...abcOf(values(['a', 50], ['b', 30], ['c', 15], ['d', 5]))]).toEqual([
    ['a', 'A'],
    ['b', 'A'],
    ['c', 'B'],
    ['d', 'C'],
  ])
  expect(abcOf(values(['a', 79], ['b', 7], ['c', 7], ['d', 7])).get('d')).toBe('A')
  expect([...abcOf(values(['a', 0], ['b', -5])).values()]).toEqual(['C', 'C'])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 1000 }), { maxLength: 40 }), (list) => {
      const given = new Map(list.map((value, at) => [String(at), value]))
      const classes = abcOf(given)
      const order = 'ABC'
      for (const [a, x] of given)
        for (const [b, y] of given) {
          if (x === y) expect(classes.get(a)).toBe(classes.get(b))
          if (x > y) expect(order.indexOf(classes.get(a)!)).toBeLessThanOrEqual(order.indexOf(classes.get(b)!))
        }
    }),
  )
})

test('[CU31] scores by how many are strictly worse; fewer than five say nothing', () => {
  expect(scoresOf(values(['a', 1], ['b', 2], ['c', 3], ['d', 4]), true)).toBeNull()
  expect([...scoresOf(values(['a', 10], ['b', 20], ['c', 20], ['d', 30], ['e', 40]), true)!.values()]).toEqual([1, 2, 2, 4, 5])
  // Of days since the last order, few are better.
  expect([...scoresOf(values(['a', 10], ['b', 20], ['c', 20], ['d', 30], ['e', 40]), false)!.values()]).toEqual([5, 3, 3, 2, 1])
  const of = (key: string, silent: number, orderDays: number, net: number) => ({ key, silent, orderDays, net })
  const five = [of('a', 1, 9, 900), of('b', 90, 8, 800), of('c', 5, 1, 10), of('d', 60, 2, 20), of('e', 99, 1, -5)]
  expect([...rfmOf(five)].map(([key, { recency, frequency, money, group }]) => [key, `${recency}${frequency}${money}`, group])).toEqual([
    ['a', '555', 'key-value'],
    ['b', '244', 'key-keep'],
    ['c', '412', 'plain-develop'],
    ['d', '333', 'plain-win-back'],
    // Who has brought nothing in the end scores 1 for money.
    ['e', '111', 'plain-win-back'],
  ])
  expect([...rfmOf(five.map((one) => ({ ...one, net: 0 }))).values()].map(({ money }) => money)).toEqual([1, 1, 1, 1, 1])
  expect(rfmOf(five.slice(1))).toEqual(new Map())
})

test('[CU32] the median keeps its half day; one order day has no cycle', () => {
  expect(cycleOf(daysAt(0))).toBeNull()
  expect(cycleOf(daysAt(0, 10, 25))).toEqual({ halves: 25, sum: 25, count: 2 })
  expect(cycleOf(daysAt(0, 10, 25, 26))).toEqual({ halves: 20, sum: 26, count: 3 })
})

test('[CU33] equal is not greater: at one and a half cycles a customer is in rhythm, at three drifting', () => {
  const days = daysAt(0, 60, 120)
  const at = (silent: number) => rhythmOf(days, addDays('2026-01-01', 120 + silent))
  expect([at(90), at(91), at(180), at(181)]).toEqual(['in-rhythm', 'drifting', 'drifting', 'lost'])
  // A quick buyer is not given up within a month, nor within half a year.
  const quick = daysAt(0, 5, 10)
  const after = (silent: number) => rhythmOf(quick, addDays('2026-01-01', 10 + silent))
  expect([after(29), after(30), after(179), after(180)]).toEqual(['in-rhythm', 'drifting', 'drifting', 'lost'])
  expect(rhythmOf(daysAt(0, 60), '2030-01-01')).toBe('too-few')
  expect(yearToLast(new Map(daysAt(0, 1, 365).map((day) => [day, 100])), daysAt(365)[0]!)).toBe(200)
})
