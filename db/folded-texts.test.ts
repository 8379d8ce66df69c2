// Which columns keep keys is said in folded-texts.ts: the tables that the migrations make agree with it, and what a record says exists once has a key to be found by.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { records } from '../preload/contract/records.ts'
import { foldedTexts, isSorted } from './folded-texts.ts'
import type { TableName } from './schema/tables.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('every kept column of a table is said here, and none that the table does not have', () => {
  const rows = database.read.sql
    .prepare(
      `SELECT t.name AS "table", c.name AS name FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main' AND t.type = 'table'`,
    )
    .all() as { table: string; name: string }[]
  const has = new Set(rows.map(({ table, name }) => `${table}.${name}`))
  const kept = rows
    .filter(({ table, name }) => /(Key|Fold)$/.test(name) && has.has(`${table}.${name.replace(/(Key|Fold)$/, '')}`))
    .map(({ table, name }) => `${table}.${name}`)
  const said = Object.entries(foldedTexts).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, kind]) =>
      (isSorted(kind) ? ['Key', 'Fold'] : ['Fold']).map((end) => `${table}.${column}${end}`),
    ),
  )
  // What is missing on the right stays empty for ever: add it to foldedTexts. What is missing on the left needs a migration.
  expect(kept.toSorted()).toEqual(said.toSorted())
})

test('what a record says exists once has a kept key', () => {
  const open = records.flatMap(({ kind, table, once = [] }) =>
    once.filter(({ column }) => foldedTexts[table as TableName]?.[column] === undefined).map(({ column }) => `${kind}: ${table}.${column}`),
  )
  // Its commands would stop with a fault: add the column to foldedTexts, with a migration that adds its keys.
  expect(open).toEqual([])
})
