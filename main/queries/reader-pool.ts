// The office's side of its reader threads: long reads and exports are handed over and answered when done; a thread that dies is started anew.
import { Worker } from 'node:worker_threads'
import type { Answer, ExportOptions } from '../../preload/contract/envelope.ts'
import type { AuditEnd } from '../access/audit.ts'
import type { Viewer } from '../access/viewer.ts'

export type ReaderJob =
  | { kind: 'query'; name: string; input: unknown; viewer: Viewer; at: string }
  | { kind: 'export'; options: ExportOptions; viewer: Viewer; at: string; target: string }
  /** Reads a copy of the database through, page by page. */
  | { kind: 'check'; file: string }
  /** Looks at the next entries of the audit trail's chain. */
  | { kind: 'chain'; from: AuditEnd; limit: number }
export type ReaderMessage = { id: number; job: ReaderJob }
export type ReaderReply = { id: number; answer: Answer; faultText?: string }

export type ReaderPool = { do(job: ReaderJob): Promise<Answer>; close(): Promise<void> }

/** One thread for screens and one for exports and checks: an export of a million rows never stands before somebody's report. */
export const readerPool = (entry: string, file: string, on: { fault(text: string): void; faultId(): string }): ReaderPool => {
  let sequence = 0
  let closing = false
  const start = () => {
    const waiting = new Map<number, (answer: Answer) => void>()
    const worker = new Worker(entry, { workerData: { file }, execArgv: [] })
    const lost = (error: unknown) => {
      for (const answer of waiting.values()) {
        const fault = on.faultId()
        on.fault(`${fault} reader thread: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
        answer({ ok: false, fault })
      }
      waiting.clear()
    }
    worker.on('message', (reply: ReaderReply) => {
      if (reply.faultText !== undefined) on.fault(reply.faultText)
      waiting.get(reply.id)?.(reply.answer)
      waiting.delete(reply.id)
    })
    worker.on('error', lost)
    return { worker, waiting, lost }
  }
  const threads: { query?: ReturnType<typeof start>; export?: ReturnType<typeof start> } = {}
  const threadFor = (kind: 'query' | 'export') => {
    const known = threads[kind]
    if (known) return known
    const made = start()
    threads[kind] = made
    made.worker.on('exit', (code) => {
      if (threads[kind] === made) threads[kind] = undefined
      if (!closing) made.lost(`ended with code ${code}`)
    })
    return made
  }
  return {
    do: (job) =>
      new Promise((resolve) => {
        const thread = threadFor(job.kind === 'query' ? 'query' : 'export')
        const id = ++sequence
        thread.waiting.set(id, resolve)
        thread.worker.postMessage({ id, job } satisfies ReaderMessage)
      }),
    close: async () => {
      closing = true
      await Promise.all(Object.values(threads).map((t) => t?.worker.terminate()))
    },
  }
}
