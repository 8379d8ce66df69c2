// Contributions: gathered in the order of the modules, one module for each key where only one may answer; and what the house needs is contributed.
import { expect, test } from 'vitest'
import { AMENDED_KINDS, APPROVAL_KINDS } from '../../preload/contract/records.ts'
import { hasName } from '../../preload/contract/names/index.ts'
import { allModules } from '../modules.ts'
import { amendable } from './amendments/index.ts'
import { approvable } from './approvals/index.ts'
import { gathered, listForEach, listOf, oneForEach } from './contributions.ts'
import { defineModule, gatherModules } from './define-module.ts'
import { due } from './due.ts'

test('parts of a kind are one list in the order of the modules, and other kinds have their own', () => {
  const steps = listOf<string>('steps')
  const others = listOf<string>('steps')
  const contributed = gathered([steps.of('a'), others.of('x'), steps.of('b')])
  expect(contributed(steps)).toEqual(['a', 'b'])
  expect(contributed(others)).toEqual(['x'])
  expect(gathered([])(steps)).toEqual([])
})

test('of one for each key two modules may not give the same; of a list for each key they may', () => {
  const one = oneForEach<'a' | 'b', number>('one')
  const contributed = gathered([one.of({ a: 1 }), one.of({ b: 2 })])
  expect([contributed(one)('a'), contributed(one)('b')]).toEqual([1, 2])
  expect(() => gathered([one.of({ a: 1 }), one.of({ a: 2 })])(one)).toThrow('two modules contribute one for a')
  const many = listForEach<'a' | 'b', number>('many')
  const all = gathered([many.of({ a: 1 }), many.of({ a: 2, b: 3 })])(many)
  expect([all('a'), all('b')]).toEqual([[1, 2], [3]])
})

test('a name is handled by one module', () => {
  const again = defineModule({ commands: { 'book-shipment': (input) => ({ id: input.id, number: '', revision: 1 }) } })
  // @ts-expect-error -- most commands of the contract have no handler here
  expect(() => gatherModules([again, again])).toThrow('two modules handle book-shipment')
})

test('each kind of document that is approved or amended says how', () => {
  const { contributed } = allModules
  expect(APPROVAL_KINDS.filter((kind) => !contributed(approvable)(kind))).toEqual([])
  expect(AMENDED_KINDS.filter((kind) => !contributed(amendable)(kind))).toEqual([])
})

test('each due date has a name and a place of its own on the page', () => {
  const rules = allModules.contributed(due).flat()
  expect(rules.length).toBeGreaterThan(15)
  expect(rules.filter(({ rule }) => !hasName(`follow-up.${rule}`))).toEqual([])
  expect(new Set(rules.map((r) => r.order)).size).toBe(rules.length)
  expect(new Set(rules.map((r) => r.rule)).size).toBe(rules.length)
})
