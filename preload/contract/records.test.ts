// What every kind of record must have to work everywhere: words in both languages, rights that exist, a series of its own, columns that are there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { allPermissions, READY_MADE_ROLES, viewRights } from './access.ts'
import { statesOf } from './define/record.ts'
import { switchesOff } from './modules/people/calls.ts'
import { hasName } from './names/index.ts'
import { approvalSwitch, APPROVAL_KINDS, declarations, recordOf, records, SEARCHABLE_KINDS } from './records.ts'
import { STATE_KINDS, stateGroups, stateKey, toneOfState } from './states.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test.each(declarations.map((one) => [one.kind, one] as const))('%s has a name in both languages and rights that exist', (kind, one) => {
  const names = [`resource.${kind}`, `record.${kind}`, `record.${one.record}`, `approval-kind.${kind}`]
  expect(names.filter(hasName)).not.toEqual([])
  const rights = [...(one.actions ?? []).map((action) => `${kind}.${action}`), ...[one.view ?? []].flat()]
  expect(rights.filter((right) => !allPermissions.some((known) => known === right))).toEqual([])
  for (const [role, granted] of Object.entries(one.grants ?? {})) {
    expect(READY_MADE_ROLES).toContain(role)
    expect(granted === 'all' ? [] : granted.filter((action) => !one.actions?.includes(action))).toEqual([])
  }
  if (one.owned) expect(one.actions).toContain('view')
})

test('kinds are declared once, and no two series make the same number', () => {
  const kinds = declarations.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  const prefixes = records.flatMap(({ series }) => series?.prefix ?? [])
  expect(new Set(prefixes).size).toBe(prefixes.length)
})

test.each(records.map((one) => [one.kind, one] as const))(
  '%s: its title, its scope and what tells its rows apart are columns of its table',
  (_, one) => {
    const columns = (database.read.sql.prepare('SELECT name FROM pragma_table_info(?)').all(one.table) as { name: string }[]).map(
      ({ name }) => name,
    )
    const needed = [
      ...(one.title ?? []),
      ...(one.titleEn ?? []),
      ...(one.rows ? [one.rows.column] : []),
      ...(one.owned ? ['ownerId', 'departmentId'] : []),
    ]
    expect(needed.filter((column) => !columns.includes(column))).toEqual([])
    if (one.series) expect(columns.some((column) => column === 'number' || column === 'code')).toBe(true)
  },
)

test.each(SEARCHABLE_KINDS)('%s is found: it opens, is called something, and somebody may see it', (kind) => {
  const record = recordOf(kind)
  expect(record.route).toBeDefined()
  expect(record.title?.length).toBeGreaterThan(0)
  expect(viewRights(record).length).toBeGreaterThan(0)
})

test.each(STATE_KINDS)('every state of %s has a word and a tone', (kind) => {
  const states = records
    .flatMap((one) => [one, ...Object.values(one.parts ?? {})])
    .flatMap((one) => (one.states?.group === stateGroups[kind] ? statesOf(one.states) : []))
  expect(states.filter((state) => !hasName(stateKey(kind, state)))).toEqual([])
  expect(states.filter((state) => toneOfState(stateGroups[kind], state) === undefined)).toEqual([])
})

test.each(APPROVAL_KINDS)('%s is approved by a switch of the company, under a name, seen by a right', (kind) => {
  expect(typeof switchesOff[approvalSwitch(kind)]).toBe('boolean')
  expect(hasName(`approval-kind.${kind}`)).toBe(true)
  expect(allPermissions).toContain(`${recordOf(kind).approvable?.as ?? kind}.submit`)
})
