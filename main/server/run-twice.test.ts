// Every command does the same each time it runs from the same state, so that a desk can run it again on top of what the office has decided meanwhile (S19, I9).
import path from 'node:path'
import { preparing } from '../queries/prepare.ts'
import { testFileMakers } from '../testing/file-makers.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { minutes, rounds } from '../../build/soak/rounds.ts'
import { cnyRates } from '../../db/reference/cny-rates.ts'
import { migrate, migrations, versionOf } from '../../db/schema/migrations.ts'
import { takeInEntries } from '../../db/search.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { commands, type CommandName } from '../../preload/contract/commands.ts'
import type { CommandSpec } from '../../preload/contract/define/index.ts'
import { officeTables } from '../../preload/contract/office-tables.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type * as Password from '../access/password.ts'
import { loadViewer, officeItself } from '../access/viewer.ts'
import type { CommandHandlers } from '../commands/define-command.ts'
import type { Ports } from '../commands/ports.ts'
import { commandRunner, type CommandRunner } from '../commands/run-command.ts'
import { createDemonstration } from '../demonstration/found-demonstration.ts'
import { notedOnly } from '../demonstration/testing/noted-only.ts'
import { allModules } from '../modules.ts'
import { furtherRecords } from './testing/further-records.ts'
import { rightsCalls } from './testing/rights-calls.ts'
import { placesOf, twice, type Places, type TwiceRun } from './testing/run-twice.ts'
import { twiceInputs } from './testing/twice-inputs.ts'

// Argon2id draws its salt before the command begins (people U64): the command is given a hash.
vi.mock('../access/password.ts', async (original) => ({
  ...(await original<typeof Password>()),
  hashPassword: async (given: string) => `hash of ${given}`,
  verifyPassword: async (given: string, hash: string) => hash === `hash of ${given}`,
}))

/** So many commands of one name are run twice while the company is made. */
const OFTEN = rounds(4, Infinity)

let database: TestDatabase
let makers: ReturnType<typeof testFileMakers>
let ran: TwiceRun
let places: Places
/** Why what was tried with samples was refused, by command. */
const refused = new Map<string, string[]>()

const runnerOf = (handlers: CommandHandlers, ports: Ports = places.ports): CommandRunner =>
  commandRunner(
    database.write,
    { ...allModules, commands: handlers },
    {
      committed: () => undefined,
      faultId: newId,
      fault: (_id, what, error) => {
        throw new Error(what, { cause: error })
      },
      prepare: preparing(database.read, allModules.contributed, makers),
    },
    ports,
  )

beforeAll(async () => {
  database = await testDatabase()
  makers = testFileMakers(path.join(database.folder, 'files'))
  places = placesOf(database.write)
  const at = new Date().toISOString()
  await runnerOf(allModules.commands).together(async (run) => {
    ran = twice(database.write, run, places, OFTEN)
    await createDemonstration(
      ran.perform,
      { viewer: officeItself, at },
      cnyRates,
      () => undefined,
      notedOnly(database.write.sql, at),
      false,
    )
    await furtherRecords(database.write, ran.perform, at)
    const { sql, kysely } = database.write
    takeInEntries(sql, Number.MAX_SAFE_INTEGER)
    const boss = (sql.prepare("SELECT id FROM user WHERE login = 'boss'").get() as { id: string }).id
    const viewer = (await loadViewer(kysely, boss))!
    const send = async (by: TwiceRun['rehearse'], name: string, input: unknown, id = newId()): Promise<unknown> => {
      const answer = await by({ id, name, input, viewer, device: 'test', at })
      if (answer.ok) return answer.value
      refused.set(name, [...(refused.get(name) ?? []), JSON.stringify(answer)])
      return undefined
    }
    for (const call of rightsCalls({ hub: { database }, me: boss, ownedTables: [] }).calls) {
      if (call.kind !== 'command') continue
      const { id, input } = call.body() as { id: string; input: unknown }
      await send(ran.rehearse, call.name, input, id)
      if (call.name !== 'edit-customer') continue
      // With the owner it has: another one is a hand-over, which is left to the office.
      const customer = sql.prepare('SELECT ownerId FROM party WHERE id = ?').get((input as { id: string }).id) as { ownerId: string }
      await send(ran.rehearse, call.name, { ...(input as object), ...customer })
    }
    const does = async (name: string, input: unknown) =>
      (await send(ran.perform, name, input)) ?? Promise.reject(new Error(`${name} was refused: ${refused.get(name)?.at(-1)}`))
    await twiceInputs(
      database.write,
      { does: does as never, tries: (name, input) => send(ran.rehearse, name, input) },
      dayIn('Asia/Shanghai', at),
    )
  })
}, minutes(8))
afterAll(async () => {
  await makers.close()
  database.close()
})

it('[S19] every command has been run, and was accepted at least once', () => {
  const never = Object.keys(commands).filter((name) => !ran.accepted.has(name))
  expect(never.map((name) => `${name}: ${refused.get(name)?.join(' ') ?? 'never sent'}`)).toEqual([])
})

it('[S19] what the second run writes and answers differs nowhere', () => {
  expect(ran.differences).toEqual([])
})

it('[U66] on a desk each accepted command does what it declares: runs with the same rows, waits without being run, or is left to the office', () => {
  expect([...new Set(ran.atDesk)]).toEqual([])
})

it('[U66] every row of a record is reported to the port for written rows', () => {
  expect([...new Set(ran.unreported.map((one) => one.replace(/ \[.*$/, '')))]).toEqual([])
})

it('[U68] after each command the units of which a row differs are those whose version grew', () => {
  expect(ran.unitFaults).toEqual([])
})

/** What postings write. The key of a deal and its row of sums, all zero, are made by a trigger with the deal itself. */
const LEDGER = new Set(
  Object.entries(officeTables).flatMap(([table, room]) =>
    room === 'db/ledger' && table !== 'ledger_key' && table !== 'sum_result' ? [table] : [],
  ),
)
const declared = Object.entries(commands) as [CommandName, CommandSpec][]
const declaredAs = (desk: CommandSpec['desk']) => declared.filter(([, spec]) => spec.desk === desk).map(([name]) => name)

it('[U66] no command that runs on a desk writes to the ledger there; each that waits posts', () => {
  const posts = (name: string) => [...(ran.writtenAtDesk.get(name) ?? [])].filter((table) => LEDGER.has(table))
  expect(declaredAs('runs').flatMap((name) => posts(name).map((table) => `${name} writes ${table}`))).toEqual([])
  expect(declaredAs('runs').filter((name) => !ran.writtenAtDesk.has(name))).toEqual([])
  expect(declaredAs('waits').filter((name) => !ran.written.get(name)?.has('posting'))).toEqual([])
})

it('[U66] what only the authority decides is left to the office, and what leaves a desk holds no secret', () => {
  expect(declared.filter(([, spec]) => spec.class === 'online-only' && spec.desk !== 'hub').map(([name]) => name)).toEqual([])
  expect(declared.filter(([, spec]) => spec.secrets.length > 0 && spec.desk !== 'hub').map(([name]) => name)).toEqual([])
})

// ---- the harness itself: each kind of handler that does something else the second time is caught ------------------------------------------------

const rehearsed = async (create: CommandHandlers['create-department'], ports?: Ports): Promise<TwiceRun> => {
  const sent = { id: newId(), name: newId(), nameEn: '', parentId: null }
  const request = {
    id: newId(),
    name: 'create-department',
    input: sent,
    viewer: officeItself,
    device: 'test',
    at: '2026-03-02T02:00:00.000Z',
  }
  let once: TwiceRun | undefined
  const undone = new Error('undone')
  await runnerOf({ ...allModules.commands, 'create-department': create }, ports)
    .together(async (run) => {
      once = twice(database.write, run, places)
      await once.rehearse(request)
      throw undone
    })
    .catch((error: unknown) => expect(error).toBe(undone))
  return once!
}
const planted = async (create: CommandHandlers['create-department']): Promise<readonly string[]> => {
  const { differences } = await rehearsed(create)
  return differences.map((one) => one.replace(/:.*$/s, '')).filter((one) => !/ writes (audit|change) /.test(one))
}
const written = (id: string, nameEn: string) => ({ id, name: 'x', nameEn, parentId: null, path: `/${id}/`, revision: 1 })

it.each<[string, CommandHandlers['create-department']]>([
  [
    'that looks at the clock',
    ({ id }, ctx) => {
      ctx.tx.put('department', written(id, new Date().toISOString().slice(0, 10)))
      return { id, revision: 1 }
    },
  ],
  [
    'that draws an identifier',
    ({ id }, ctx) => {
      ctx.tx.put('department', written(id, newId()))
      return { id, revision: 1 }
    },
  ],
  [
    'that goes through rows in no order',
    async ({ id }, ctx) => {
      const users = await ctx.db.selectFrom('user').select('login').execute()
      ctx.tx.put('department', written(id, users.map((u) => u.login).join(' ')))
      return { id, revision: 1 }
    },
  ],
])('a handler %s is caught', async (_what, create) => {
  expect(await planted(create)).toEqual([expect.stringMatching(/^create-department writes department /)])
})

it('a handler that does the same twice is let pass', async () => {
  expect(await planted(allModules.commands['create-department'])).toEqual([])
})

it('an answer that differs is caught', async () => {
  expect(await planted(({ id }) => ({ id, revision: Date.now() }))).toEqual(['create-department answers {"ok"'])
})

// ---- versions of units: the ways in which they can be wrong are caught, and migration 310 fills what the runner would have written ---------------------

it('[U68] a table that is left out of what is written to the port is caught', async () => {
  const { unitFaults } = await rehearsed(allModules.commands['create-department'], {
    ...places.ports,
    written: (rows) => places.ports.written(rows.filter(({ table }) => table !== 'department')),
  })
  expect(unitFaults).toEqual([expect.stringMatching(/^create-department: department .* differs and has its old version$/)])
})

it('[U68] every root row has its unit, with its owner, after all commands as after migration 310', async () => {
  const { write } = database
  // Tables that later migrations make have no rows when 310 runs: their units are made by their commands alone.
  const later = new Set(
    migrations
      .filter(({ version }) => Number(version) > 310)
      .flatMap(({ sql }) => [...sql.matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table)),
  )
  const every = () => write.sql.prepare('SELECT root, id, ownerId, departmentId FROM sync_unit WHERE gone = 0 ORDER BY root, id').all()
  const units = () => (every() as { root: string }[]).filter(({ root }) => !later.has(root))
  const before = units()
  const version = versionOf(write)
  write.sql.exec('DROP TABLE sync_unit; DROP TABLE sync_moved; PRAGMA user_version = 290')
  await migrate(
    write,
    async () => undefined,
    migrations.filter((one) => one.version === 310),
  )
  write.pragma(`user_version = ${version}`)
  const filled = units()
  expect(filled.length).toBeGreaterThan(1000)
  expect(filled).toEqual(before)
})
