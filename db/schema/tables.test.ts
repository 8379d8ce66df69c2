// The types of the tables against the tables themselves: every column, its kind, whether it may be null and whether the database fills it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/database.ts'

type Column = { type: string; nullable: boolean; generated: boolean }
type Shape = Record<string, Record<string, Column>>

/** What tables.ts says, read as text: types are gone when the program runs. */
const declared = (): Shape => {
  const text = readFileSync(path.join(import.meta.dirname, 'tables.ts'), 'utf8')
  const types = new Map(
    [...text.matchAll(/export type (\w+Table) = \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => [
      name!,
      Object.fromEntries(
        [...body!.matchAll(/^ {2}(\w+): (Generated<)?(string|number)>?( \| null)?$/gm)].map(([, column, generated, type, nullable]) => [
          column!,
          { type: type === 'string' ? 'TEXT' : 'INTEGER', nullable: nullable !== undefined, generated: generated !== undefined },
        ]),
      ),
    ]),
  )
  const gathered = /export type Tables = \{\n([\s\S]*?)\n\}/.exec(text)![1]!
  return Object.fromEntries([...gathered.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table, type]) => [table!, types.get(type!)!]))
}

describe('tables.ts', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  const real = (): Shape => {
    const tables = database.write.sql
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_grams%' AND name NOT LIKE 'search_initials%'")
      .all() as { name: string }[]
    return Object.fromEntries(
      tables.map(({ name }) => {
        const columns = database.write.pragma(`table_info("${name}")`) as {
          name: string
          type: string
          notnull: number
          dflt_value: string | null
          pk: number
        }[]
        const keys = columns.filter((c) => c.pk > 0).length
        return [
          name,
          Object.fromEntries(
            columns.map((c) => {
              const rowId = c.type === 'INTEGER' && c.pk === 1 && keys === 1
              return [
                c.name,
                { type: c.type, nullable: c.notnull === 0 && c.pk === 0, generated: rowId || (c.notnull === 1 && c.dflt_value !== null) },
              ]
            }),
          ),
        ]
      }),
    )
  }

  it('names every table of the schema, and no other', () => {
    expect(Object.keys(declared()).toSorted()).toEqual(Object.keys(real()).toSorted())
  })

  it('says of every column what the schema says', () => {
    const [types, schema] = [declared(), real()]
    for (const [table, columns] of Object.entries(schema)) expect({ table, columns: types[table] }).toEqual({ table, columns })
  })

  it('has only STRICT tables', () => {
    const tables = database.write.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    const loose = tables.filter((t) => t.schema === 'main' && t.type === 'table' && t.strict === 0 && !t.name.startsWith('sqlite_'))
    expect(loose.map((t) => t.name)).toEqual([])
  })
})
