// The office's side of its reader threads: lists, long reads and exports are handed over and answered when done. Each person may have a few, persons
// take turns (U47), what takes too long or is waited for by nobody is stopped (U48), and a thread that dies is started anew.
import { rm } from 'node:fs/promises'
import type { ResourceLimits } from 'node:worker_threads'
import type { Answer } from '../../preload/contract/envelope.ts'
import { refusal, type Refusal } from '../../preload/contract/refusals.ts'
import { MEDIUM, REPORTS, readerThread, SMALL, type ReaderJob, type ReaderLog, type ReaderThread } from './reader-link.ts'
import { turns } from './turns.ts'

export type ReaderPool = {
  /** Starts the first thread for lists; resolves when it takes them. */
  start(): Promise<void>
  /** Whether lists are for `do`. */
  takesLists(): boolean
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

/** Threads of one kind and what waits for them. They start when they are needed. */
const lane = (
  { threads, start }: { threads: number; start: () => ReaderThread },
  { longestMs, graceMs }: ReaderLimits,
  lost: (error: unknown) => Answer,
) => {
  const line = turns<Work>()
  /** The first ones have the most to do: a second thread works when the first is busy. */
  const slots: { thread?: ReaderThread; work?: Work }[] = Array.from({ length: threads }, () => ({}))
  let held = false
  let over = false
  let idle: (() => void) | undefined
  const stopped = new WeakSet<Work>()
  const slotOf = (work: Work) => slots.find((slot) => slot.work === work)

  const finish = (work: Work, answer: Answer) => {
    const slot = slotOf(work)
    if (!slot) return
    slot.work = undefined
    work.settle(answer)
    if (!held) next()
    else if (slots.every((other) => !other.work)) idle?.()
  }
  const next = () => {
    if (held || over) return
    const slot = slots.find((each) => !each.work)
    const work = slot && line.next()
    if (!slot || !work) return
    slot.work = work
    work.since = performance.now()
    if (!slot.thread || slot.thread.ended()) slot.thread = start()
    const timer = work.person === OFFICE ? undefined : setTimeout(() => void stop(work, tooLong(longestMs)), longestMs)
    void slot.thread
      .do(work.job)
      .catch((error: unknown) => (stopped.has(work) ? undefined : lost(error)))
      .then((answer) => {
        clearTimeout(timer)
        if (answer && !stopped.has(work)) finish(work, answer)
      })
    next()
  }
  /** Ends the thread with its work; the next begins only when it has let go of the database. */
  const stop = async (work: Work, why: Refusal) => {
    const slot = slotOf(work)
    if (!slot || stopped.has(work)) return
    stopped.add(work)
    await slot.thread?.end()
    if (work.job.kind === 'export') await rm(`${work.job.target}.part`, { force: true })
    finish(work, refused(why))
  }
  return {
    /** The first thread, so that nobody waits for it; the others follow when it is busy, for each takes its memory. */
    begin: async (): Promise<void> => {
      const [first] = slots
      if (first) await (first.thread ??= start()).ready
    },
    of: (person: string) => line.waiting(person) + slots.filter(({ work }) => work?.person === person).length,
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
        if (slots.every(({ work }) => !work)) resolve()
      }),
    release: () => {
      held = false
      next()
    },
    end: async (): Promise<void> => {
      over = true
      await Promise.all(slots.flatMap(({ thread }) => (thread ? [thread.end()] : [])))
    },
  }
}
const tooLong = (ms: number) => refusal('took-too-long', { minutes: Math.max(1, Math.round(ms / 60_000)) })

/**
 * Some threads for lists, one for reports and what the office looks after by itself (short slices of the trail), one for exports: a list never waits for a
 * report, no report for an export of a million rows, and an office that exports nothing has no thread for it.
 *
 * @param lists how many threads answer lists once they are started; 0 where the office answers them itself
 */
export const readerPool = (
  entry: string,
  file: string,
  on: ReaderLog & { faultId(): string },
  { lists = 0, limits = LIMITS }: { lists?: number; limits?: ReaderLimits } = {},
): ReaderPool => {
  let closing = false
  let takesLists = false
  const lost = (error: unknown): Answer => {
    const fault = on.faultId()
    if (!closing) on.fault(`${fault} reader thread: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { ok: false, fault }
  }
  const make = (threads: number, memory: ResourceLimits) =>
    lane({ threads, start: () => readerThread(entry, file, on, memory) }, limits, lost)
  const lanes = { list: make(lists, SMALL), query: make(1, REPORTS), export: make(1, MEDIUM) }
  return {
    start: async () => {
      await lanes.list.begin()
      takesLists = lists > 0
    },
    takesLists: () => takesLists,
    do: (job, gone) =>
      new Promise((resolve) => {
        const kind = job.kind === 'chain' ? 'query' : job.kind
        const mine = lanes[kind]
        const person = 'viewer' in job ? job.viewer.userId : OFFICE
        const most = kind === 'list' ? Number.POSITIVE_INFINITY : limits.most[kind]
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
      // Exports first: they take longest, and the others need not wait for them.
      const inTurn = [lanes.export, lanes.query, lanes.list]
      for (const each of inTurn) await each.hold()
      try {
        return await work()
      } finally {
        for (const each of inTurn) each.release()
      }
    },
    close: async () => {
      closing = true
      await Promise.all(Object.values(lanes).map((each) => each.end()))
    },
  }
}
