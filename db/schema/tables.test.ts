// What holds of every table. That tables.ts says what the schema says is held by build/table-types.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/database.ts'

describe('tables', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  it('has only STRICT tables', () => {
    const tables = database.write.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    const loose = tables.filter((t) => t.schema === 'main' && t.type === 'table' && t.strict === 0 && !t.name.startsWith('sqlite_'))
    expect(loose.map((t) => t.name)).toEqual([])
  })
})
