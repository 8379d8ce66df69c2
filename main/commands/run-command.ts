// Runs a command: parse → permit → handle → audit, all or nothing; then COMMIT → notify → answer, together with the commands that wait beside it (U65).
// Idempotent by command id. The only home of the write lock.
import type { z } from 'zod'
import type { Connection, Sql } from '../../db/open.ts'
import { post, rememberKeys, reverse } from '../../db/ledger/post.ts'
import { spellingReady } from '../../db/spelling.ts'
import { storageProblem, type StorageProblem } from '../../db/storage-problem.ts'
import { transactionsOf } from '../../db/transactions.ts'
import { writableDb, type WritableDb } from '../../db/tx.ts'
import { commands, isCommand, type CommandName } from '../../preload/contract/commands.ts'
import { factAfter } from '../../preload/contract/date-places.ts'
import type { CommandSpec } from '../../preload/contract/define/index.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { concealed } from '../../preload/contract/figures.ts'
import { fieldIssues } from '../../preload/contract/issues.ts'
import { Refused, refusal, refuse, visibleRefusal, type Refusal } from '../../preload/contract/refusals.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import { withoutSecrets } from '../access/audit.ts'
import { readCompany, unfounded } from '../access/company.ts'
import { departmentPaths, inScope, may, type Viewer } from '../access/viewer.ts'
import type { AllCommands, CommandContext } from './define-command.ts'
import { hashedPasswords, type HashedPasswords } from './hashed-passwords.ts'
import type { Prepare, Prepared } from './prepared.ts'
import { officePorts } from './office-ports.ts'
import type { Entry, Known, Ports } from './ports.ts'
import { secretPrints } from './secret-prints.ts'
import { wholeRefusal } from './unique-codes.ts'
import { inOrder, writeLine, type Take } from './write-line.ts'

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

const nothingPrepared = (): never => {
  throw new Error('nothing was prepared for this command')
}

const answerOf = (given: Refusal): Answer => ({ ok: false, refused: given.refused, data: given.data })

/** What was made of a command, and the rows of its transaction when it ran now. */
type Handled = { result: Known['result']; tx: WritableDb | null }
/** What was made for a command before its turn, outside any transaction: what takes long and needs no lock. */
type MadeBefore = { passwords?: HashedPasswords | undefined; prepared?: Prepared | undefined }
/** A command that may begin: its declaration, its parsed input and what was made for it. */
type Begun = { spec: CommandSpec; input: unknown; before: MadeBefore }

/** So many commands stand in line, a second or two of work; more are refused (U44). */
const MOST_WAITING = 500
const BUSY_SECONDS = 2

type InLine = { r: CommandRequest; before: MadeBefore }
/** What became of a command before the commit: its answer, and the transaction in which it wrote, if it wrote. */
type Attempted = { answer: Answer; transaction?: number; tx?: WritableDb | null }

export const commandRunner = (
  connection: Connection,
  all: AllCommands,
  on: {
    committed(tables: string[]): void
    fault: FaultLog
    faultId(): string
    /** What the disk says of a write that failed, and who hears of it. */
    disk?: { because(): StorageProblem | undefined; failed(problem: StorageProblem): void }
    /** Makes what a command has to have before its turn (main/queries/prepare.ts). */
    prepare?: Prepare
  },
  ports: Ports = officePorts(connection),
): CommandRunner => {
  const { sql } = connection
  const transactions = transactionsOf(connection)
  const { step } = transactions
  let waiting = 0
  const prints = secretPrints()

  const contextOf = (tx: WritableDb, r: CommandRequest, { passwords, prepared }: MadeBefore): CommandContext => {
    const company = readCompany(sql) ?? unfounded
    const { viewer } = r
    const today = ports.day(company.timeZone, r.at)
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
      number: (series, date) => ports.numbers(series, date),
      post: (journal) => post(tx, { ...journal, date: come(journal.date) }),
      reverse: (journalId, date, memo) => reverse(tx, journalId, come(date), memo),
      passwords: () => passwords ?? noPasswords(),
      prepared: () => {
        if (!prepared) return nothingPrepared()
        if ('refusal' in prepared) throw new Refused(prepared.refusal)
        return prepared.value as never
      },
      may: (permission) => may(viewer, permission),
      require: (permission) => (may(viewer, permission) ? undefined : refuse('not-permitted', { permission })),
      requireOffice: () => (ports.place === 'office' ? undefined : refuse('office-only', {})),
      requireScope: (resource, row, as = resource) =>
        inScope(viewer, resource, row, departmentPaths(sql)) ? undefined : refuse('not-found', { resource: as }),
      orNotFound: (row, resource) => (row === undefined ? refuse('not-found', { resource }) : row),
      requireRevision: (row, seen) =>
        row.revision === seen ? undefined : refuse('changed-meanwhile', { expected: seen, found: row.revision }),
    }
  }

  const entryOf = (r: CommandRequest, input: string, subject: string | null): Entry => ({
    ...{ id: r.id, name: r.name, userId: r.viewer.userId, device: r.device, at: r.at },
    ...{ subject, input },
  })
  const subjectOf = (input: unknown): string | null => {
    const { id, userId } = input as { id?: string; userId?: string }
    return id ?? userId ?? null
  }

  /** What became of the same command before. Of what was done, another intent under its id is refused; the id of what was refused is free for another. */
  const knownOf = (r: CommandRequest, { spec, input }: Pick<Begun, 'spec' | 'input'>, trail: string): Known['result'] | undefined => {
    const known = ports.journal.known(r.id, trail)
    if (!known) return undefined
    const isSame = known.isSameInput && known.name === r.name && known.userId === r.viewer.userId
    if (known.result !== 'waits' && 'refusal' in known.result) return isSame ? known.result : undefined
    return isSame && prints.isSame(r.id, input, spec.secrets) ? known.result : refuse('command-id-reused', {})
  }

  const handle = async (r: CommandRequest, { spec, input, before }: Begun): Promise<Handled> => {
    const trail = withoutSecrets(input, spec.secrets)
    const known = knownOf(r, { spec, input }, trail)
    if (known) return { result: known, tx: null }
    if (ports.doing(spec) === 'keep') {
      ports.journal.waits(entryOf(r, trail, subjectOf(input)))
      return { result: 'waits', tx: null }
    }
    const position = ports.journal.position()
    const tx = writableDb(connection, position, new Map())
    const run = all.commands[r.name as CommandName] as (input: unknown, ctx: CommandContext) => unknown
    const ctx = contextOf(tx, r, before)
    const late = factAfter(spec.input, input, ctx.today)
    if (late) refuse('date-out-of-order', { earlier: late.day, later: ctx.today, path: late.path, ahead: true })
    const outcome = await run(input, ctx)
    ports.written(tx.rows)
    if (spec.audited) {
      ports.journal.accepted(entryOf(r, trail, subjectOf(input)), outcome, tx.wrote)
      prints.remember(r.id, input, spec.secrets)
    }
    return { result: { outcome }, tx }
  }

  /** Enters a refusal. One that a handler gave is final: the same command, sent again, gets the same answer. */
  const noteRefusal = (r: CommandRequest, given: Refusal, answer: Refusal, begun: Pick<Begun, 'spec' | 'input'> | undefined): void => {
    const subject = (r.input as { id?: unknown } | null)?.id
    const named = isCommand(r.name) ? r.name : 'unknown'
    const isFinal = begun !== undefined && begun.spec.secrets.length === 0 && given.refused !== 'command-id-reused'
    const input = isFinal ? withoutSecrets(begun.input, []) : null
    const entry = { ...entryOf(r, '', typeof subject === 'string' ? cutText(subject, 36) : null), name: named, input }
    ports.journal.refused(entry, given, isFinal ? answer : undefined)
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
  const failed = (error: unknown, what: string): Answer => {
    const disk = storageProblem(error, on.disk?.because)
    // A disk that cannot be written keeps no entry of the trail either (U53 of backups).
    if (disk) {
      on.disk?.failed(disk)
      return answerOf(refusal(disk, {}))
    }
    const fault = on.faultId()
    on.fault(fault, what, error)
    return { ok: false, fault }
  }

  /** The answer to a command that was handled, now or when it was sent before. */
  const answerTo = (r: CommandRequest, spec: CommandSpec, result: Known['result']): Answer => {
    if (result === 'waits') return answerOf(refusal('waits-for-office', {}))
    if ('refusal' in result) return answerOf(result.refusal)
    return { ok: true, value: concealed(spec.outcome, result.outcome, (permission) => may(r.viewer, permission)) }
  }

  /** Parses, permits, handles: an outcome, a refusal that is in the trail alone, or a fault that wrote nothing. Nothing is committed yet. */
  const attempt = async (r: CommandRequest, before: MadeBefore): Promise<Attempted> => {
    const refused = async (told: Refusal, begun?: Pick<Begun, 'spec' | 'input'>): Promise<Attempted> => {
      const given = isCommand(r.name) ? await wholeRefusal(connection.kysely, r.viewer, r.name, r.input, told) : told
      const answer = visibleRefusal(given, (permission) => may(r.viewer, permission))
      // `remember` is the desk's own memory; everything else that is refused is in the trail.
      if (isCommand(r.name) && !commands[r.name].audited) return { answer: answerOf(answer) }
      await step(() => noteRefusal(r, given, answer, begun))
      return { answer: answerOf(answer), transaction: transactions.open() }
    }
    try {
      const begun = admitted(r)
      if ('refused' in begun) return await refused(begun.refused)
      if (ports.doing(begun.spec) === 'office-only') return { answer: answerOf(refusal('office-only', {})) }
      try {
        const { answer, tx } = await step(async () => {
          const { result, tx } = await handle(r, { ...begun, before })
          return { answer: answerTo(r, begun.spec, result), tx }
        })
        return { answer, transaction: transactions.open(), tx }
      } catch (error) {
        if (error instanceof Refused) return await refused(error.refusal, begun)
        throw error
      }
    } catch (error) {
      return { answer: failed(error, r.name) }
    }
  }

  /** Whether something is made for this command before its turn. */
  const hasBefore = (name: CommandName) => (commands[name] as CommandSpec).newPassword !== undefined || all.prepares?.[name] !== undefined

  /** Makes what takes long, outside any transaction of another command; then `go`. `inside`: a batch, whose own rows are read. */
  const withBefore = async (r: CommandRequest, go: (before: MadeBefore) => Promise<Answer>, inside?: Connection): Promise<Answer> => {
    const before: MadeBefore = {}
    try {
      const begun = isCommand(r.name) && hasBefore(r.name) ? admitted(r) : undefined
      if (begun && 'spec' in begun && ports.doing(begun.spec) === 'run') {
        before.passwords = await hashedPasswords(sql, begun.spec, begun.input, r.viewer.userId)
        const preparation = all.prepares?.[r.name as CommandName]
        if (preparation) before.prepared = await on.prepare?.(preparation as never, { ...r, input: begun.input }, inside)
      }
    } catch (error) {
      return failed(error, r.name)
    }
    return go(before)
  }

  /** After the commit, once for all that it carried: what was looked up may be remembered, and who shows those tables is told. */
  const committed = (all: readonly WritableDb[]): void => {
    all.forEach(rememberKeys)
    const touched = new Set(all.flatMap((tx) => [...tx.touched]))
    if (touched.size > 0) on.committed([...touched])
  }

  /** The commands that wait beside each other under one commit, each all or nothing. Nobody is answered before it, and nobody is confirmed without it (U65). */
  const runGroup = async (take: Take<InLine, Answer>): Promise<void> => {
    await spellingReady()
    const done: { answer(answer: Answer): void; name: string; attempted: Attempted }[] = []
    try {
      for (let next = take(); next; next = take())
        done.push({ answer: next.answer, name: next.request.r.name, attempted: await attempt(next.request.r, next.request.before) })
    } catch (error) {
      transactions.rollback()
      throw error
    }
    const last = transactions.open()
    const error = transactions.commitSteps()
    const isLost = ({ transaction }: Attempted) => transaction !== undefined && (error !== undefined || transaction !== last)
    const kept = done.filter(({ attempted }) => !isLost(attempted))
    committed(kept.flatMap(({ attempted: { tx } }) => tx ?? []))
    for (const { answer, attempted } of kept) answer(attempted.answer)
    const lost = done.filter(({ attempted }) => isLost(attempted))
    if (lost.length === 0) return
    const answered = failed(error ?? transactions.lostBy(), lost.map(({ name }) => name).join(', '))
    for (const { answer } of lost) answer(answered)
  }
  // Writes go one at a time: handlers are async, and a command may not slip into the transaction of another one that it does not wait beside.
  const line = writeLine(runGroup)

  return {
    run: async (r) => {
      if (waiting >= MOST_WAITING) return answerOf(refusal('office-busy', { retryAfterSeconds: BUSY_SECONDS }))
      waiting += 1
      try {
        return await withBefore(r, (before) => line.grouped({ r, before }))
      } finally {
        waiting -= 1
      }
    },
    together: (work) =>
      line.alone(async () => {
        await spellingReady()
        const wrote: WritableDb[] = []
        // Savepoints nest and may not cross: commands sent at once still go one after the other.
        const ordered = inOrder()
        const result = await transactions.own(() => {
          const own = transactions.open()
          // A transaction that SQLite took back takes the whole batch with it: nothing may be written without what came before.
          const requireOwn = () => {
            if (transactions.open() !== own) throw transactions.lostBy()
          }
          return work((r) =>
            ordered(async () => {
              requireOwn()
              const answer = await withBefore(
                r,
                async (before) => {
                  const attempted = await attempt(r, before)
                  if (attempted.tx) wrote.push(attempted.tx)
                  return attempted.answer
                },
                connection,
              )
              requireOwn()
              return answer
            }),
          )
        })
        committed(wrote)
        return result
      }),
    alone: (work) => line.alone(() => transactions.own(() => work(sql))),
    between: (work) => line.alone(work),
  }
}
