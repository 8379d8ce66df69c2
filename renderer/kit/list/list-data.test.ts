// The plain parts of lists: order of columns, sorting by clicks, filters as the office takes them.
import { expect, test } from 'vitest'
import { column } from '../../../preload/contract/define/index.ts'
import { cellOpens, cellText, saysCurrency } from './cell-text.ts'
import { filterOf, operatorsOf } from './filter-operators.ts'
import { askable, moved, placed, plainLook, sortedBy } from './list-view-settings.ts'

const columns = { a: column.text(), b: column.text({ hidden: true }), c: column.text({ fixed: true }), d: column.text() }
const fields = (look = plainLook) => placed(columns, look).map((p) => p.field)

test('a column that is new since the user chose an order stands after its neighbour', () => {
  expect(fields()).toEqual(['a', 'b', 'c', 'd'])
  expect(fields({ ...plainLook, order: ['d', 'a', 'gone'] })).toEqual(['d', 'a', 'b', 'c'])
  expect(fields({ ...plainLook, order: moved(['a', 'b', 'c', 'd'], 'd', 0) })).toEqual(['d', 'a', 'b', 'c'])
})
test('hidden by declaration, shown by the user', () => {
  const shown = (visible: Record<string, boolean>) =>
    placed(columns, { ...plainLook, visible })
      .filter((p) => p.visible)
      .map((p) => p.field)
  expect(shown({})).toEqual(['a', 'c', 'd'])
  expect(shown({ b: true, a: false })).toEqual(['b', 'c', 'd'])
})
test('sorting: one click, again, a third; with Shift beside the others, four at most', () => {
  const up = { field: 'a', descending: false }
  const down = { field: 'a', descending: true }
  expect(sortedBy([], 'a', false)).toEqual([up])
  expect(sortedBy([up], 'a', false)).toEqual([down])
  expect(sortedBy([down], 'a', false)).toEqual([])
  expect(sortedBy([up], 'd', true)).toEqual([up, { field: 'd', descending: false }])
  const four = ['1', '2', '3', '4'].map((field) => ({ field, descending: false }))
  expect(sortedBy(four, 'a', true)).toEqual(four)
})
test('nothing is asked of columns that are gone, or that cannot be asked about', () => {
  const look = {
    ...plainLook,
    sort: [
      { field: 'a', descending: true },
      { field: 'gone', descending: true },
      { field: 'c', descending: true },
    ],
    filters: [{ field: 'gone', op: 'is' as const, value: 'x' }],
  }
  expect(askable(columns, look)).toEqual({ sort: [{ field: 'a', descending: true }], filters: [] })
})
test('filters as the office takes them', () => {
  expect(filterOf({ field: 'a', op: 'between', values: ['1', '2'] })).toEqual({ field: 'a', op: 'between', value: ['1', '2'] })
  expect(filterOf({ field: 'a', op: 'between', values: ['1', ''] })).toEqual({ field: 'a', op: 'greater-or-equal', value: '1' })
  expect(filterOf({ field: 'a', op: 'between', values: ['', '2'] })).toEqual({ field: 'a', op: 'less-or-equal', value: '2' })
  expect(filterOf({ field: 'a', op: 'between', values: [] })).toBeNull()
  expect(filterOf({ field: 'a', op: 'empty', values: ['x'] })).toEqual({ field: 'a', op: 'empty' })
  expect(filterOf({ field: 'a', op: 'in', values: ['x', 'y'] })).toEqual({ field: 'a', op: 'in', value: ['x', 'y'] })
  expect(filterOf({ field: 'a', op: 'contains', values: ['  '] })).toBeNull()
  expect(operatorsOf(column.enum('g', []))).toContain('in')
  expect(operatorsOf(column.base())[0]).toBe('greater-or-equal')
})
test('cells as text', () => {
  const words = { name: (key: string) => `<${key}>`, yes: 'Y', no: 'N', timeZone: 'Asia/Shanghai' }
  expect(cellText({ minor: -123450, currency: 'USD' }, column.base(), words)).toBe('-1,234.50')
  expect(cellText('1234567.5', column.quantity(), words)).toBe('1,234,567.5')
  expect(cellText('13', column.percent(), words)).toBe('13 %')
  expect(cellText('x', column.enum('g', ['x']), words)).toBe('<g.x>')
  expect(cellText('sign-sales-contract', column.code({ named: ['command', 'list'] }), words)).toBe('<command.sign-sales-contract>')
  expect(cellText('boss', column.code({ named: ['command', 'list'] }), words)).toBe('boss')
  expect(cellText(true, column.boolean(), words)).toBe('Y')
  expect(cellText(null, column.text(), words)).toBe('')
  expect(cellText('2026-11-22T16:05:00Z', column.datetime(), words)).toBe('2026-11-23 00:05')
  expect(saysCurrency(column.money('currency'), new Set(['currency']))).toBe(false)
  expect(saysCurrency(column.money('currency'), new Set())).toBe(true)
  expect(saysCurrency(column.base(), new Set())).toBe(false)
  expect(cellOpens({ id: '1', partyId: 'p' }, { route: 'customer', id: 'partyId' })).toEqual({ route: 'customer', id: 'p' })
  expect(cellOpens({ id: '1', partyId: null }, { route: 'customer', id: 'partyId' })).toBeNull()
})
