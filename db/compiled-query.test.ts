// A kept statement answers like the one built anew, for every value.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compiledQuery } from './compiled-query.ts'
import type { ReadableDb } from './open.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  const put = database.write.sql.prepare('INSERT INTO setting(key, value) VALUES (?, ?)')
  for (const [key, value] of [
    ['a', '1'],
    ['b', '1'],
    ['c', ''],
    ['d', "it's"],
  ])
    put.run(key, value)
})
afterEach(() => database.close())

const settings = (db: ReadableDb, { from, value }: { from: string; value: string }) =>
  db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', '>=', from)
    .where('value', '=', value)
    .where('key', '<>', 'zz')
    .orderBy('key')

test('values are filled in where they stand, also empty ones', async () => {
  const kept = compiledQuery(settings)
  for (const [from, value] of [
    ['a', '1'],
    ['b', '1'],
    ['a', ''],
    ['', "it's"],
    ['x', '1'],
  ] as const)
    expect([from, value, kept(database.read.sql, { from, value })]).toEqual([
      from,
      value,
      await settings(database.read.kysely, { from, value }).execute(),
    ])
})

test('it is built once', () => {
  let built = 0
  const kept = compiledQuery((db, values: { from: string; value: string }) => {
    built++
    return settings(db, values)
  })
  for (const from of ['a', 'b', 'c']) kept(database.read.sql, { from, value: '1' })
  expect([built, kept(database.write.sql, { from: 'a', value: '1' })]).toEqual([
    1,
    [
      { key: 'a', value: '1' },
      { key: 'b', value: '1' },
    ],
  ])
})
