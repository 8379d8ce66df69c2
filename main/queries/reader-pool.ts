// The office's side of its reader threads: long reads and exports are handed over one by one and answered when done. Each person may have a few, persons
// take turns (U47), what takes too long or is waited for by nobody is stopped (U48), and a thread that dies is started anew.
import { rm } from 'node:fs/promises'
import type { Answer } from '../../preload/contract/envelope.ts'
import { refusal, type Refusal } from '../../preload/contract/refusals.ts'
import { readerThread, type ReaderJob, type ReaderThread } from './reader-link.ts'
import { turns } from './turns.ts'

export type ReaderPool = {
  /** Refuses `too-many-at-once`, `took-too-long`; `given-up` when `gone` says that nobody waits for the answer any more. */
  do(job: ReaderJob, gone?: AbortSignal): Promise<Answer>
  /** Runs `work` while no thread reads: what waits goes on waiting meanwhile. */
  quiet<T>(work: () => T | Promise<T>): Promise<T>
  close(): Promise<void>
}
export type ReaderLimits = {
  /** Waiting and under way, for each person: more than any screens ask for at once. */
  most: { query: number; export: number }
  /** An answer of minutes keeps its moment, and the log of what was written since, as long as it runs. */
  longestMs: number
  /** What is nearly done is let finish, though nobody waits for it: a thread costs more to start than that. */
  graceMs: number
}
const LIMITS: ReaderLimits = { most: { query: 10, export: 3 }, longestMs: 5 * 60_000, graceMs: 2000 }

/** The office's own work has its turn like a person's, and no limit. */
const OFFICE = ''
type Work = { person: string; job: ReaderJob; since: number; settle(answer: Answer): void }
const refused = (r: Refusal): Answer => ({ ok: false, refused: r.refused, data: r.data })

/** One thread and what waits for it. */
const lane = (start: () => ReaderThread, { longestMs, graceMs }: ReaderLimits, lost: (error: unknown) => Answer) => {
  const line = turns<Work>()
  let thread: ReaderThread | undefined
  let running: Work | undefined
  let held = false
  let over = false
  let idle: (() => void) | undefined
  const stopped = new WeakSet<Work>()

  const finish = (work: Work, answer: Answer) => {
    if (running !== work) return
    running = undefined
    work.settle(answer)
    if (held) idle?.()
    else next()
  }
  const next = () => {
    if (running || held || over) return
    const work = line.next()
    if (!work) return
    running = work
    work.since = performance.now()
    if (!thread || thread.ended()) thread = start()
    const timer = work.person === OFFICE ? undefined : setTimeout(() => void stop(work, tooLong(longestMs)), longestMs)
    void thread
      .do(work.job)
      .catch((error: unknown) => (stopped.has(work) ? undefined : lost(error)))
      .then((answer) => {
        clearTimeout(timer)
        if (answer && !stopped.has(work)) finish(work, answer)
      })
  }
  /** Ends the thread with its work; the next begins only when it has let go of the database. */
  const stop = async (work: Work, why: Refusal) => {
    if (running !== work || stopped.has(work)) return
    stopped.add(work)
    await thread?.end()
    if (work.job.kind === 'export') await rm(`${work.job.target}.part`, { force: true })
    finish(work, refused(why))
  }
  return {
    of: (person: string) => line.waiting(person) + (running?.person === person ? 1 : 0),
    add: (work: Work) => {
      line.add(work.person, work)
      next()
    },
    /** Nobody waits for it any more. */
    giveUp: (work: Work) => {
      if (line.remove(work.person, work)) return work.settle(refused(refusal('given-up', {})))
      const left = graceMs - (performance.now() - work.since)
      setTimeout(() => void stop(work, refusal('given-up', {})), Math.max(0, left))
    },
    hold: () =>
      new Promise<void>((resolve) => {
        held = true
        idle = resolve
        if (!running) resolve()
      }),
    release: () => {
      held = false
      next()
    },
    end: () => {
      over = true
      return thread?.end()
    },
  }
}
const tooLong = (ms: number) => refusal('took-too-long', { minutes: Math.max(1, Math.round(ms / 60_000)) })

/** One thread for screens and one for exports and checks: an export of a million rows never stands before somebody's report. */
export const readerPool = (
  entry: string,
  file: string,
  on: { fault(text: string): void; faultId(): string },
  limits: ReaderLimits = LIMITS,
): ReaderPool => {
  let closing = false
  const lost = (error: unknown): Answer => {
    const fault = on.faultId()
    if (!closing) on.fault(`${fault} reader thread: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { ok: false, fault }
  }
  const make = () => lane(() => readerThread(entry, file, on.fault), limits, lost)
  const lanes = { query: make(), export: make() }
  return {
    do: (job, gone) =>
      new Promise((resolve) => {
        const kind = job.kind === 'query' ? 'query' : 'export'
        const mine = lanes[kind]
        const person = 'viewer' in job ? job.viewer.userId : OFFICE
        const most = limits.most[kind]
        if (person !== OFFICE && mine.of(person) >= most)
          return resolve(refused(refusal('too-many-at-once', { kind: kind === 'query' ? 'report' : 'export', most })))
        const giveUp = () => mine.giveUp(work)
        const work: Work = {
          ...{ person, job, since: 0 },
          settle: (answer) => {
            gone?.removeEventListener('abort', giveUp)
            resolve(answer)
          },
        }
        mine.add(work)
        if (gone?.aborted) giveUp()
        else gone?.addEventListener('abort', giveUp)
      }),
    quiet: async (work) => {
      // Exports first: they take longer, and reports need not wait for them.
      await lanes.export.hold()
      await lanes.query.hold()
      try {
        return await work()
      } finally {
        lanes.export.release()
        lanes.query.release()
      }
    },
    close: async () => {
      closing = true
      await Promise.all([lanes.query.end(), lanes.export.end()])
    },
  }
}
