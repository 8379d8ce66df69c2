// Figures of the home page from the totals of lists.
import { expect, test } from 'vitest'
import { baseTotal, scopeBeyond } from './home-figures.ts'

const cny = (minor: number) => ({ minor, currency: 'CNY' })
const answer = {
  rows: [],
  columns: [],
  totals: { total: [cny(1000)], notDue: [cny(400)], bucket1: [cny(350)], bucket2: [cny(250)], items: ['3'] },
}

test('a figure says whose items it holds when there are more, and nothing when there are none', () => {
  expect(scopeBeyond({ ...answer, header: { scope: 'department', outside: 'some' } })).toBe('department')
  expect(scopeBeyond({ ...answer, header: { scope: 'department', outside: 'none' } })).toBeUndefined()
  expect(scopeBeyond(answer)).toBeUndefined()
})
test('a total nobody has a row for is zero, and unknown while nothing is read', () => {
  expect(baseTotal(answer, 'advances', 'CNY')).toEqual(cny(0))
  expect(baseTotal(undefined, 'total', 'CNY')).toBeNull()
})
