// Every table of the schema has exactly one owner.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { officeTables } from './office-tables.ts'
import { declaredTables, tableOwners } from './table-owners.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Tables of the schema without those in which SQLite's full-text search keeps its own things. */
const tablesOfSchema = (): string[] =>
  (
    database.read.sql
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all() as { name: string }[]
  ).map(({ name }) => name)

test('every table belongs to a module or a room, and every owner owns a table that exists', () => {
  expect(Object.keys(tableOwners).toSorted()).toEqual(tablesOfSchema())
})

test('a table is declared in one place', () => {
  const twice = declaredTables.filter(
    ({ table, facts }) =>
      table in officeTables ||
      declaredTables.some((one) => one.table === table && one.facts !== facts && one.facts.columns && facts.columns),
  )
  expect(twice).toEqual([])
})
