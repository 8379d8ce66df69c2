// A whole office in a test: a real database, the real runners, some modules, a founded company and users with any rights. No sockets.
import path from 'node:path'
import { testFileMakers } from './file-makers.ts'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { recordReads } from '../../db/testing/table-reads.ts'
import { writableDb } from '../../db/tx.ts'
import { allPermissions, ownedResources, type Permission, type Scopes } from '../../preload/contract/access.ts'
import type { CommandInput, CommandName, CommandOutcome } from '../../preload/contract/commands.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { Company, Switches } from '../../preload/contract/modules/people/calls.ts'
import type { ListSpec, QuerySpec } from '../../preload/contract/define/index.ts'
import { type AnyQueryName, queries, type QueryInput, type QueryOutput } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { unfounded } from '../access/company.ts'
import { loadViewer, type Viewer } from '../access/viewer.ts'
import type { Contributed, Contribution } from '../commands/contributed.ts'
import type { CommandHandlers } from '../commands/define-command.ts'
import type { Preparations } from '../commands/prepared.ts'
import { commandRunner } from '../commands/run-command.ts'
import type { ListHandlers, QueryHandlers } from '../queries/define-query.ts'
import { allModules } from '../modules.ts'
import { gathered } from '../records/contributions.ts'
import { preparing } from '../queries/prepare.ts'
import { runQuery } from '../queries/run-query.ts'

export type ModuleTables = {
  commands?: Partial<CommandHandlers>
  queries?: Partial<QueryHandlers>
  lists?: Partial<ListHandlers>
  prepares?: Preparations
  contributes?: readonly Contribution[]
}
export type TestUser = { id: string; viewer: Viewer }

export type TestOffice = {
  database: TestDatabase
  owner: TestUser
  /** The clock of the next commands and queries; starts at 2026-03-02T02:00:00Z. */
  at: string
  /** A user with exactly these permissions and scopes. */
  user(rights: { permissions: readonly Permission[]; scopes?: Scopes; departmentId?: string | null; name?: string }): Promise<TestUser>
  /** The whole answer, refusals included. */
  send<N extends CommandName>(name: N, input: CommandInput<N>, as?: TestUser, id?: string): Promise<Answer<CommandOutcome<N>>>
  /** The outcome; a refusal or fault fails the test with its text. */
  run<N extends CommandName>(name: N, input: CommandInput<N>, as?: TestUser): Promise<CommandOutcome<N>>
  /** Sets all control switches, over whatever stands. */
  switches(switches: Switches, as?: TestUser): Promise<void>
  ask<N extends AnyQueryName>(name: N, input: QueryInput<N>, as?: TestUser): Promise<Answer<QueryOutput<N>>>
  query<N extends AnyQueryName>(name: N, input: QueryInput<N>, as?: TestUser): Promise<QueryOutput<N>>
  /** What the ledger's verifier finds: [] after every command. */
  ledgerFaults(): ReturnType<typeof verifyLedger>
  faults: string[]
  close(): void
}

/** Tests make many parties of one name and do not care: a reason is given for them. Who tests that they are noticed sends an empty one. */
const knownAgain = (name: string, input: object): object =>
  name === 'create-customer' || name === 'create-vendor' ? { duplicateReason: 'of a test', ...input } : input

/** An answer has exactly the shape that the contract declares: what stands in a table beside it (keys of comparison, say) never leaves with it. */
const asDeclared = (name: AnyQueryName, answer: Answer): Answer => {
  const spec = queries[name] as QuerySpec | ListSpec
  if (!answer.ok || spec.kind === 'list') return answer
  const shape = spec.output.safeParse(answer.value)
  if (!shape.success) throw new Error(`${name} answers otherwise than declared: ${JSON.stringify(shape.error.issues.slice(0, 5))}`)
  return answer
}

/** Written beside postings, and told of with them. */
const OF_POSTINGS = new Set(['journal', 'open_item', 'allocation', 'ledger_key'])
/** Read for every answer and seldom changed (the company's settings), or made of tables that are watched (the search index). */
const WATCHED_BY_NOBODY = new Set(['setting', 'search_entry', 'search_waiting'])

/** Asked anew when tasks change, and not whenever a record does that a task is about: the bell stands on every screen of every desk. */
const HEAR_OF_TASKS = new Set<AnyQueryName>(['bell', 'bell-count'])

/** A screen is asked again when a table that its query watches has changed: it watches all that it reads. Those that watch nothing are asked anew each time. */
const readsWhatItWatches = (name: AnyQueryName, tables: ReadonlySet<string>): void => {
  const { watches } = queries[name] as QuerySpec | ListSpec
  if (watches.length === 0 || HEAR_OF_TASKS.has(name)) return
  const told = [...tables].map((table) => (OF_POSTINGS.has(table) || table.startsWith('sum_') ? 'posting' : table))
  const missed = told.filter((table) => !watches.includes(table) && !WATCHED_BY_NOBODY.has(table))
  if (missed.length > 0) throw new Error(`${name} reads what it does not watch: ${[...new Set(missed)].join(', ')}`)
}

/**
 * What these modules contribute. A kind that exactly one module gives (rows that others join, say) is there also where that module is left out: without it the
 * others could not work.
 */
const contributedBy = (modules: readonly ModuleTables[]): Contributed => {
  const given = modules.flatMap((m) => m.contributes ?? [])
  const own = gathered(given)
  return (kind) => {
    if (given.some((c) => c.kind === kind)) return own(kind)
    try {
      return own(kind)
    } catch {
      return allModules.contributed(kind)
    }
  }
}

export const testOffice = async (modules: readonly ModuleTables[], company: Partial<Company> = {}): Promise<TestOffice> => {
  const database = await testDatabase()
  const commands = Object.assign({}, ...modules.map((m) => m.commands ?? {})) as CommandHandlers
  const all = {
    commands,
    prepares: Object.assign({}, ...modules.map((m) => m.prepares ?? {})) as Preparations,
    contributed: contributedBy(modules),
    queries: Object.assign({}, ...modules.map((m) => m.queries ?? {})) as QueryHandlers,
    lists: Object.assign({}, ...modules.map((m) => m.lists ?? {})) as ListHandlers,
  }
  const faults: string[] = []
  const on = {
    committed: () => undefined,
    faultId: newId,
    fault: (id: string, what: string, error: unknown) =>
      void faults.push(`${id} ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
  const makers = testFileMakers(path.join(database.folder, 'files'))
  const prepare = preparing(database.read, all.contributed, makers)
  const runner = commandRunner(database.write, all, { ...on, prepare })
  const seed = writableDb(database.write, 0)
  seed.put('setting', { key: 'company', value: JSON.stringify({ ...unfounded, name: '测试公司', nameEn: 'Test Company', ...company }) })

  let count = 0
  const user: TestOffice['user'] = async ({ permissions, scopes = {}, departmentId = null, name }) => {
    const id = newId()
    const roleId = newId()
    const login = `user${++count}`
    seed.put('user', {
      id,
      login,
      name: name ?? login,
      nameEn: '',
      email: '',
      phone: '',
      departmentId,
      language: 'zh',
      active: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      revision: 1,
    })
    seed.put('role', {
      id: roleId,
      code: null,
      name: login,
      nameEn: '',
      permissions: JSON.stringify(permissions),
      scopes: JSON.stringify(scopes),
      revision: 1,
    })
    seed.put('user_role', { id: newId(), userId: id, roleId })
    const viewer = await loadViewer(database.write.kysely, id)
    return { id, viewer: viewer! }
  }
  const owner = await user({ permissions: allPermissions, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all'])), name: '老板' })

  const good = <T>(name: string, answer: Answer<T>): T => {
    if (answer.ok) return answer.value
    throw new Error(`${name}: ${'fault' in answer ? `fault ${faults.join('\n')}` : `${answer.refused} ${JSON.stringify(answer.data)}`}`)
  }
  const office: TestOffice = {
    database,
    owner,
    at: '2026-03-02T02:00:00.000Z',
    user,
    send: (name, input, as = owner, id = newId()) =>
      runner.run({ id, name, input: knownAgain(name, input), viewer: as.viewer, device: 'test', at: office.at }) as never,
    run: async (name, input, as = owner) => good(name, await office.send(name, input, as)),
    switches: async (switches, as) => {
      const seen = await database.write.kysely
        .selectFrom('setting')
        .select('revision')
        .where('key', '=', 'company')
        .executeTakeFirstOrThrow()
      await office.run('set-switches', { switches, revision: seen.revision }, as)
    },
    ask: async (name, input, as = owner) => {
      const { value, tables } = await recordReads(() =>
        runQuery(database.read, all, { name, input, viewer: as.viewer, at: office.at }, { ...on, makers }),
      )
      readsWhatItWatches(name, tables)
      return asDeclared(name, value) as never
    },
    query: async (name, input, as = owner) => good(name, await office.ask(name, input, as)),
    ledgerFaults: () => verifyLedger(database.write.sql),
    faults,
    close: () => {
      void makers.close()
      database.close()
    },
  }
  return office
}
