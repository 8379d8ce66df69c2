// Entries of the search index: found from the commit on, taken in a moment later, also those of an office that was cut off.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { searchEntries } from '../../db/search.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { officeItself } from '../access/viewer.ts'
import type { CommandHandlers } from './define-command.ts'
import { gathered } from '../records/contributions.ts'
import { commandRunner, type CommandRunner } from './run-command.ts'
import { indexRecord } from '../records/search.ts'
import { searchIndexer } from './search-indexer.ts'

let database: TestDatabase
let runner: CommandRunner
let failures: unknown[]
beforeEach(async () => {
  database = await testDatabase()
  database.write.sql.prepare('INSERT INTO setting(key, value) VALUES (?, ?)').run('company', '{"timeZone":"Asia/Shanghai"}')
  failures = []
  const handlers: Partial<CommandHandlers> = {
    'create-department': (input, ctx) => {
      indexRecord(ctx, { id: input.id, kind: 'customer', title: input.name, detail: '', ownerId: null, departmentId: null })
      return { id: input.id, revision: 1 }
    },
  }
  runner = commandRunner(
    database.write,
    { commands: handlers as CommandHandlers, contributed: gathered([]) },
    {
      committed: () => undefined,
      fault: (_, __, error) => void failures.push(error),
      faultId: newId,
    },
  )
  // Turns of the event loop are real: the runner goes on by them.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  database.close()
})

const create = (name: string, run = runner.run) =>
  run({
    id: newId(),
    name: 'create-department',
    input: { id: newId(), name, nameEn: '', parentId: null },
    viewer: officeItself,
    device: 'test',
    at: '2026-03-02T02:00:00.000Z',
  })
const find = (text: string) => searchEntries(database.read.sql, text, 50, [{ kind: 'customer' }]).map((e) => e.title)
const counts = () =>
  ['search_waiting', 'search_entry', 'search_grams'].map(
    (t) => (database.read.sql.prepare(`SELECT count(*) AS n FROM ${t}`).get() as { n: number }).n,
  )
const keeper = () => searchIndexer(runner, { failed: (error) => void failures.push(error) })
/** Until nothing is queued: `between` stands at the end of the line. */
const quiet = () => runner.between(() => undefined)

test('what was just committed is found at once, and as well after it was taken in', async () => {
  const search = keeper()
  await create('宁波海田灯具厂')
  search.soon()
  expect([find('海田'), find('nbht'), counts()]).toEqual([['宁波海田灯具厂'], ['宁波海田灯具厂'], [1, 0, 0]])
  await vi.advanceTimersByTimeAsync(1000)
  await quiet()
  expect([find('海田'), find('nbht'), counts()]).toEqual([['宁波海田灯具厂'], ['宁波海田灯具厂'], [0, 1, 1]])
  search.stop()
})

test('what waited when the office was cut off is taken in after the next start', async () => {
  await runner.together(async (run) => {
    for (let n = 0; n < 450; n++) await create(`lamp ${n}`, run)
  })
  expect([counts(), find('lamp 449')]).toEqual([[450, 0, 0], ['lamp 449']])
  const search = keeper()
  search.soon()
  await vi.advanceTimersByTimeAsync(1000)
  await quiet()
  expect([counts(), find('lamp 449'), failures]).toEqual([[0, 450, 450], ['lamp 449'], []])
  search.stop()
})

test('a command that comes between two batches goes first', async () => {
  await runner.together(async (run) => {
    for (let n = 0; n < 250; n++) await create(`lamp ${n}`, run)
  })
  const search = keeper()
  search.soon()
  vi.advanceTimersByTime(300)
  await create('lamp in between')
  expect(counts()).toEqual([51, 200, 200])
  await vi.advanceTimersByTimeAsync(1)
  await quiet()
  expect(counts()).toEqual([0, 251, 251])
  search.stop()
})

test('a failure is told and the next commit tries again; stopped, nothing more happens', async () => {
  const search = keeper()
  await create('lamp')
  database.write.sql.exec('ALTER TABLE search_grams RENAME TO search_grams_away')
  search.soon()
  await vi.advanceTimersByTimeAsync(1000)
  await quiet()
  expect(failures.length).toBe(1)
  database.write.sql.exec('ALTER TABLE search_grams_away RENAME TO search_grams')
  search.soon()
  search.stop()
  await vi.advanceTimersByTimeAsync(1000)
  await quiet()
  expect(counts()).toEqual([1, 0, 0])
  const again = keeper()
  again.soon()
  await vi.advanceTimersByTimeAsync(1000)
  await quiet()
  expect(counts()).toEqual([0, 1, 1])
  again.stop()
})
