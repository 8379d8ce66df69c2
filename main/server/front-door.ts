// The office's one door: every request, from the desktop or over HTTP, is signed in, permitted and answered here.
import type { Connection } from '../../db/open.ts'
import { writeAudit, type AuditKind } from '../../db/trail/entries.ts'
import type { StorageProblem } from '../../db/storage-problem.ts'
import { commands, isCommand } from '../../preload/contract/commands.ts'
import type { CommandSpec, ListSpec, QuerySpec } from '../../preload/contract/define/index.ts'
import {
  contentPartSchema,
  downloadSchema,
  exportOptionsSchema,
  requestSchema,
  type Answer,
  type ContentReceived,
  type ExportOptions,
  type Hello,
  type Notice,
  type OfficeRequest,
  type SignedIn,
} from '../../preload/contract/envelope.ts'
import { isQuery, queries } from '../../preload/contract/queries.ts'
import { Refused, refusal, type Refusal } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { readCompany } from '../access/company.ts'
import { systemClock, type Clock } from '../access/clock.ts'
import { deviceTries } from '../access/login-throttle.ts'
import { checkPassword, loginNamed } from '../access/sign-in.ts'
import { workload, type WorkKind } from '../access/workload.ts'
import { loadViewer, officeItself, type Viewer } from '../access/viewer.ts'
import type { CommandRunner, FaultLog } from '../commands/run-command.ts'
import type { ReaderPool } from '../queries/reader-pool.ts'
import type { AllQueries, FileMakers } from '../queries/define-query.ts'
import { inOneMoment } from '../queries/read-moment.ts'
import { runQuery } from '../queries/run-query.ts'
import { failedSignIns } from './failed-sign-ins.ts'
import type { Notifier } from './notifier.ts'
import { laterWrites } from './later-writes.ts'
import { deskRegister, type DeskRegister } from './network/desk-register.ts'
import { joining } from './network/joining.ts'
import { openSessions } from './open-sessions.ts'
import { received, type Caller } from './received.ts'
import type { ContentReader } from '../files/content-reader.ts'
import type { FileStore } from '../files/store.ts'
import { uploads } from './contents/uploads.ts'
import type { Asks, Opened } from './contents/downloads.ts'

export type FrontDoor = {
  ask(request: unknown, caller: Caller): Promise<Answer>
  /** Writes a list to a workbook file; audited with its row count (SEC51). */
  exportTo(options: unknown, target: string, caller: Caller): Promise<Answer<{ rows: number }>>
  /** Takes a part of a content; says how much of it there is now. */
  receiveContent(part: unknown, bytes: AsyncIterable<Uint8Array>, caller: Caller): Promise<Answer<ContentReceived>>
  /** Opens a file, or the archive of a deal, for who may read it. */
  openFile(what: unknown, caller: Caller): Promise<Answer<Opened>>
  /** Why a caller may ask for nothing (`signed-out`, `session-locked`); undefined for a living session. Cheap: checked before a body is read. */
  standing(caller: Caller): Refusal | undefined
  /** Whether a caller has a living session, for the notices socket. */
  isSignedIn(caller: Caller): boolean
  /** The desks that have joined. */
  desks: DeskRegister
  onNotice(listener: (notice: Notice) => void): () => void
}

export type FrontDoorParts = {
  write: Connection
  /** For the door's own looks at sessions and settings, each a single statement. */
  read: Connection
  /** For answers, each read in one moment (U46): nothing else reads on it. */
  answers: Connection
  runner: CommandRunner
  all: AllQueries
  readers: ReaderPool
  version: string
  fault: FaultLog
  slow: (name: string, ms: number) => void
  /** Make files of what was read. */
  makers: FileMakers
  /** Shown on the office's own screen; asked for at founding, so that nobody else on the network can be the first (SEC36). */
  foundingCode: string
  /** Makes the demonstration company by commands, all of them inside one transaction; the accounts it made. */
  foundDemonstration(run: CommandRunner['run'], progress: (done: number, of: number) => void): Promise<Hello['accounts']>
  /** Contents of files, and the process that looks at those which come. */
  files: { store: FileStore; reader: ContentReader }
  clock?: Clock
  /** What the disk says of a write that failed, and who hears of it. */
  disk?: { because(): StorageProblem | undefined; failed(problem: StorageProblem): void }
}

const unreadable = (issues: readonly { path: readonly PropertyKey[]; code?: string }[]): Refusal =>
  refusal('invalid-input', { issues: issues.slice(0, 10).map((i) => ({ path: i.path.join('.'), rule: i.code ?? '' })) })

const RIGHTS = new Set(['user', 'role', 'user_role', 'department'])
export const openFrontDoor = (parts: FrontDoorParts, notices: Notifier): FrontDoor => {
  const { write, read, answers, runner, all, readers } = parts
  const clock = parts.clock ?? systemClock
  const { now } = clock
  const failed = (what: string) => (error: unknown) => parts.fault(newId(), what, error)
  const writes = laterWrites({
    alone: runner.alone,
    because: parts.disk?.because,
    refused: (problem) => parts.disk?.failed(problem),
    failed: failed('write'),
  })
  notices.onCommit((tables) => tables.includes('machine') && void writes.flush())
  const sessions = openSessions({ read, writes, clock, failed: failed('session') })
  const viewers = new Map<string, Viewer>()
  const desk = { read, write: writes.write, clock, devices: deviceTries(clock) }
  const desks = deskRegister({ read, write: writes.write, now, changed: notices.committed, failed: failed('desk') })
  let founding = false
  let rights = 0
  notices.onCommit((tables) => {
    if (!tables.some((t) => RIGHTS.has(t))) return
    rights++
    viewers.clear()
  })

  const refused = (r: Refusal): Answer<never> => ({ ok: false, refused: r.refused, data: r.data })
  const audit = (kind: AuditKind, name: string, userId: string | null, device: string, told: unknown) => {
    const entry = { at: now(), userId, device, kind, name, commandId: null, subject: null, input: null, outcome: JSON.stringify(told) }
    return writes.write((sql) => writeAudit(sql, entry))
  }

  const joins = joining({
    ...{ read, runner, write: writes.write, now, changed: notices.committed },
    wrong: (device, given) => audit('refusal', 'admit-desk', null, device, given),
  })
  const failures = failedSignIns((login, device, outcome) => audit('sign-in-failed', login, null, device, outcome), failed('trail'))

  /** A user with their rights, of one moment. Remembered unless rights have changed while they were read: what was read then may be of before. */
  const viewerNow = async (userId: string): Promise<Viewer | undefined> => {
    const asked = rights
    const viewer = await inOneMoment(answers, () => loadViewer(answers.kysely, userId))
    if (viewer && rights === asked) viewers.set(userId, viewer)
    return viewer
  }

  /** `resting`: the session may be locked, and asking is no sign of life. */
  const signedIn = async (caller: Caller, resting = false): Promise<Viewer> => {
    const session = sessions.of(caller, resting)
    const viewer = viewers.get(session.userId) ?? (await viewerNow(session.userId))
    if (!viewer) throw new Refused(refusal('signed-out', {}))
    if (!resting) sessions.touch(session)
    return viewer
  }

  const hello = (): Hello => {
    const company = readCompany(read.sql)
    const demonstration = read.sql.prepare("SELECT value FROM setting WHERE key = 'demonstration'").get() as { value: string } | undefined
    return {
      state: founding ? 'founding' : company ? 'ready' : 'empty',
      companyName: company?.name ?? null,
      demonstration: demonstration !== undefined,
      version: parts.version,
      accounts: demonstration ? (JSON.parse(demonstration.value) as Hello['accounts']) : [],
    }
  }

  const signIn = async (user: string, password: string, device: string): Promise<SignedIn> => {
    let userId: string
    try {
      userId = await checkPassword(desk, device, user, password)
    } catch (error) {
      await failures.tell(loginNamed(read, user) ?? '…', device, error)
      throw error
    }
    const notHere = desks.notFor(device, userId)
    if (notHere) {
      await audit('sign-in-failed', loginNamed(read, user) ?? '…', userId, device, {})
      throw new Refused(notHere)
    }
    const opened = await sessions.open(userId, device)
    const viewer = await viewerNow(userId)
    if (!viewer) throw new Refused(refusal('sign-in-failed', { retryAfterSeconds: 0 }))
    desks.usedBy(device, userId)
    await audit('sign-in', viewer.login, userId, device, {})
    return { token: opened.token, userId, name: viewer.name, endsAt: opened.endsAt }
  }

  const unlock = async (password: string, caller: Caller): Promise<Record<string, never>> => {
    const session = sessions.of(caller, true)
    const viewer = await viewerNow(session.userId)
    if (!viewer) throw new Refused(refusal('signed-out', {}))
    try {
      await checkPassword(desk, caller.device, viewer.login, password)
    } catch (error) {
      await failures.tell(viewer.login, caller.device, error)
      throw error
    }
    sessions.touch(session)
    return {}
  }

  /** All of it or nothing: an office that is stopped meanwhile leaves no half company behind. */
  const demonstration = (): Promise<Hello['accounts']> =>
    runner.together(async (run) => {
      const accounts = await parts.foundDemonstration(run, (done, of) => notices.send({ kind: 'founding', done, of }))
      // The office's own note, like how its trail stands: no command wrote it, so no entry of the trail could hold it.
      write.sql.prepare("INSERT INTO setting(key, value) VALUES ('demonstration', ?)").run(JSON.stringify(accounts))
      return accounts
    })

  const found = async (r: Extract<OfficeRequest, { kind: 'found' | 'found-demonstration' }>, device: string): Promise<Answer> => {
    if (founding || readCompany(read.sql)) return refused(refusal('already-founded', {}))
    if (r.code.trim().toUpperCase() !== parts.foundingCode) return refused(refusal('setup-code-wrong', {}))
    founding = true
    try {
      if (r.kind === 'found')
        return await runner.run({ id: newId(), name: 'found-company', input: r.input, viewer: officeItself, device, at: now() })
      return { ok: true, value: { accounts: await demonstration() } }
    } finally {
      founding = false
    }
  }

  /**
   * A command that asks for the user's own password is slowed for who guesses it, exactly as a sign-in is (SEC31), and stands in the trail.
   * What is not well-formed is for the runner to refuse.
   */
  const provePassword = async (name: string, input: unknown, viewer: Viewer, device: string): Promise<void> => {
    const spec = isCommand(name) ? (commands[name] as CommandSpec) : undefined
    const parsed = spec?.proof === undefined ? undefined : spec.input.safeParse(input)
    if (spec?.proof === undefined || !parsed?.success) return
    const password = (parsed.data as Record<string, string>)[spec.proof] ?? ''
    try {
      await checkPassword(desk, device, viewer.login, password)
    } catch (error) {
      if (error instanceof Refused) await audit('refusal', name, viewer.userId, device, error.refusal)
      throw error
    }
  }

  const query = async (name: string, input: unknown, caller: Caller): Promise<Answer> => {
    const spec = isQuery(name) ? (queries[name] as QuerySpec | ListSpec) : undefined
    const viewer = await signedIn(caller, spec?.kind === 'query' && spec.whileLocked)
    if (spec?.heavy) return readers.do({ kind: 'query', name, input, viewer, at: now() }, caller.gone)
    if (spec?.kind === 'list' && readers.takesLists()) return readers.do({ kind: 'list', name, input, viewer, at: now() }, caller.gone)
    return runQuery(
      answers,
      all,
      { name, input, viewer, at: now() },
      { fault: parts.fault, faultId: newId, slow: parts.slow, makers: parts.makers },
    )
  }

  const coming = uploads({
    ...{ store: parts.files.store, reader: parts.files.reader, read: read.sql, write: runner.alone, now },
    ...(parts.disk ? { disk: parts.disk } : {}),
  })
  /** Queries in the name of whoever asks for a file; refusals and faults are thrown. */
  const asksFor =
    (viewer: Viewer): Asks =>
    async (name, input) => {
      const on = { fault: parts.fault, faultId: newId, slow: parts.slow, makers: parts.makers }
      const answer = await runQuery(answers, all, { name, input, viewer, at: now() }, on)
      if (answer.ok) return answer.value as never
      if ('refused' in answer) throw new Refused({ refused: answer.refused, data: answer.data } as Refusal)
      throw new Error(`${name}: fault ${answer.fault}`)
    }
  const preview = async (versionId: string, caller: Caller): Promise<Answer> => {
    const viewer = await signedIn(caller)
    const { previewOf } = await import('./contents/downloads.ts')
    return { ok: true, value: await previewOf(parts.files, asksFor(viewer), versionId) }
  }
  const pictures = async (versionIds: readonly string[], caller: Caller): Promise<Answer> => {
    const viewer = await signedIn(caller)
    const { picturesOf } = await import('./contents/downloads.ts')
    return { ok: true, value: await picturesOf(parts.files.store, asksFor(viewer), versionIds) }
  }

  /** With the time that it stood in line. */
  const measured = async (kind: WorkKind, name: string, answer: Promise<Answer>): Promise<Answer> => {
    const from = performance.now()
    try {
      return await answer
    } finally {
      workload.answered(kind, name, performance.now() - from)
    }
  }

  const command = async (request: Extract<OfficeRequest, { kind: 'command' }>, caller: Caller): Promise<Answer> => {
    const viewer = await signedIn(caller)
    await provePassword(request.name, request.input, viewer, caller.device)
    return runner.run({ id: request.id, name: request.name, input: request.input, viewer, device: caller.device, at: now() })
  }

  const dispatch = async (request: OfficeRequest, caller: Caller): Promise<Answer> => {
    switch (request.kind) {
      case 'hello':
        return { ok: true, value: hello() }
      case 'sign-in':
        return { ok: true, value: await signIn(request.user, request.password, caller.device) }
      case 'unlock':
        return { ok: true, value: await unlock(request.password, caller) }
      case 'found':
      case 'found-demonstration':
        return found(request, caller.device)
      case 'join':
        return joins.join(request, caller.device)
      case 'sign-out': {
        const session = sessions.of(caller, true)
        await sessions.end(session)
        await audit('sign-out', 'sign-out', session.userId, caller.device, {})
        return { ok: true, value: {} }
      }
      case 'lock': {
        const session = sessions.of(caller)
        await sessions.lock(session)
        return { ok: true, value: {} }
      }
      case 'command':
        return measured('commands', isCommand(request.name) ? request.name : '', command(request, caller))
      case 'file-preview':
        return preview(request.versionId, caller)
      case 'pictures':
        return pictures(request.versionIds, caller)
      case 'query':
        return measured('queries', isQuery(request.name) ? request.name : '', query(request.name, request.input, caller))
    }
  }

  /** Refusals become answers here, everything unexpected a fault with an id in the log (SEC39). */
  const guarded = async <T>(what: string, work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused) return refused(error.refusal)
      const fault = newId()
      parts.fault(fault, what, error)
      return { ok: false, fault }
    }
  }

  return {
    ask: (request, from) =>
      guarded('request', async () => {
        const { asked, caller } = received(request, from)
        const parsed = requestSchema().safeParse(asked)
        if (!parsed.success) return refused(unreadable(parsed.error.issues))
        return dispatch(parsed.data as OfficeRequest, caller)
      }),
    exportTo: (options, target, from) =>
      guarded('export', async () => {
        const { asked, caller } = received(options, from)
        const viewer = await signedIn(caller)
        const parsed = exportOptionsSchema().safeParse(asked)
        if (!parsed.success) return refused(unreadable(parsed.error.issues))
        const job = { kind: 'export', options: parsed.data as ExportOptions, viewer, at: now(), target } as const
        const answer = (await readers.do(job, caller.gone)) as Answer<{ rows: number }>
        await audit('export', parsed.data.list, viewer.userId, caller.device, answer.ok ? { rows: answer.value.rows } : answer)
        return answer
      }),
    receiveContent: (given, bytes, from) =>
      guarded('content', async () => {
        const { asked, caller } = received(given, from)
        const viewer = await signedIn(caller)
        const parsed = contentPartSchema().safeParse(asked)
        if (!parsed.success) return refused(unreadable(parsed.error.issues))
        return { ok: true, value: await coming.receive(parsed.data, bytes, viewer.userId) }
      }),
    openFile: (given, from) =>
      guarded('file', async () => {
        const { asked, caller } = received(given, from)
        const viewer = await signedIn(caller)
        const parsed = downloadSchema().safeParse(asked)
        if (!parsed.success) return refused(unreadable(parsed.error.issues))
        const what = parsed.data
        const { openArchive, openVersion } = await import('./contents/downloads.ts')
        const { store } = parts.files
        if ('version' in what) return { ok: true, value: await openVersion(store, asksFor(viewer), what.version) }
        const opened = await openArchive(store, asksFor(viewer), what.deal, what.language)
        await audit('export', 'files-of-deal', viewer.userId, caller.device, { deal: what.deal })
        return { ok: true, value: opened }
      }),
    standing: sessions.standing,
    isSignedIn: (caller) => sessions.standing(caller) === undefined,
    desks,
    onNotice: (listener) => notices.listen(listener),
  }
}
