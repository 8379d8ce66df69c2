// db/schema/tables.ts says what the migrations make.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tableTypes } from './table-types.ts'

it('db/schema/tables.ts is up to date (npm run docs)', async () => {
  expect(readFileSync(path.resolve(import.meta.dirname, '../db/schema/tables.ts'), 'utf8')).toBe(await tableTypes())
})

it('says of a column its kind, whether it may be null, whether the database fills it, and what the migration says of it', async () => {
  const first = `
-- stock ------------------------------
-- Where goods are.
CREATE TABLE store_place (id TEXT PRIMARY KEY, room TEXT NOT NULL, note TEXT, count INTEGER NOT NULL DEFAULT 0, "limit" INTEGER DEFAULT 5) STRICT;
CREATE INDEX store_place_room ON store_place(room);
CREATE TABLE move (id INTEGER PRIMARY KEY, placeId TEXT NOT NULL REFERENCES store_place(id), size INTEGER) STRICT;
CREATE TABLE pair (a INTEGER, b TEXT, PRIMARY KEY (a, b)) STRICT;
CREATE TABLE lost (id TEXT PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE words USING fts5(text);
`
  const second = `
-- Why, in a few words:
-- none of most.
ALTER TABLE move ADD COLUMN reason TEXT NOT NULL DEFAULT '';
DROP TABLE lost;
`
  const text = await tableTypes([
    { version: 1, name: 'first', sql: first },
    { version: 2, name: 'second', sql: second },
  ])
  expect(text.split('\n').slice(1).join('\n')).toBe(`import type { Generated } from 'kysely'

export type MoveTable = {
  id: Generated<number>
  placeId: string
  size: number | null
  /**
   * Why, in a few words:
   * none of most.
   */
  reason: Generated<string>
}

export type PairTable = {
  a: number
  b: string
}

/** Where goods are. */
export type StorePlaceTable = {
  id: string
  room: string
  note: string | null
  count: Generated<number>
  limit: number | null
}

export type Tables = {
  move: MoveTable
  pair: PairTable
  store_place: StorePlaceTable
}
export type TableName = keyof Tables
`)
})
