// The office looks after its audit trail by itself: in a real file, by the thread that does it in life, with a row changed past the software. Rules U18, U19 of people.
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import type { Wrote } from '../../db/trail/content.ts'
import { writeAudit, type AuditEntry } from '../../db/trail/entries.ts'
import { writableDb } from '../../db/tx.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { verifyAudit, type ChainSlice } from '../access/audit.ts'
import { keepAuditChain, readAuditChain } from '../access/audit-chain.ts'
import { readerPool, type ReaderPool } from '../queries/reader-pool.ts'
import { auditWatch, type AuditWatch } from './audit-watch.ts'

let database: TestDatabase
let readers: ReaderPool
let watch: AuditWatch
let looked: { after: number; limit: number }[]
let told: number
let at: string
const run = (text: string, ...values: unknown[]) => database.write.sql.prepare(text).run(...values)
const write = (count: number, wrote?: Wrote) => {
  for (let n = 0; n < count; n++)
    writeAudit(
      database.write.sql,
      {
        ...{ at, userId: null, device: 'desk', kind: 'command', name: 'choose-language', commandId: newId(), subject: null },
        ...{ input: '{"language":"zh"}', outcome: '{}' },
      },
      wrote,
    )
}
/** As somebody would with a tool for SQLite: the triggers are in the file, and go with the file. */
const past = (text: string, ...values: unknown[]) => {
  database.write.sql.exec('DROP TRIGGER IF EXISTS audit_keep_update; DROP TRIGGER IF EXISTS audit_keep_delete')
  run(text, ...values)
}
const make = () =>
  auditWatch(
    {
      look: async (from, limit, seen) => {
        looked.push({ after: from.id, limit })
        const answer = await readers.do({ kind: 'chain', from, limit, seen })
        return answer.ok ? (answer.value as ChainSlice) : undefined
      },
      read: () => readAuditChain(database.read.sql),
      keep: async (chain) => keepAuditChain(database.write.sql, chain),
      changed: () => (told += 1),
      now: () => at,
      failed: (error) => {
        throw error
      },
    },
    { slice: 40, restMs: 0 },
  )

beforeEach(async () => {
  database = await testDatabase()
  readers = readerPool(path.resolve(import.meta.dirname, '../reader.ts'), database.file, {
    faultId: newId,
    fault: (text) => expect(text).toBe(''),
    slow: () => undefined,
  })
  looked = []
  told = 0
  at = '2026-03-02T02:00:00.000Z'
  watch = make()
})
afterEach(async () => {
  watch.stop()
  await readers.close()
  database.close()
})

test('[U18] the whole chain is looked at in slices, afterwards only what came since', async () => {
  write(100)
  expect(await watch.look(true)).toMatchObject({ end: { id: 100 }, brokenAt: null, since: null, checkedAt: at })
  expect(looked.map((l) => l.after)).toEqual([0, 40, 80])
  looked = []
  write(5)
  at = '2026-03-02T03:00:00.000Z'
  expect(await watch.look(false)).toMatchObject({ end: { id: 105 }, brokenAt: null, checkedAt: at })
  expect(looked.map((l) => l.after)).toEqual([100])
  expect(told).toBe(0)
})

test('[U18] a trail without entries is not noted', async () => {
  expect(await watch.look(true)).toBeUndefined()
  expect(readAuditChain(database.read.sql)).toBeUndefined()
})

test('[U18] [SEC49] a row changed in the file is found by the next look, named, told once, and remembered', async () => {
  write(100)
  await watch.look(true)
  past('UPDATE audit SET outcome = \'{"forged":true}\' WHERE id = 57')
  at = '2026-03-03T02:00:00.000Z'
  expect(await watch.look(true)).toMatchObject({ brokenAt: 57, since: at, end: { id: 100 } })
  expect(told).toBe(1)
  write(3)
  const found = at
  at = '2026-03-04T02:00:00.000Z'
  // It stays broken in the next run of the office too, whatever is written after it.
  watch = make()
  expect(await watch.look(false)).toMatchObject({ brokenAt: 57, since: found, checkedAt: at })
  expect(told).toBe(1)
})

test('[U18] what was forged in a row already looked at, at the very end of it, or among the new ones, is named by the hourly look as well', async () => {
  write(80)
  await watch.look(true)
  write(10)
  past("UPDATE audit SET device = 'elsewhere' WHERE id = 85")
  expect(await watch.look(false)).toMatchObject({ brokenAt: 85 })
  past("UPDATE audit SET device = 'desk' WHERE id = 85")
  expect(await watch.look(false)).toMatchObject({ brokenAt: null, since: null, end: { id: 90 } })
  expect(told).toBe(2)
  past("UPDATE audit SET hash = 'x' WHERE id = 90")
  expect(await watch.look(false)).toMatchObject({ brokenAt: 90 })
})

test('[U18] a trail cut off at its end, with all that its commands wrote, is shorter than it once was', async () => {
  write(49)
  const tx = writableDb(database.write, 50)
  tx.put('setting', { key: 'x', value: '1' })
  write(1, tx.wrote)
  await watch.look(true)
  past('DELETE FROM audit WHERE id > 47')
  past('DELETE FROM change WHERE pos > 47')
  expect(await watch.look(true)).toMatchObject({ brokenAt: 48, end: { id: 50 } })
  // Writing on does not hide it: the entry that was once the fiftieth is another now.
  write(10)
  expect(await watch.look(true)).toMatchObject({ brokenAt: 50 })
})

test('[U18] a trail that was forged and chained anew from there on no longer leads to the entry that was its end', async () => {
  write(60)
  await watch.look(true)
  const rows = database.write.sql.prepare('SELECT * FROM audit ORDER BY id').all() as (AuditEntry & { id: number })[]
  past('DELETE FROM audit')
  for (const row of rows) writeAudit(database.write.sql, row.id === 20 ? { ...row, outcome: '{"forged":true}' } : row)
  expect(verifyAudit(database.write.sql)).toEqual({ rows: 60, broken: null })
  expect(await watch.look(true)).toMatchObject({ brokenAt: 60 })
  expect(told).toBe(1)
})
