// The audit trail: a chain that shows where it was touched, append-only, without secrets.
import fc from 'fast-check'
import { hash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { endOfAudit, writeAudit } from '../../db/trail/entries.ts'
import { verifyAudit, withoutSecrets } from './audit.ts'

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
  expect(verifyAudit(database.write.sql)).toEqual({ rows: 5, broken: null })
})

test('[U15] [SEC49] rows can be neither changed nor removed', () => {
  expect(() => run("UPDATE audit SET outcome = 'x' WHERE id = 3")).toThrow('audit rows never change')
  expect(() => run('DELETE FROM audit WHERE id = 3')).toThrow('audit rows are never removed')
})

test('[SEC49] one changed byte of any column is found, and its row named', () => {
  untriggered()
  for (const column of [
    'at',
    'userId',
    'device',
    'kind',
    'name',
    'commandId',
    'subject',
    'input',
    'outcome',
    'previous',
    'hash',
    'changes',
    'ledger',
  ]) {
    const before = database.write.sql.prepare(`SELECT "${column}" AS v FROM audit WHERE id = 3`).get() as { v: string | null }
    run(`UPDATE audit SET "${column}" = ? WHERE id = 3`, `${before.v ?? ''}x`)
    expect([column, verifyAudit(database.write.sql).broken?.entry]).toEqual([column, 3])
    run(`UPDATE audit SET "${column}" = ? WHERE id = 3`, before.v)
  }
  expect(verifyAudit(database.write.sql).broken).toBeNull()
})

test('[SEC49] a removed row, a row put in and rows cut off at the end are found', () => {
  untriggered()
  run('UPDATE audit SET id = 50 WHERE id = 5')
  expect(verifyAudit(database.write.sql).broken?.entry).toBe(5)
  run('UPDATE audit SET id = 5 WHERE id = 50')
  writableDb(database.write, 5).put('setting', { key: 'x', value: '1' })
  run('DELETE FROM audit WHERE id = 5')
  expect(verifyAudit(database.write.sql).broken?.entry).toBe(5)
  run('DELETE FROM audit WHERE id = 2')
  expect(verifyAudit(database.write.sql).broken?.entry).toBe(2)
})

test('[SEC50] named secrets are replaced, at any depth, and nothing else', () => {
  const input = { owner: { login: 'zhou', password: 'a calm harbour' }, current: 'old one', note: 'x' }
  expect(withoutSecrets(input, ['owner.password', 'current', 'not.there'])).toBe(
    '{"owner":{"login":"zhou","password":"…"},"current":"…","note":"x"}',
  )
  expect(input.owner.password).toBe('a calm harbour')
})

const anyText = fc
  .array(fc.constantFrom('a', '\0', '汉', '\ud83d', '\ude00', '😀', '\ufffd', '"'), { maxLength: 8 })
  .map((parts) => parts.join(''))

test('[U31] [SEC49] whatever texts an entry is given, it is hashed as the database keeps it', () => {
  const kinds = fc.constantFrom('command' as const, 'refusal' as const, 'sign-in-failed' as const)
  const maybe = fc.option(anyText, { nil: null })
  const entries = fc.record({
    at: anyText,
    userId: maybe,
    device: anyText,
    kind: kinds,
    name: anyText,
    subject: maybe,
    input: maybe,
    outcome: anyText,
  })
  fc.assert(
    fc.property(entries, (entry) => {
      writeAudit(database.write.sql, { ...entry, commandId: null })
      expect(verifyAudit(database.write.sql).broken).toBeNull()
    }),
  )
})

test('[U31] [SEC49] a chain that an earlier version broke by half a character is told with its entry, and goes on', () => {
  const end = endOfAudit(database.write.sql)
  const cells = ['2026-03-06T00:00:00.000Z', null, 'http 127.0.0.1', 'sign-in-failed', '\ud800', null, null, null, '{}'] as const
  const digest = hash('sha256', JSON.stringify([end.id + 1, ...cells, end.hash]), 'base64url')
  run(`INSERT INTO audit VALUES (?,?,?,?,?,?,?,?,?,?,?,?,NULL,NULL)`, end.id + 1, ...cells, end.hash, digest)
  expect(verifyAudit(database.write.sql)).toMatchObject({ rows: 5, broken: { entry: 6, part: 'entry' } })
  writeAudit(database.write.sql, {
    at: 'x',
    userId: null,
    device: 'd',
    kind: 'refusal',
    name: 'n',
    commandId: null,
    subject: null,
    input: null,
    outcome: '{}',
  })
  expect(verifyAudit(database.write.sql)).toMatchObject({ rows: 5, broken: { entry: 6, part: 'entry' } })
})
