// The line to one reader thread, and the two messages that go over it.
import { Worker } from 'node:worker_threads'
import type { Answer, ExportOptions } from '../../preload/contract/envelope.ts'
import type { AuditEnd } from '../../db/trail/entries.ts'
import type { Viewer } from '../access/viewer.ts'

export type ReaderJob =
  | { kind: 'query'; name: string; input: unknown; viewer: Viewer; at: string }
  | { kind: 'export'; options: ExportOptions; viewer: Viewer; at: string; target: string }
  /** Looks at the next entries of the audit trail's chain. */
  | { kind: 'chain'; from: AuditEnd; limit: number; seen: AuditEnd | null }

export type ReaderMessage = { id: number; job: ReaderJob }
export type ReaderReply = { id: number; answer: Answer; faultText?: string }
export type ReaderThread = {
  /** Rejects when the thread ends before it has answered. */
  do(job: ReaderJob): Promise<Answer>
  ended(): boolean
  /** Resolves when the thread is gone and has let go of the database. */
  end(): Promise<unknown>
}

/** Starts a thread that reads this database; `fault` gets what the thread wants logged. */
export const readerThread = (entry: string, file: string, fault: (text: string) => void): ReaderThread => {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: unknown): void }>()
  let sequence = 0
  let hasEnded = false
  const worker = new Worker(entry, { workerData: { file }, execArgv: [] })
  const lost = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (reply: ReaderReply) => {
    if (reply.faultText !== undefined) fault(reply.faultText)
    waiting.get(reply.id)?.resolve(reply.answer)
    waiting.delete(reply.id)
  })
  worker.on('error', lost)
  worker.on('exit', (code) => {
    hasEnded = true
    lost(new Error(`ended with code ${code}`))
  })
  return {
    do: (job) =>
      new Promise((resolve, reject) => {
        const id = ++sequence
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, job } satisfies ReaderMessage)
      }),
    ended: () => hasEnded,
    end: () => worker.terminate(),
  }
}
