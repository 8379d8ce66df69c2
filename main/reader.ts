// Entry of a reader thread: lists, long reports and exports on a read-only connection of its own, so that no command waits for them.
import { parentPort, workerData } from 'node:worker_threads'
import { openReadable } from '../db/open.ts'
import { newId } from '../preload/contract/vocabulary/ids.ts'
import { verifySlice } from './access/audit.ts'
import { serveReader } from './queries/reader-thread.ts'
import { inOneMoment } from './queries/read-moment.ts'
import { runQuery } from './queries/run-query.ts'
import { allModules } from './modules.ts'

/** Lists and long reports hold no file: papers are made in the office's own process. */
const notMadeHere = () => Promise.reject(new Error('no paper is made in a reader thread'))
const notHere = {
  ...{ setPaper: notMadeHere, joinPapers: notMadeHere, paperWorkbook: notMadeHere, fillWorkbook: notMadeHere, sampleForm: notMadeHere },
  ...{ contentOf: notMadeHere, keepContent: notMadeHere },
}
const connection = openReadable((workerData as { file: string }).file)
serveReader(
  parentPort!,
  async (job, log) => {
    if (job.kind === 'chain')
      return { ok: true, value: await inOneMoment(connection, () => verifySlice(connection.sql, job.from, job.limit, job.seen)) }
    const on = {
      faultId: newId,
      fault: (id: string, what: string, error: unknown) =>
        log.fault(`${id} ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      slow: log.slow,
      makers: notHere,
    }
    if (job.kind !== 'export') return runQuery(connection, allModules, job, on)
    // What writes workbooks takes twenty megabytes: a thread that never exports does without.
    const { exportList } = await import('./export/list-workbook.ts')
    return exportList(connection, allModules, job, on)
  },
  newId,
)
