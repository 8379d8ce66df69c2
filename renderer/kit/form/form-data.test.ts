// The plain parts of forms: laying drafts over newer versions, issues by path, tables from the clipboard, moving lines.
import { expect, test } from 'vitest'
import { changedDraft, changedThere, type Draft, rebased, typedDraft } from './draft.ts'
import { answered, below, issuesOf, without } from './issues.ts'
import { isNew, movedLine, nextPlace } from './line-edits.ts'
import type { LineColumn } from './line-columns.ts'
import { isTable, readTable } from './line-table.ts'
import { completeLines, withoutBlankLines } from './use-debounced.ts'

type V = { a: string; b: number; lines: { id: string }[] }
const from: V = { a: 'a', b: 1, lines: [] }
const draft: Draft<V> = { id: 'x', value: { ...from, a: 'mine' }, from, revision: 1, typed: {} }

test('a draft ends when everything is as it was and no text waits to be read', () => {
  expect(changedDraft(draft, { a: 'a' })).toBeNull()
  const waiting = typedDraft(draft, 'b', { text: '1,2', rule: 'decimal' })!
  expect(changedDraft(waiting, { a: 'a' })?.typed).toEqual({ b: { text: '1,2', rule: 'decimal' } })
  expect(typedDraft(changedDraft(waiting, { a: 'a' })!, 'b', null)).toBeNull()
})

test('over a newer version, what I typed stays and the rest is new', () => {
  const seen = { id: 'x', revision: 2, value: { a: 'theirs', b: 2, lines: [{ id: '1' }] } }
  expect(changedThere(draft, seen)).toEqual(['a', 'b', 'lines'])
  expect(rebased(draft, seen)).toMatchObject({ value: { a: 'mine', b: 2, lines: [{ id: '1' }] }, from: seen.value, revision: 2 })
})

test('issues: the first of a path counts, a list has those below it, touching a field answers them', () => {
  const problem = {
    refused: 'invalid-input' as const,
    data: {
      issues: [
        { path: 'lines.3.price', rule: 'decimal' },
        { path: 'lines.3.price', rule: 'x' },
        { path: 'a', rule: 'required' },
      ],
    },
  }
  const issues = issuesOf(problem)
  expect(issues).toEqual({ 'lines.3.price': 'decimal', a: 'required' })
  expect(below(issues, 'lines')).toEqual({ '3.price': 'decimal' })
  expect(without(issues, 'lines')).toEqual({ a: 'required' })
  expect(issuesOf({ refused: 'signed-out', data: {} })).toEqual({})
})

test('a table from a spreadsheet: quotes, line breaks within a cell, the last line’s end', () => {
  expect(readTable('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readTable('"x ""y""\nz"\t1')).toEqual([['x "y"\nz', '1']])
  expect(readTable('a\n\nb')).toEqual([['a'], [''], ['b']])
  expect([isTable('1,234.50'), isTable('a\tb'), isTable('a\nb'), isTable('a\r\n')]).toEqual([false, true, true, false])
})

const columns: LineColumn<{ id: string; a: string; b: string }>[] = [
  { field: 'a', kind: 'text', width: 1 },
  { field: 'x', kind: 'shown', width: 1 },
  { field: 'b', kind: 'text', width: 1, locked: (l) => l.id === '1' },
]
test('the next cell passes over what cannot be typed in', () => {
  const lines = ['1', '2'].map((id) => ({ id, a: '', b: '' }))
  expect(nextPlace(lines, columns, { id: '1', field: 'a' }, 1)).toEqual({ id: '2', field: 'a' })
  expect(nextPlace(lines, columns, { id: '2', field: 'a' }, 1)).toEqual({ id: '2', field: 'b' })
  expect(nextPlace(lines, columns, { id: '2', field: 'b' }, 1)).toBeNull()
  expect(movedLine(lines, '2', -1).map((l) => l.id)).toEqual(['2', '1'])
  expect(movedLine(lines, '1', -1).map((l) => l.id)).toEqual(['1', '2'])
})

test('blank lines: at the end they go, between others they stay; a preview is asked about whole lines only', () => {
  const lines = ['1', '', '2', ''].map((q, i) => ({ id: String(i), quantity: q }))
  expect(withoutBlankLines(lines, (l) => l.quantity === '').map((l) => l.id)).toEqual(['0', '1', '2'])
  expect(completeLines(lines, ['quantity']).map((l) => l.id)).toEqual(['0', '2'])
  expect(completeLines([{ quantity: '1,2' }], ['quantity'])).toEqual([])
  expect(isNew({ id: '1', a: '' }, { id: '2', a: '' })).toBe(true)
  expect(isNew({ id: '1', a: 'x' }, { id: '2', a: '' })).toBe(false)
})

test('[W10] issues go along with their line; only those of a changed cell are answered', () => {
  const before = [
    { id: 'a', price: '' },
    { id: 'b', price: '1' },
    { id: 'c', price: '' },
  ]
  const issues = {
    lines: 'duplicate',
    'lines.0.price': 'required',
    'lines.2.price': 'required',
    'lines.1.name': 'required',
    city: 'required',
  }
  const corrected = [before[0]!, before[1]!, { id: 'c', price: '7' }]
  expect(answered(issues, 'lines', before, corrected)).toEqual({
    'lines.0.price': 'required',
    'lines.1.name': 'required',
    city: 'required',
  })
  const without = [before[1]!, before[2]!]
  expect(answered(issues, 'lines', before, without)).toEqual({ 'lines.0.name': 'required', 'lines.1.price': 'required', city: 'required' })
  expect(answered(issues, 'city', '', 'Bremen')).not.toHaveProperty('city')
})
