// A reader thread for tests: a query lasts as many milliseconds as its search says and holds its moment meanwhile; an export leaves half a file behind until
// it is done. Answers with the number of its turn.
import { renameSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadable } from '../../../db/open.ts'
import { serveReader } from '../reader-thread.ts'
import { inOneMoment } from '../read-moment.ts'

const connection = openReadable((workerData as { file: string }).file)
const lasting = (input: unknown): number => Number((input as { search?: string }).search ?? 0)
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const receipts = connection.sql.prepare('SELECT count(*) AS n FROM receipt')
let turn = 0

serveReader(
  parentPort!,
  (job) =>
    inOneMoment(connection, async () => {
      turn++
      receipts.get()
      if (job.kind === 'export') {
        writeFileSync(`${job.target}.part`, 'half')
        await rest(lasting(job.options.input))
        renameSync(`${job.target}.part`, job.target)
      } else if (job.kind === 'query' || job.kind === 'list') {
        if (lasting(job.input) < 0) process.exit(3)
        await rest(lasting(job.input))
      }
      return { ok: true, value: job.kind === 'export' ? { rows: turn } : { turn } }
    }),
  () => 'fault',
)
