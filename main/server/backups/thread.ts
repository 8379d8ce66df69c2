// Starts the thread of one backup job and waits for its result.
import { Worker } from 'node:worker_threads'
import type { BackupJob, BackupJobResult } from './jobs.ts'

export type BackupThread = {
  /** A thread that dies is a job that was not done. */
  run(job: BackupJob): Promise<BackupJobResult>
  /**
   * Cuts off what is under way and resolves when its files are let go of. A job cut off by the office's end has not failed: its `run` never resolves, nor
   * does one that is asked for later. What it had not finished is removed at the next start.
   */
  close(): Promise<void>
}

/** `entry`: the file of the thread. */
export const backupThread = (entry: string): BackupThread => {
  const working = new Set<Worker>()
  let isClosed = false
  return {
    run: (job) =>
      new Promise((resolve) => {
        if (isClosed) return
        const worker = new Worker(entry, { workerData: job, execArgv: [] })
        working.add(worker)
        worker.once('message', (result: BackupJobResult) => resolve(result))
        worker.once('error', (error) => resolve({ finding: 'other', detail: error.stack ?? error.message }))
        worker.once('exit', (code) => {
          working.delete(worker)
          resolve({ finding: 'other', detail: `the thread ended with code ${code}` })
        })
      }),
    close: async () => {
      isClosed = true
      await Promise.all(
        [...working].map((worker) => {
          worker.removeAllListeners()
          return worker.terminate()
        }),
      )
    },
  }
}
