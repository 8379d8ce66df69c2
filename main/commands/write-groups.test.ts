// Commands that wait beside each other share one commit; each is still all or nothing, and nobody hears of it before it is on the disk (U65).
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import type { StorageProblem } from '../../db/storage-problem.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { verifyAudit } from '../access/audit.ts'
import { unfounded } from '../access/company.ts'
import { officeItself } from '../access/viewer.ts'
import type { CommandContext, CommandHandlers } from './define-command.ts'
import { commandRunner, type CommandRunner } from './run-command.ts'
import { gathered } from '../records/contributions.ts'

let database: TestDatabase
let runner: CommandRunner
/** What happened, in its order: each command that ran, each commit, each notice, each answer. */
let events: string[]
let problems: StorageProblem[]
/** What a group reads how long it has lasted by. */
let ms: number
/** What each command does in a test, chosen by the name it is given. */
let does: (name: string, ctx: CommandContext) => void | Promise<void>

const send = (name: string, id = newId(), department = newId()) =>
  runner
    .run({
      ...{ id, name: 'create-department', viewer: officeItself, device: 'test', at: '2026-03-02T02:00:00.000Z' },
      input: { id: department, name, nameEn: '', parentId: null },
    })
    .then((answer) => {
      const told = answer.ok ? 'ok' : 'fault' in answer ? answer.fault : answer.refused
      events.push(`${name} ${told}`)
      return told
    })
const sendAll = (names: readonly string[]) => Promise.all(names.map((name) => send(name)))
const departments = () =>
  (database.read.sql.prepare('SELECT name FROM department ORDER BY rowid').all() as { name: string }[]).map((d) => d.name)
const commits = () => events.filter((e) => e === 'commit').length

beforeEach(async () => {
  database = await testDatabase()
  writableDb(database.write, 0).put('setting', { key: 'company', value: JSON.stringify({ ...unfounded, name: 'x' }) })
  events = []
  problems = []
  ms = 0
  does = () => undefined
  const prepare = database.write.sql.prepare
  vi.spyOn(database.write.sql, 'prepare').mockImplementation((text) => {
    if (text === 'COMMIT') events.push('commit')
    return prepare(text)
  })
  const handlers: Partial<CommandHandlers> = {
    'create-department': async (input, ctx) => {
      events.push(input.name)
      ctx.tx.put('department', { id: input.id, name: input.name, nameEn: '', parentId: null, path: `/${input.id}/`, revision: 1 })
      await does(input.name, ctx)
      return { id: input.id, revision: 1 }
    },
  }
  let fault = 0
  const office = { commands: handlers as CommandHandlers, contributed: gathered([]) }
  runner = commandRunner(database.write, office, {
    committed: (tables) => void events.push(`notice ${tables.join(' ')}`),
    fault: () => undefined,
    faultId: () => `fault-${++fault}`,
    disk: { because: () => undefined, failed: (problem) => void problems.push(problem) },
  })
  // The first command of a process loads its dictionary.
  await send('first')
  await wait(5)
  events = []
  vi.spyOn(performance, 'now').mockImplementation(() => ms)
})
afterEach(() => {
  vi.mocked(performance.now).mockRestore()
  expect(database.write.inTransaction()).toBe(false)
  expect(verifyAudit(database.read.sql)).toMatchObject({ broken: null })
  database.close()
})

test('[U65] what waits is committed together, told of once, and answered in its order after the commit', async () => {
  does = (name) => (name === 'a' ? wait(1) : undefined)
  await sendAll(['a', 'b', 'c'])
  expect(events).toEqual(['a', 'b', 'c', 'commit', 'notice department', 'a ok', 'b ok', 'c ok'])
})

test('[U65] a command alone is answered within the turn in which it came', async () => {
  let turned = false
  setImmediate(() => (turned = true))
  await send('alone')
  expect(turned).toBe(false)
})

test('[U65] a group holds fifty commands at most', async () => {
  await sendAll(Array.from({ length: 120 }, (_, n) => `d${n}`))
  const sizes = events.reduce<number[]>(
    (all, e) => (e === 'commit' ? [...all, 0] : /^d\d+$/.test(e) ? [...all.slice(0, -1), all.at(-1)! + 1] : all),
    [0],
  )
  expect(sizes).toEqual([50, 50, 20, 0])
})

test('[U65] a group that has lasted five milliseconds takes no further command', async () => {
  does = (name) => void (ms += name === 'slow' ? 5 : 1)
  await sendAll(['slow', 'b', 'c'])
  expect(events.slice(0, 4)).toEqual(['slow', 'commit', 'notice department', 'slow ok'])
  expect(events.slice(4)).toEqual(['b', 'c', 'commit', 'notice department', 'b ok', 'c ok'])
})

test('[U65] the longer the first of a group has waited, the longer it takes further ones, up to fifty milliseconds', async () => {
  does = (name) => void (ms += name.startsWith('slow') ? 200 : name === 'b' || name === 'x' ? 19 : 1)
  // b has waited 200 ms for the first group: its own lasts 20, and d comes too late.
  await sendAll(['slow', 'b', 'c', 'd'])
  expect(events.filter((e) => !/notice|ok/.test(e))).toEqual(['slow', 'commit', 'b', 'c', 'commit', 'd', 'commit'])
  events = []
  does = (name) => void (ms += name === 'slow' ? 10_000 : 30)
  await sendAll(['slow', 'x', 'y', 'z'])
  expect(events.filter((e) => !/notice|ok/.test(e))).toEqual(['slow', 'commit', 'x', 'y', 'commit', 'z', 'commit'])
})

test('[U65] a refusal and a fault take back their own rows alone, wherever they are in the group', async () => {
  does = (name) => {
    if (name.startsWith('bad')) refuse('nothing-to-do', {})
    if (name.startsWith('worse')) throw new Error('x')
  }
  const answers = await sendAll(['worse1', 'bad1', 'good1', 'bad2', 'worse2', 'good2'])
  expect(answers).toEqual(['fault-1', 'nothing-to-do', 'ok', 'nothing-to-do', 'fault-2', 'ok'])
  expect([departments(), commits()]).toEqual([['first', 'good1', 'good2'], 1])
  const trail = database.read.sql.prepare('SELECT kind FROM audit ORDER BY id').all() as { kind: string }[]
  expect(trail.map((t) => t.kind)).toEqual(['command', 'refusal', 'command', 'refusal', 'command'])
})

test('[U65] other writes keep their turn between the commands and share no transaction with them', async () => {
  const others = (what: string) =>
    runner.alone((sql) => {
      events.push(what)
      sql.prepare("INSERT INTO setting(key, value) VALUES (?, '1')").run(what)
    })
  await Promise.all([send('a'), send('b'), others('session'), send('c'), runner.between(() => void events.push('between'))])
  expect(events.filter((e) => !/notice|ok/.test(e))).toEqual(['a', 'b', 'commit', 'session', 'commit', 'c', 'commit', 'between'])
})

test('[U65] the same command twice in one group is done once', async () => {
  const [id, department] = [newId(), newId()]
  expect(await Promise.all([send('a', id, department), send('b'), send('a', id, department)])).toEqual(['ok', 'ok', 'ok'])
  expect([departments(), commits()]).toEqual([['first', 'a', 'b'], 1])
})

test('[U65] a commit that fails confirms nobody, and the same commands are done when they come again', async () => {
  // A foreign key that is looked at when the transaction ends.
  does = (name, { tx }) => {
    if (name !== 'dangling') return
    tx.sql.prepare('PRAGMA defer_foreign_keys = ON').run()
    tx.sql.prepare("INSERT INTO user_role(id, userId, roleId) VALUES ('x', 'nobody', 'nothing')").run()
  }
  const [id, department] = [newId(), newId()]
  const answers = await Promise.all([send('a', id, department), send('dangling'), send('a', id, department), send('b')])
  expect(answers).toEqual(['fault-1', 'fault-1', 'fault-1', 'fault-1'])
  expect([departments(), events.filter((e) => e.startsWith('notice'))]).toEqual([['first'], []])
  expect(await Promise.all([send('a', id, department), send('b')])).toEqual(['ok', 'ok'])
  expect(departments()).toEqual(['first', 'a', 'b'])
})

test('[U65] [U53] when the disk is full nothing of the group is confirmed that is not there, and what fits goes on', async () => {
  const { page_count: pages } = (database.write.pragma('page_count') as [{ page_count: number }])[0]
  database.write.pragma(`max_page_count = ${pages + 40}`)
  does = (name, { tx }) => {
    if (name === 'huge') tx.sql.prepare("INSERT INTO setting(key, value) VALUES ('huge', ?)").run('x'.repeat(400_000))
  }
  // SQLite takes the whole transaction back: with it go the two that ran before in it, and they hear so.
  expect(await sendAll(['a', 'b', 'huge', 'c'])).toEqual(['disk-full', 'disk-full', 'disk-full', 'ok'])
  expect(departments()).toEqual(['first', 'c'])
  expect(problems).toEqual(['disk-full', 'disk-full'])
  expect(await sendAll(['a', 'b'])).toEqual(['ok', 'ok'])
})

test('[U65] [U53] a batch of which SQLite takes back a part is not written at all', async () => {
  const { page_count: pages } = (database.write.pragma('page_count') as [{ page_count: number }])[0]
  database.write.pragma(`max_page_count = ${pages + 40}`)
  does = (name, { tx }) => {
    if (name === 'huge') tx.sql.prepare("INSERT INTO setting(key, value) VALUES ('huge', ?)").run('x'.repeat(400_000))
  }
  const request = (name: string) => ({
    ...{ id: newId(), name: 'create-department', viewer: officeItself, device: 'test', at: '2026-03-02T02:00:00.000Z' },
    input: { id: newId(), name, nameEn: '', parentId: null },
  })
  const batch = runner.together(async (run) => {
    for (const name of ['a', 'huge', 'b']) await run(request(name)).catch(() => undefined)
  })
  await expect(batch).rejects.toThrow('no transaction is active')
  expect(departments()).toEqual(['first'])
})
