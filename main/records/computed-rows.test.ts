// What code has worked out, read as rows.
import { expect, test } from 'vitest'
import { computedRows } from './computed-rows.ts'
import { testOffice } from '../testing/test-office.ts'

test('columns keep their kinds; a value like a name, a quote or nothing stays what it is', async () => {
  const office = await testOffice([])
  const rows = [
    { key: "o'Neil", value: 12, none: null },
    { key: '$.value', value: -1, none: null },
  ]
  const read = await office.database.read.kysely
    .selectFrom(computedRows(rows, ['value', 'key', 'none']).as('t'))
    .selectAll()
    .execute()
  expect(read).toEqual(rows.map(({ value, key, none }) => ({ value, key, none })))
  expect(
    await office.database.read.kysely
      .selectFrom(computedRows([], ['key']).as('t'))
      .selectAll()
      .execute(),
  ).toEqual([])
  office.close()
})
