// The runner's promises: once by id, all or nothing, one at a time, nothing but the trail for a refusal.
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { unfounded } from '../access/company.ts'
import { officeItself, type Viewer } from '../access/viewer.ts'
import type { CommandContext, CommandHandlers } from './define-command.ts'
import { gathered } from '../records/contributions.ts'
import { commandRunner, type CommandRunner } from './run-command.ts'

let database: TestDatabase
let runner: CommandRunner
let faults: { id: string; what: string; error: unknown }[]
let committed: string[][]
let runs: number
/** What each command does in a test, chosen by the name it is given. */
let does: (name: string, ctx: CommandContext) => void | Promise<void>

const department = (id: string, name = 'x') => ({ id, name, nameEn: '', parentId: null })
const send = (name: string, input: unknown, id = newId(), viewer: Viewer = officeItself, run = runner.run) =>
  run({ id, name, input, viewer, device: 'test', at: '2026-03-02T02:00:00.000Z' })
const count = (table: string, where = '1') =>
  (database.read.sql.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number }).n

beforeEach(async () => {
  database = await testDatabase()
  writableDb(database.write, 0).put('setting', { key: 'company', value: JSON.stringify({ ...unfounded, name: 'x' }) })
  faults = []
  committed = []
  runs = 0
  does = () => undefined
  const handlers: Partial<CommandHandlers> = {
    'create-department': async (input, ctx) => {
      runs++
      ctx.tx.put('department', { id: input.id, name: input.name, nameEn: '', parentId: null, path: `/${input.id}/`, revision: 1 })
      await does(input.name, ctx)
      return { id: input.id, revision: 1 }
    },
    remember: (_, ctx) => {
      ctx.tx.put('setting', { key: 'remembered', value: '1' })
      return refuse('nothing-to-do', {})
    },
  }
  let fault = 0
  runner = commandRunner(
    database.write,
    { commands: handlers as CommandHandlers, contributed: gathered([]) },
    {
      committed: (tables) => void committed.push(tables),
      fault: (id, what, error) => void faults.push({ id, what, error }),
      faultId: () => `fault-${++fault}`,
    },
  )
})
afterEach(() => {
  expect(database.write.inTransaction()).toBe(false)
  database.close()
})

test('an outcome is written with its changes, its audit row and a notice of the tables', async () => {
  const id = newId()
  const commandId = newId()
  expect(await send('create-department', department(id), commandId)).toEqual({ ok: true, value: { id, revision: 1 } })
  expect(database.read.sql.prepare('SELECT id, kind, name, commandId, subject, userId FROM audit').all()).toEqual([
    { id: 1, kind: 'command', name: 'create-department', commandId, subject: id, userId: officeItself.userId },
  ])
  expect(database.read.sql.prepare('SELECT pos, tableName, rowId, kind, before FROM change WHERE pos > 0').all()).toEqual([
    { pos: 1, tableName: 'department', rowId: id, kind: 'put', before: null },
  ])
  expect(committed).toEqual([['department']])
})

test('the same command sent twice is done once, and both get the same answer', async () => {
  const id = newId()
  const commandId = newId()
  const [first, second] = await Promise.all([
    send('create-department', department(id), commandId),
    send('create-department', department(id), commandId),
  ])
  expect(second).toEqual(first)
  expect([runs, count('department'), count('audit')]).toEqual([1, 1, 1])
})

test('a command id used again for another input, name or user is refused', async () => {
  const id = newId()
  const commandId = newId()
  await send('create-department', department(id), commandId)
  const reused = { ok: false, refused: 'command-id-reused', data: {} }
  expect(await send('create-department', department(id, 'y'), commandId)).toEqual(reused)
  expect(await send('choose-language', { language: 'zh' }, commandId)).toEqual(reused)
  expect(await send('create-department', department(id), commandId, { ...officeItself, userId: newId() })).toEqual(reused)
  expect(runs).toBe(1)
})

test('a refusal writes nothing but its audit row, and its id is free for the corrected command', async () => {
  does = (name) => void (name === 'bad' && refuse('nothing-to-do', {}))
  const id = newId()
  const commandId = newId()
  expect(await send('create-department', department(id, 'bad'), commandId)).toEqual({ ok: false, refused: 'nothing-to-do', data: {} })
  expect([count('department'), count('change', 'pos > 0'), committed]).toEqual([0, 0, []])
  expect(database.read.sql.prepare('SELECT kind, name, commandId, input, outcome, subject FROM audit').all()).toEqual([
    {
      kind: 'refusal',
      name: 'create-department',
      commandId: null,
      input: null,
      outcome: '{"refused":"nothing-to-do","data":{}}',
      subject: id,
    },
  ])
  expect(await send('create-department', department(id, 'good'), commandId)).toMatchObject({ ok: true })
})

test('a thrown fault writes nothing at all, is logged with an id, and the next command runs', async () => {
  does = (name) => {
    if (name === 'bad') throw new Error('the disk is on fire')
  }
  expect(await send('create-department', department(newId(), 'bad'))).toEqual({ ok: false, fault: 'fault-1' })
  expect(faults).toMatchObject([{ id: 'fault-1', what: 'create-department', error: { message: 'the disk is on fire' } }])
  expect([count('department'), count('change', 'pos > 0'), count('audit'), committed]).toEqual([0, 0, 0, []])
  expect(await send('create-department', department(newId()))).toMatchObject({ ok: true })
})

test('a trail that cannot be written is a fault, and leaves no transaction open', async () => {
  database.write.sql.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END")
  expect(await send('create-department', department(newId()))).toEqual({ ok: false, fault: 'fault-1' })
  expect(await send('create-department', { nonsense: true })).toEqual({ ok: false, fault: 'fault-2' })
  expect(count('department')).toBe(0)
  database.write.sql.exec('DROP TRIGGER full')
  expect(await send('create-department', department(newId()))).toMatchObject({ ok: true })
})

test('commands run one at a time, in the order sent, however long each takes', async () => {
  const order: string[] = []
  does = async (name) => {
    order.push(`${name} begins`)
    await wait(name === 'slow' ? 30 : 0)
    order.push(`${name} ends`)
  }
  await Promise.all(['slow', 'quick', 'last'].map((name) => send('create-department', department(newId(), name))))
  expect(order).toEqual(['slow', 'quick', 'last'].flatMap((n) => [`${n} begins`, `${n} ends`]))
})

test('a refusal in one command rolls back nothing of the next that was sent at the same time', async () => {
  does = async (name) => {
    await wait(1)
    if (name === 'bad') refuse('nothing-to-do', {})
  }
  await Promise.all(['bad', 'good', 'bad', 'good'].map((name) => send('create-department', department(newId(), name))))
  expect([count('department'), count('audit')]).toEqual([2, 4])
})

test('permission comes before the input is even read, and stands in the trail', async () => {
  const nobody: Viewer = { ...officeItself, permissions: new Set() }
  expect(await send('create-department', { nonsense: true }, newId(), nobody)).toEqual({
    ok: false,
    refused: 'not-permitted',
    data: { permission: 'user.edit' },
  })
  expect(await send('no-such-command', {})).toEqual({ ok: false, refused: 'unknown-name', data: { name: 'no-such-command' } })
  expect(await send('toString', {})).toMatchObject({ refused: 'unknown-name' })
  expect(await send('found-company', {})).toMatchObject({ refused: 'already-founded' })
  expect(database.read.sql.prepare('SELECT name FROM audit ORDER BY id').all()).toEqual([
    { name: 'create-department' },
    { name: 'unknown' },
    { name: 'unknown' },
    { name: 'found-company' },
  ])
})

test('[SEC45] unknown keys are refused, wherever they stand', async () => {
  const id = newId()
  for (const extra of [{ active: 1 }, { path: '/' }, { revision: 1 }, { constructor: {} }])
    expect(await send('create-department', { ...department(id), ...extra })).toMatchObject({ ok: false, refused: 'invalid-input' })
  expect(count('department')).toBe(0)
})

test('[SEC45] __proto__ and constructor from the wire change nothing', async () => {
  const id = newId()
  const dirty = JSON.parse(
    `{"id":"${id}","name":"x","nameEn":"","parentId":null,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`,
  )
  const answer = await send('create-department', dirty)
  if (!answer.ok) expect(answer).toMatchObject({ refused: 'invalid-input' })
  const clean = JSON.parse(`{"id":"${id}","name":"x","nameEn":"","parentId":null,"__proto__":{"polluted":1}}`)
  await send('create-department', clean)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  expect(database.read.sql.prepare("SELECT count(*) AS n FROM audit WHERE input LIKE '%polluted%'").get()).toEqual({ n: 0 })
})

test('a command that is not audited leaves no trace when refused', async () => {
  expect(await send('remember', { key: 'k', value: 'v' })).toMatchObject({ refused: 'nothing-to-do' })
  expect(await send('remember', { key: '', value: 'v' })).toMatchObject({ refused: 'invalid-input' })
  expect([count('audit'), count('setting', "key = 'remembered'")]).toEqual([0, 0])
})

test('together: one commit, each command all or nothing, and the others stay out until it is done', async () => {
  does = async (name) => {
    await wait(1)
    if (name === 'bad') refuse('nothing-to-do', {})
    if (name === 'worse') throw new Error('x')
  }
  const seen: number[] = []
  const batch = runner.together(async (run) => {
    // Sent at once: savepoints nest and may not cross.
    const answers = await Promise.all(
      ['good', 'bad', 'worse', 'good'].map((name) => send('create-department', department(newId(), name), newId(), officeItself, run)),
    )
    seen.push(count('department'))
    return answers.map((a) => a.ok)
  })
  const outside = send('create-department', department(newId(), 'later'))
  expect(await batch).toEqual([true, false, false, true])
  // Nothing was visible to others before the commit.
  expect(seen).toEqual([0])
  await outside
  expect([count('department'), count('audit', "kind = 'command'"), count('audit', "kind = 'refusal'")]).toEqual([3, 3, 1])
  expect(database.read.sql.prepare('SELECT name FROM department ORDER BY rowid').all().at(-1)).toEqual({ name: 'later' })
  expect(committed).toEqual([['department'], ['department']])
})

test('together: when the work itself fails, nothing of it stays', async () => {
  const failing = runner.together(async (run) => {
    await send('create-department', department(newId()), newId(), officeItself, run)
    throw new Error('the import is wrong')
  })
  await expect(failing).rejects.toThrow('the import is wrong')
  expect([count('department'), count('audit'), committed]).toEqual([0, 0, []])
})

test('alone: a small write of its own, rolled back when it throws', async () => {
  await runner.alone((sql) => sql.prepare("INSERT INTO setting(key, value) VALUES ('a', '1')").run())
  await expect(
    runner.alone((sql) => {
      sql.prepare("INSERT INTO setting(key, value) VALUES ('b', '1')").run()
      throw new Error('x')
    }),
  ).rejects.toThrow('x')
  expect([count('setting', "key = 'a'"), count('setting', "key = 'b'")]).toEqual([1, 0])
})

test('[U44] five hundred commands stand in line and are done; more are told to come back, and nothing of them is done', async () => {
  const answers = await Promise.all(Array.from({ length: 510 }, (_, n) => send('create-department', department(newId(), `d${n}`))))
  expect(answers.filter((a) => a.ok)).toHaveLength(500)
  expect(answers.slice(500)).toEqual(
    Array.from({ length: 10 }, () => ({ ok: false, refused: 'office-busy', data: { retryAfterSeconds: 2 } })),
  )
  expect(runs).toBe(500)
  expect(await send('create-department', department(newId()))).toMatchObject({ ok: true })
})
