// Rows that later modules give are read over the indexes of their tables, as if these stood in the statement: nothing is gathered before it is joined.
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explain } from '../../../db/testing/explain.ts'
import { testDatabase, type TestDatabase } from '../../../db/testing/database.ts'
import { allModules } from '../../modules.ts'
import { requestPayments } from '../payment-requests/index.ts'
import { boughtGoods, carriedGoods, carryingShipments } from './later-goods.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const { contributed } = allModules
const ofTwoTables = { carriedGoods: contributed(carriedGoods), boughtGoods: contributed(boughtGoods) }
const ofOneTable = { carryingShipments: contributed(carryingShipments), requestPayments: contributed(requestPayments) }
type Rows = RawBuilder<unknown>

/** Steps of a statement that do not go over an index. */
const slowSteps = (statement: RawBuilder<unknown>): string[] => {
  const { sql: text, parameters } = statement.compile(database.read.kysely)
  return explain(database.read.sql, text, ...parameters).filter((step) => !step.startsWith('SEARCH'))
}
const lookedUp = (rows: Rows, column: string) => sql`select * from ${rows} g where ${sql.ref(`g.${column}`)} = 'x'`
const innerJoined = (rows: Rows, column: string) =>
  sql`select g.* from deal d join ${rows} g on ${sql.ref(`g.${column}`)} = d.id where d.id = 'x'`
const leftJoined = (rows: Rows) => sql`select g.* from deal d left join ${rows} g on g.id = d.id where d.id = 'x'`

test.each<[rows: Rows, columns: string[]]>([
  [ofTwoTables.carriedGoods, ['id', 'shipmentId', 'salesLineId', 'dealId']],
  [ofTwoTables.boughtGoods, ['id', 'contractId', 'salesLineId', 'dealId', 'productId']],
  [ofOneTable.carryingShipments, ['id']],
  [ofOneTable.requestPayments, ['id', 'requestId']],
])('rows are looked up by index, alone and joined (%#)', (rows, columns) => {
  for (const column of columns) {
    expect(slowSteps(lookedUp(rows, column)), column).toEqual([])
    expect(slowSteps(innerJoined(rows, column)), column).toEqual([])
  }
})

test('rows of one table may also be left-joined; of two tables SQLite would gather all before', () => {
  for (const rows of Object.values(ofOneTable)) expect(slowSteps(leftJoined(rows))).toEqual([])
  expect(slowSteps(leftJoined(ofTwoTables.carriedGoods))).toContain('MATERIALIZE g')
})
