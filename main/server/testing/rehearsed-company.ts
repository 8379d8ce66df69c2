// A small company with a record of every kind behind a real hub, and commands that are only rehearsed: what they write is taken back at once, so that tens of
// thousands of them leave the company as it was.
import http from 'node:http'
import { cnyRates } from '../../../db/reference/cny-rates.ts'
import { takeInEntries } from '../../../db/search.ts'
import { isPrepared, keepPrepared } from '../../../db/testing/database.ts'
import { Refused, refusal } from '../../../preload/contract/refusals.ts'
import { officeItself } from '../../access/viewer.ts'
import type { CommandHandlers } from '../../commands/define-command.ts'
import { createDemonstration } from '../../demonstration/found-demonstration.ts'
import { notedOnly } from '../../demonstration/testing/noted-only.ts'
import { foundAtHub } from '../../modules/desks/testing/releases-found.ts'
import { furtherRecords } from './further-records.ts'
import { testHub, type HubAnswer, type TestHub } from './test-hub.ts'

export type RehearsedCompany = {
  hub: TestHub
  /** Tables whose rows have an owner. */
  ownedTables: readonly string[]
  /** From now on what a command has done is taken back; `done` is called while it still stands. */
  rehearse(done?: () => void): void
  /** From now on it stays done. */
  perform(): void
  post(path: string, body: unknown, token: string | null): Promise<HubAnswer>
  get(path: string, token: string | null): Promise<HubAnswer>
  close(): Promise<void>
}

const rehearsed = (handlers: CommandHandlers, end: () => void): CommandHandlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (input: never, ctx: never) => {
        const outcome: unknown = await (handle as (input: never, ctx: never) => unknown)(input, ctx)
        end()
        return outcome
      },
    ]),
  ) as unknown as CommandHandlers

/** The prepared database of this company: some seconds of work that every test file but the first saves. */
const COMPANY = 'rehearsed-company'
const fill = async ({ runner, database }: TestHub): Promise<void> => {
  const actor = { viewer: officeItself, at: new Date().toISOString() }
  await runner.together(async (run) => {
    await createDemonstration(run, actor, cnyRates, () => undefined, notedOnly(database.write.sql, actor.at), false)
    await furtherRecords(database.write, run, actor.at)
  })
  takeInEntries(database.write.sql, Number.MAX_SAFE_INTEGER)
}

/** The demonstration company with what it lacks; nothing is rehearsed yet. */
export const rehearsedCompany = async (): Promise<RehearsedCompany> => {
  let atEnd = (): void => undefined
  const isMade = isPrepared(COMPANY)
  const hub = await testHub({
    founded: false,
    from: isMade ? COMPANY : undefined,
    around: (handlers) => rehearsed(handlers, () => atEnd()),
  })
  if (!isMade) {
    await fill(hub)
    await keepPrepared(COMPANY, hub.database)
  }
  const { sql } = hub.database.write
  foundAtHub(sql.prepare('SELECT id, version, releasedAt FROM release').all() as Parameters<typeof foundAtHub>[0])
  const tables = (sql.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]).map((t) => t.name)
  const columnsOf = (table: string) =>
    (sql.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]).map((c) => c.name)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  return {
    hub,
    ownedTables: tables.filter((t) => ['id', 'ownerId', 'departmentId'].every((c) => columnsOf(t).includes(c)) && t !== 'search_entry'),
    rehearse: (done = () => undefined) => {
      atEnd = () => {
        done()
        throw new Refused(refusal('already-decided', { state: 'rehearsed' }))
      }
    },
    perform: () => {
      atEnd = () => undefined
    },
    post: (path, body, token) => hub.request('POST', path, { body, token, agent }),
    get: (path, token) => hub.request('GET', path, { token, agent }),
    close: async () => {
      agent.destroy()
      await hub.close()
    },
  }
}
