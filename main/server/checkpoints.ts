// Keeps the write-ahead log short, in a thread of its own: no command waits for the copying and its flush. The log can only begin again from its start at a
// moment when nobody reads an older one, and with reports and exports always under way there would be none: once the log is long, the reader threads are given
// a rest (U48).
import { Worker } from 'node:worker_threads'

/** Of what SQLite says after a checkpoint: the pages in the log. */
type Log = { log: number }
export type CheckpointParts = {
  /** Copies what it can into the database, waiting for nobody. */
  checkpoint(): Promise<Log>
  /** Runs it while no thread reads. */
  quiet(work: () => Promise<Log>): Promise<Log>
  failed(error: unknown): void
}

export type CheckpointThread = {
  /** One at a time. Rejects when the thread could not do it; the next call starts a new one. */
  checkpoint(): Promise<Log>
  /** Resolves when the database has been let go of, for good: a checkpoint that was about to begin does not open it again. */
  close(): Promise<void>
}

/** The thread for this database, started when it is first needed. */
export const checkpointThread = (entry: string, file: string): CheckpointThread => {
  let worker: Worker | undefined
  let isClosed = false
  const start = () => {
    // It holds next to nothing.
    const started = new Worker(entry, { workerData: { file }, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 1 } })
    started.once('exit', () => (worker = undefined))
    started.unref()
    return started
  }
  return {
    checkpoint: () =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('closed'))
        const asked = (worker ??= start())
        const answered = (log: Log) => {
          asked.off('error', reject).off('exit', ended)
          resolve(log)
        }
        const ended = (code: number) => reject(new Error(`ended with code ${code}`))
        asked.once('message', answered).once('error', reject).once('exit', ended)
        asked.postMessage('checkpoint')
      }),
    close: async () => {
      isClosed = true
      await worker?.terminate()
    },
  }
}

/** 64 MB, in pages of 4 KB: more than a busy day's writing between two quiet moments. */
const LONG = 16_384

/** What a timer calls. A rest that is still waited for is not asked for again. */
export const checkpoints = (parts: CheckpointParts, long = LONG): (() => Promise<void>) => {
  let resting = false
  /** How long the log was after the last rest: while nothing is written it stays so. */
  let rested = 0
  return async () => {
    if (resting) return
    resting = true
    try {
      const { log } = await parts.checkpoint()
      if (log > long && log !== rested) rested = (await parts.quiet(parts.checkpoint)).log
    } catch (error) {
      parts.failed(error)
    } finally {
      resting = false
    }
  }
}
