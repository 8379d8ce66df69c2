// The looking up of another row with the same code goes by its index: on a company of years it may not read every bill of a vendor or every shipment. Rule Q6.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explain } from '../../db/testing/explain.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { keyIs } from './same-code.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('[Q6] every index that leaves empty keys out is taken by what looks for a key', () => {
  const indexes = database.read.sql
    .prepare("SELECT name, tbl_name AS of, sql AS made FROM sqlite_master WHERE type = 'index' AND sql LIKE '%Key <> '''''")
    .all() as { name: string; of: string; made: string }[]
  expect(indexes.length).toBeGreaterThan(4)
  for (const { name, of, made } of indexes) {
    const columns = /\((.*?)\)/.exec(made)![1]!.split(', ')
    const conditions = columns.map((column) =>
      column.endsWith('Key') ? keyIs(`r.${column}`, 'x') : sql`${sql.ref(`r.${column}`)} is ${'y'}`,
    )
    const query = sql`select r.id from ${sql.table(of)} r where ${sql.join([...conditions, sql`r.id <> ${'z'}`], sql` and `)} order by r.id limit 1`
    const { sql: text, parameters } = query.compile(database.read.kysely)
    expect(explain(database.read.sql, text, ...parameters).join()).toContain(`USING INDEX ${name} (`)
  }
})
