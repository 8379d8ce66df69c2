// The audit trail: a chain that shows where it was touched, append-only, without secrets.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { verifyAudit, withoutSecrets, writeAudit } from './audit.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  for (let n = 1; n <= 5; n++)
    writeAudit(database.write.sql, {
      at: `2026-03-0${n}T00:00:00.000Z`,
      userId: 'u',
      device: 'desk',
      kind: 'command',
      name: 'choose-language',
      commandId: `c${n}`,
      subject: null,
      input: '{"language":"zh"}',
      outcome: '{}',
    })
})
afterEach(() => database.close())
const run = (text: string, ...values: unknown[]) => database.write.sql.prepare(text).run(...values)
const untriggered = () => database.write.sql.exec('DROP TRIGGER audit_keep_update; DROP TRIGGER audit_keep_delete')

test('[SEC49] an untouched chain verifies', () => {
  expect(verifyAudit(database.write.sql)).toEqual({ rows: 5, brokenAt: null })
})

test('[U15] [SEC49] rows can be neither changed nor removed', () => {
  expect(() => run("UPDATE audit SET outcome = 'x' WHERE id = 3")).toThrow('audit rows never change')
  expect(() => run('DELETE FROM audit WHERE id = 3')).toThrow('audit rows are never removed')
})

test('[SEC49] one changed byte of any column is found, and its row named', () => {
  untriggered()
  for (const column of ['at', 'userId', 'device', 'kind', 'name', 'commandId', 'subject', 'input', 'outcome', 'previous', 'hash']) {
    const before = database.write.sql.prepare(`SELECT "${column}" AS v FROM audit WHERE id = 3`).get() as { v: string | null }
    run(`UPDATE audit SET "${column}" = ? WHERE id = 3`, `${before.v ?? ''}x`)
    expect([column, verifyAudit(database.write.sql).brokenAt]).toEqual([column, 3])
    run(`UPDATE audit SET "${column}" = ? WHERE id = 3`, before.v)
  }
  expect(verifyAudit(database.write.sql).brokenAt).toBeNull()
})

test('[SEC49] a removed row, a row put in and rows cut off at the end are found', () => {
  untriggered()
  run('UPDATE audit SET id = 50 WHERE id = 5')
  expect(verifyAudit(database.write.sql).brokenAt).toBe(5)
  run('UPDATE audit SET id = 5 WHERE id = 50')
  writableDb(database.write, 5).put('setting', { key: 'x', value: '1' })
  run('DELETE FROM audit WHERE id = 5')
  expect(verifyAudit(database.write.sql).brokenAt).toBe(5)
  run('DELETE FROM audit WHERE id = 2')
  expect(verifyAudit(database.write.sql).brokenAt).toBe(2)
})

test('[SEC50] named secrets are replaced, at any depth, and nothing else', () => {
  const input = { owner: { login: 'zhou', password: 'a calm harbour' }, current: 'old one', note: 'x' }
  expect(withoutSecrets(input, ['owner.password', 'current', 'not.there'])).toBe(
    '{"owner":{"login":"zhou","password":"…"},"current":"…","note":"x"}',
  )
  expect(input.owner.password).toBe('a calm harbour')
})
