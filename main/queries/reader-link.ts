// The line to one reader thread, and the two messages that go over it.
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { Answer, ExportOptions } from '../../preload/contract/envelope.ts'
import type { AuditEnd } from '../../db/trail/entries.ts'
import type { Viewer } from '../access/viewer.ts'

export type ReaderJob =
  /** A list, or a query that takes long. */
  | { kind: 'list' | 'query'; name: string; input: unknown; viewer: Viewer; at: string }
  | { kind: 'export'; options: ExportOptions; viewer: Viewer; at: string; target: string }
  /** Looks at the next entries of the audit trail's chain. */
  | { kind: 'chain'; from: AuditEnd; limit: number; seen: AuditEnd | null }

/** `rights`: the same number for the same viewer, so that a thread knows whom it has read for before. */
export type ReaderMessage = { id: number; job: ReaderJob; rights: number }
export type ReaderReply = { ready: true } | { id: number; answer: Answer; faultText?: string; slow?: { name: string; ms: number } }
export type ReaderThread = {
  /** Resolves when it has loaded everything; rejects when it ends before. */
  ready: Promise<void>
  /** Rejects when the thread ends before it has answered. */
  do(job: ReaderJob): Promise<Answer>
  ended(): boolean
  /** Resolves when the thread is gone and has let go of the database. */
  end(): Promise<unknown>
}

export type ReaderLog = { fault(text: string): void; slow(name: string, ms: number): void }

/** Other rights are another viewer, and another number. */
const numbers = new WeakMap<Viewer, number>()
let last = 0
const rightsOf = (job: ReaderJob): number => {
  if (!('viewer' in job)) return 0
  const known = numbers.get(job.viewer)
  if (known !== undefined) return known
  numbers.set(job.viewer, ++last)
  return last
}

/** Pages of lists are small and soon given away: a thread for them collects early instead of keeping 48 MiB for what is new. */
export const SMALL: ResourceLimits = { maxYoungGenerationSizeMb: 4 }

/** Reports make more at once; the office's own look after tasks starts their thread with it, so every hub has one. */
export const REPORTS: ResourceLimits = { maxYoungGenerationSizeMb: 6 }

/** Exports make most at once. */
export const MEDIUM: ResourceLimits = { maxYoungGenerationSizeMb: 10 }

/** Starts a thread that reads this database; `log` gets what the thread wants logged. */
export const readerThread = (entry: string, file: string, log: ReaderLog, resourceLimits: ResourceLimits = {}): ReaderThread => {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: unknown): void }>()
  let sequence = 0
  let hasEnded = false
  const worker = new Worker(entry, { workerData: { file }, execArgv: [], resourceLimits })
  let isReady: () => void = () => undefined
  let isLost: (error: unknown) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    isLost = reject
  })
  ready.catch(() => undefined) // whoever needs it waits for it
  const lost = (error: unknown) => {
    isLost(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (reply: ReaderReply) => {
    if ('ready' in reply) return isReady()
    if (reply.faultText !== undefined) log.fault(reply.faultText)
    if (reply.slow) log.slow(reply.slow.name, reply.slow.ms)
    waiting.get(reply.id)?.resolve(reply.answer)
    waiting.delete(reply.id)
  })
  worker.on('error', lost)
  worker.on('exit', (code) => {
    hasEnded = true
    lost(new Error(`ended with code ${code}`))
  })
  return {
    ready,
    do: (job) =>
      new Promise((resolve, reject) => {
        const id = ++sequence
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, job, rights: rightsOf(job) } satisfies ReaderMessage)
      }),
    ended: () => hasEnded,
    end: () => worker.terminate(),
  }
}
