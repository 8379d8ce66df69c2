// Runs a command: parse → permit → BEGIN IMMEDIATE → handle → audit → COMMIT → notify. Idempotent by command id. The only home of the write lock.
import type { z } from 'zod'
import type { Connection, Sql } from '../../db/open.ts'
import { post, rememberKeys, reverse } from '../../db/ledger/post.ts'
import { spellingReady } from '../../db/spelling.ts'
import { storageProblem, type StorageProblem } from '../../db/storage-problem.ts'
import { endOfAudit, writeAudit } from '../../db/trail/entries.ts'
import { writableDb, type WritableDb } from '../../db/tx.ts'
import { commands, isCommand, type CommandName } from '../../preload/contract/commands.ts'
import { factAfter } from '../../preload/contract/date-places.ts'
import type { CommandSpec } from '../../preload/contract/define/index.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { concealed } from '../../preload/contract/figures.ts'
import { fieldIssues } from '../../preload/contract/issues.ts'
import { Refused, refusal, refuse, visibleRefusal, type Refusal } from '../../preload/contract/refusals.ts'
import { dayIn, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import { withoutSecrets } from '../access/audit.ts'
import { readCompany, unfounded } from '../access/company.ts'
import { departmentPaths, inScope, may, type Viewer } from '../access/viewer.ts'
import type { AllCommands, CommandContext } from './define-command.ts'
import { hashedPasswords, type HashedPasswords } from './hashed-passwords.ts'
import { nextNumber } from './numbering.ts'
import { secretPrints } from './secret-prints.ts'
import { wholeRefusal } from './unique-codes.ts'

export type CommandRequest = { id: string; name: string; input: unknown; viewer: Viewer; device: string; at: string }
export type FaultLog = (faultId: string, what: string, error: unknown) => void
export type CommandRunner = {
  run(request: CommandRequest): Promise<Answer>
  /** Many commands under one commit (S9): each still all-or-nothing and audited by itself. For imports and the demonstration. */
  together<T>(work: (run: (request: CommandRequest) => Promise<Answer>) => Promise<T>): Promise<T>
  /** Runs other small writes (sessions, refusals) alone on the writing connection, in a transaction of their own. */
  alone<T>(work: (sql: Sql) => T): Promise<T>
  /** Between two commands, outside any transaction: checkpoints, closing. */
  between<T>(work: () => T | Promise<T>): Promise<T>
}

export const issuesOf = (error: z.ZodError, input: unknown): Refusal => refusal('invalid-input', { issues: fieldIssues(error, input) })

const noPasswords = (): never => {
  throw new Error('the command declares no new password')
}

const answerOf = (given: Refusal): Answer => ({ ok: false, refused: given.refused, data: given.data })

/** A command that may begin: its declaration, its parsed input and the hashes of its passwords. */
type Begun = { spec: CommandSpec; input: unknown; passwords: HashedPasswords | undefined }

type Bounds = { begin: string; commit: string; rollback: string }
const TRANSACTION: Bounds = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' }
const SAVEPOINT: Bounds = { begin: 'SAVEPOINT one', commit: 'RELEASE one', rollback: 'ROLLBACK TO one; RELEASE one' }

/** So many commands stand in line, a second or two of work; more are refused (U44). */
const MOST_WAITING = 500
const BUSY_SECONDS = 2

/** Runs what it is given one after the other, in the order given. */
const inLine = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

export const commandRunner = (
  connection: Connection,
  all: AllCommands,
  on: {
    committed(tables: string[]): void
    fault: FaultLog
    faultId(): string
    /** What the disk says of a write that failed, and who hears of it. */
    disk?: { because(): StorageProblem | undefined; failed(problem: StorageProblem): void }
  },
): CommandRunner => {
  const { sql } = connection
  // Writes go one at a time: handlers are async, and a second command may not slip into the first one's transaction.
  const queued = inLine()
  let waiting = 0
  const prints = secretPrints()

  const contextOf = (tx: WritableDb, r: CommandRequest, passwords: HashedPasswords | undefined): CommandContext => {
    const company = readCompany(sql) ?? unfounded
    const { viewer } = r
    const today = dayIn(company.timeZone, r.at)
    // Whatever a handler works out: no posting lies ahead, so that the figures of now are those as of today (T36).
    const come = (date: IsoDate): IsoDate =>
      date > today ? refuse('date-out-of-order', { earlier: date, later: today, ahead: true }) : date
    return {
      tx,
      db: tx.db,
      now: r.at,
      today,
      viewer,
      company,
      contributed: all.contributed,
      number: (series, date) => nextNumber(sql, series, date),
      post: (journal) => post(tx, { ...journal, date: come(journal.date) }),
      reverse: (journalId, date, memo) => reverse(tx, journalId, come(date), memo),
      passwords: () => passwords ?? noPasswords(),
      may: (permission) => may(viewer, permission),
      require: (permission) => (may(viewer, permission) ? undefined : refuse('not-permitted', { permission })),
      requireScope: (resource, row, as = resource) =>
        inScope(viewer, resource, row, departmentPaths(sql)) ? undefined : refuse('not-found', { resource: as }),
      orNotFound: (row, resource) => (row === undefined ? refuse('not-found', { resource }) : row),
      requireRevision: (row, seen) =>
        row.revision === seen ? undefined : refuse('changed-meanwhile', { expected: seen, found: row.revision }),
    }
  }

  const handle = async (r: CommandRequest, { spec, input, passwords }: Begun): Promise<{ outcome: unknown; tx: WritableDb | null }> => {
    const trail = withoutSecrets(input, spec.secrets)
    const done = sql.prepare('SELECT name, userId, input, outcome FROM audit WHERE commandId = ?').get(r.id) as
      | { name: string; userId: string; input: string; outcome: string }
      | undefined
    if (done) {
      // The same intent sent twice is done once; another intent under the same id is refused.
      const isSame = done.name === r.name && done.userId === r.viewer.userId && done.input === trail
      if (!isSame || !prints.isSame(r.id, input, spec.secrets)) refuse('command-id-reused', {})
      return { outcome: JSON.parse(done.outcome), tx: null }
    }
    const tx = writableDb(connection, endOfAudit(sql).id + 1, new Map())
    const run = all.commands[r.name as CommandName] as (input: unknown, ctx: CommandContext) => unknown
    const ctx = contextOf(tx, r, passwords)
    const late = factAfter(spec.input, input, ctx.today)
    if (late) refuse('date-out-of-order', { earlier: late.day, later: ctx.today, path: late.path, ahead: true })
    const outcome = await run(input, ctx)
    if (spec.audited) {
      const subject = (input as { id?: string; userId?: string }).id ?? (input as { userId?: string }).userId ?? null
      writeAudit(
        sql,
        {
          at: r.at,
          userId: r.viewer.userId,
          device: r.device,
          kind: 'command',
          name: r.name,
          commandId: r.id,
          subject,
          input: trail,
          outcome: JSON.stringify(outcome),
        },
        tx.wrote,
      )
      prints.remember(r.id, input, spec.secrets)
    }
    return { outcome, tx }
  }

  const audited = (r: CommandRequest, given: Refusal) => {
    const spec = isCommand(r.name) ? commands[r.name] : undefined
    const subject = (r.input as { id?: unknown } | null)?.id
    writeAudit(sql, {
      at: r.at,
      userId: r.viewer.userId,
      device: r.device,
      kind: 'refusal',
      name: spec ? r.name : 'unknown',
      commandId: null,
      subject: typeof subject === 'string' ? cutText(subject, 36) : null,
      input: null,
      // The trail is read by who may see no figures at all.
      outcome: cutText(JSON.stringify(visibleRefusal(given, () => false)), 4000),
    })
  }

  /** How a transaction, or a savepoint within one, is opened and closed. */
  const inside = async <T>(bounds: Bounds, work: () => T | Promise<T>): Promise<T> => {
    sql.prepare(bounds.begin).run()
    try {
      const result = await work()
      sql.prepare(bounds.commit).run()
      return result
    } catch (error) {
      // SQLite itself rolls back on some errors (disk full): then there is nothing left to undo.
      if (connection.inTransaction()) sql.exec(bounds.rollback)
      throw error
    }
  }

  /** The reason for which a command may not even begin, or its parsed input. */
  const admitted = (r: CommandRequest): { refused: Refusal } | { spec: CommandSpec; input: unknown } => {
    if (!isCommand(r.name)) return { refused: refusal('unknown-name', { name: cutText(r.name, 80) }) }
    const spec = commands[r.name] as CommandSpec
    if (spec.permission === 'founding') {
      if (readCompany(sql)) return { refused: refusal('already-founded', {}) }
    } else if (!may(r.viewer, spec.permission)) return { refused: refusal('not-permitted', { permission: spec.permission }) }
    const parsed = spec.input.safeParse(r.input)
    return parsed.success ? { spec, input: parsed.data } : { refused: issuesOf(parsed.error, r.input) }
  }

  /** A fault that wrote nothing, or what the disk says. */
  const failed = (r: CommandRequest, error: unknown): Answer => {
    const disk = storageProblem(error, on.disk?.because)
    // A disk that cannot be written keeps no entry of the trail either (U53 of backups).
    if (disk) {
      on.disk?.failed(disk)
      return answerOf(refusal(disk, {}))
    }
    const fault = on.faultId()
    on.fault(fault, r.name, error)
    return { ok: false, fault }
  }

  /** Parses, permits, handles: an outcome, a refusal that stands in the trail alone, or a fault that wrote nothing. */
  const attempt = async (
    r: CommandRequest,
    passwords: HashedPasswords | undefined,
    bounds: Bounds,
    written: (tx: WritableDb) => void,
  ): Promise<Answer> => {
    const refused = async (told: Refusal): Promise<Answer> => {
      const given = isCommand(r.name) ? await wholeRefusal(connection.kysely, r.viewer, r.name, r.input, told) : told
      // `remember` is the desk's own memory; everything else that is refused stands in the trail.
      if (!(isCommand(r.name) && !commands[r.name].audited)) await inside(bounds, () => audited(r, given))
      return answerOf(visibleRefusal(given, (permission) => may(r.viewer, permission)))
    }
    try {
      const begun = admitted(r)
      if ('refused' in begun) return await refused(begun.refused)
      try {
        const { outcome, tx } = await inside(bounds, () => handle(r, { ...begun, passwords }))
        if (tx) written(tx)
        return { ok: true, value: concealed(begun.spec.outcome, outcome, (permission) => may(r.viewer, permission)) }
      } catch (error) {
        if (error instanceof Refused) return await refused(error.refusal)
        throw error
      }
    } catch (error) {
      return failed(r, error)
    }
  }

  /** Hashes what has to be hashed, outside any transaction and before the command's turn; then `go`. */
  const withPasswords = async (r: CommandRequest, go: (passwords: HashedPasswords | undefined) => Promise<Answer>): Promise<Answer> => {
    let passwords: HashedPasswords | undefined
    try {
      const begun = isCommand(r.name) && (commands[r.name] as CommandSpec).newPassword !== undefined ? admitted(r) : undefined
      if (begun && 'spec' in begun) passwords = await hashedPasswords(sql, begun.spec, begun.input, r.viewer.userId)
    } catch (error) {
      return failed(r, error)
    }
    return go(passwords)
  }

  /** After the commit, once for all that it carried: what was looked up may be remembered, and who shows those tables is told. */
  const committed = (all: readonly WritableDb[]): void => {
    all.forEach(rememberKeys)
    const touched = new Set(all.flatMap((tx) => [...tx.touched]))
    if (touched.size > 0) on.committed([...touched])
  }

  return {
    run: async (r) => {
      if (waiting >= MOST_WAITING) return answerOf(refusal('office-busy', { retryAfterSeconds: BUSY_SECONDS }))
      waiting += 1
      try {
        return await withPasswords(r, (passwords) =>
          queued(async () => {
            await spellingReady()
            return attempt(r, passwords, TRANSACTION, (tx) => committed([tx]))
          }),
        )
      } finally {
        waiting -= 1
      }
    },
    together: (work) =>
      queued(async () => {
        await spellingReady()
        const all: WritableDb[] = []
        // Savepoints nest and may not cross: commands sent at once still go one after the other.
        const inOrder = inLine()
        const result = await inside(TRANSACTION, () =>
          work((r) => inOrder(() => withPasswords(r, (passwords) => attempt(r, passwords, SAVEPOINT, (tx) => void all.push(tx))))),
        )
        committed(all)
        return result
      }),
    alone: (work) => queued(() => inside(TRANSACTION, () => work(sql))),
    between: (work) => queued(async () => work()),
  }
}
