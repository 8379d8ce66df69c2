// Starts the thread of one backup job and waits for its result.
import { Worker } from 'node:worker_threads'
import type { BackupJob, BackupJobResult } from './jobs.ts'

/** `entry`: the file of the thread. A thread that dies is a job that was not done. */
export const backupThread =
  (entry: string) =>
  (job: BackupJob): Promise<BackupJobResult> =>
    new Promise((resolve) => {
      const worker = new Worker(entry, { workerData: job, execArgv: [] })
      worker.once('message', (result: BackupJobResult) => resolve(result))
      worker.once('error', (error) => resolve({ finding: 'other', detail: error.stack ?? error.message }))
      worker.once('exit', (code) => resolve({ finding: 'other', detail: `the thread ended with code ${code}` }))
    })
