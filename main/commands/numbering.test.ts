// Document numbers: counted by series and year, given once, not taken by a command that was refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { nextNumber } from './numbering.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('documents count by the year of their date, parties go on for ever', () => {
  const { sql } = database.write
  const given = (['2026-03-02', '2026-12-31', '2027-01-01', '2026-05-05'] as const).map((date) => nextNumber(sql, 'sales-contract', date))
  expect(given).toEqual(['SC2026-0001', 'SC2026-0002', 'SC2027-0001', 'SC2026-0003'])
  expect(['2026-03-02', '2027-03-02'].map((date) => nextNumber(sql, 'customer', date))).toEqual(['C0001', 'C0002'])
})

test('a rolled back command takes no number, and the ten-thousandth has one more digit', () => {
  const { sql } = database.write
  sql.exec('BEGIN')
  nextNumber(sql, 'shipment', '2026-01-01')
  sql.exec('ROLLBACK')
  expect(nextNumber(sql, 'shipment', '2026-01-01')).toBe('SH2026-0001')
  sql.exec("UPDATE number_series SET last = 9999 WHERE series = 'shipment'")
  expect(nextNumber(sql, 'shipment', '2026-01-01')).toBe('SH2026-10000')
})
