// A parameter never makes SQLite plan a statement anew, and still means what it meant.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stable } from './stable-plans.ts'
import { explain } from './testing/explain.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('parameters get a plus, and only parameters', () => {
  const table: [text: string, made: string][] = [
    ['SELECT ? WHERE x = ? LIMIT ?', 'SELECT +? WHERE x = +? LIMIT +?'],
    ['x = @deal AND y = +@deal', 'x = +@deal AND y = +@deal'],
    [`'a ? b' || ? || "odd ? name" || 'it''s ?'`, `'a ? b' || +? || "odd ? name" || 'it''s ?'`],
    ['-- why?\nx = ? /* @no ? */', '-- why?\nx = +? /* @no ? */'],
    ['x = +?', 'x = +?'],
    ["'a@b.c'", "'a@b.c'"],
  ]
  for (const [text, made] of table) expect(stable(text)).toBe(made)
  expect(stable(stable('x = ?'))).toBe('x = +?')
})

test('values keep their kinds: text is not made a number, nor a number text', () => {
  const { sql } = database.read
  expect(sql.prepare('SELECT ? AS t, ? AS n, ? AS b, ? AS z').get('007', 7, null, 9_007_199_254_740_991)).toEqual({
    t: '007',
    n: 7,
    b: null,
    z: 9_007_199_254_740_991,
  })
  expect(sql.prepare("SELECT '7' = ? AS same").get(7)).toEqual({ same: 0 })
  expect(sql.prepare('SELECT typeof(?) AS kind').get('1e3')).toEqual({ kind: 'text' })
})

test('partial indexes serve conditions that Kysely writes, because 0, 1 and the empty text stand in the statement', () => {
  const plans = [
    database.read.kysely.selectFrom('delegation').selectAll().where('active', '=', 1).where('toDate', '>=', '2026-01-01'),
    database.read.kysely
      .selectFrom('open_item')
      .selectAll()
      .where('deal', '=', 5)
      .where('account', '=', '1122')
      .where('openForeign', '<>', 0),
    database.read.kysely.selectFrom('party').select('id').where('domain', '=', 'acme.com').where('domain', '<>', ''),
  ].map((query) => {
    const { sql: text, parameters } = query.compile()
    return explain(database.read.sql, text, ...parameters).join(' ')
  })
  expect(plans[0]).toContain('delegation_dates')
  expect(plans[1]).toContain('open_item_deal')
  expect(plans[2]).toContain('party_domain')
})

test('a join is not planned anew at every run', () => {
  const { sql } = database.read
  const text = "SELECT s.id FROM shipment_line l JOIN shipment s ON s.id = l.shipmentId WHERE l.dealId = ? AND s.status <> 'void'"
  const fixed = text.replace('?', "'none'")
  const cpuOf = (work: () => void) => {
    const before = process.cpuUsage()
    for (let i = 0; i < 3000; i++) work()
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  sql.exec('BEGIN')
  const ratios = Array.from({ length: 7 }, () => {
    const bare = cpuOf(() => void sql.prepare(fixed).get())
    return cpuOf(() => void sql.prepare(text).get('none')) / bare
  })
  sql.exec('COMMIT')
  // Planning costs ten times the run: a factor of two apart is not it.
  expect(Math.min(...ratios)).toBeLessThan(4)
})
