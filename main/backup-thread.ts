// Entry of the thread that does one job on backup files and ends.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { doBackupJob, type BackupJob } from './server/backups/jobs.ts'

/** The lowest: whatever a person waits for comes first. */
const LOWEST = 19
// On Linux this is of the thread alone; elsewhere it would slow the whole office.
if (process.platform === 'linux') setPriority(LOWEST)
void doBackupJob(workerData as BackupJob).then((result) => parentPort!.postMessage(result))
