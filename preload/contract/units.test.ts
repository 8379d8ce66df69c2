// Every table and every column says whether it may leave the hub, and every row has a way to the root of its unit.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { allPermissions } from './access.ts'
import { officeSync } from './office-tables.ts'
import { tableOwners } from './table-owners.ts'
import { columnClass, kindOfRow, rootOf, unitOf, visibilityOf } from './units.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const columnsOf = (table: string): string[] =>
  (database.read.sql.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').all(table) as { name: string }[]).map(
    ({ name }) => name,
  )

test('every table has a class, every column says whether it leaves the hub', () => {
  const open = Object.keys(tableOwners).flatMap((table) =>
    columnsOf(table)
      .filter((column) => columnClass(table, column) === undefined)
      .map((column) => `${table}.${column}`),
  )
  expect(open).toEqual([])
})

test('what is declared of columns, owners and parents is in the schema', () => {
  const wrong: string[] = []
  for (const table of Object.keys(tableOwners)) {
    const { parent, owner } = unitOf(table)
    const columns = columnsOf(table)
    for (const column of [parent?.column, owner?.owner, owner?.department])
      if (column !== undefined && !columns.includes(column)) wrong.push(`${table}.${column}`)
    for (const above of parent ? ('table' in parent ? [parent.table] : Object.values(parent.each)) : [])
      if (!(above in tableOwners)) wrong.push(`${table} belongs to ${above}`)
  }
  for (const { view = [] } of Object.values(officeSync))
    for (const right of view) if (!allPermissions.some((one) => one === right)) wrong.push(right)
  expect(wrong).toEqual([])
})

test('a column that the house keeps from somebody is no plain one', () => {
  expect(columnClass('purchase_line', 'costBase')).toBe('cost')
  expect(columnClass('purchase_line', 'price')).toBe('cost')
  expect(columnClass('shipment', 'journalId')).toBe('ledger')
  expect(columnClass('party', 'nameFold')).toBe('rebuilt')
  expect(columnClass('audit', 'input')).toBe('office')
  expect(columnClass('party', 'unheardOf')).toBeUndefined()
})

test('a row leads to the root of its unit over as many steps as it takes, by its own kind where that decides', () => {
  const rows: Record<string, Record<string, Record<string, unknown>>> = {
    bill_line: { l: { id: 'l', billId: 'b' } },
    bill: { b: { id: 'b' } },
    party: { p: { id: 'p', kind: 'factory' } },
    bank_account: { a: { id: 'a' } },
  }
  const read = (table: string, id: string) => rows[table]?.[id]
  expect(rootOf('bill_share', { id: 's', billLineId: 'l' }, read)).toMatchObject({ root: 'bill', id: 'b' })
  expect(rootOf('bank_details', { id: 'p', holder: 'vendor' }, read)).toMatchObject({ root: 'party', id: 'p' })
  expect(rootOf('bank_details', { id: 'a', holder: 'bank-account' }, read)).toMatchObject({ root: 'bank_account', id: 'a' })
  expect(rootOf('bill_share', { id: 's', billLineId: 'gone' }, read)).toBeUndefined()
  expect(kindOfRow('party', { kind: 'customer' })).toBe('customer')
  expect(kindOfRow('party', { kind: 'factory' })).toBe('vendor')
  expect(visibilityOf('customer')).toEqual({ view: ['customer.view'], scoped: true })
  expect(visibilityOf('profit-estimate')).toEqual({ view: ['profit-estimate.view', 'cost.view', 'profit.view'], scoped: true })
})
