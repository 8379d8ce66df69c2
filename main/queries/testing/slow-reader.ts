// A reader thread for tests: a query lasts as many milliseconds as its search says, or until the file is there that it names, and holds its moment meanwhile;
// an export leaves half a file behind until it is done. Answers with the number of its turn.
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadable } from '../../../db/open.ts'
import { serveReader } from '../reader-thread.ts'
import { inOneMoment } from '../read-moment.ts'

const connection = openReadable((workerData as { file: string }).file)
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const last = async (input: unknown): Promise<void> => {
  const { search = '0' } = input as { search?: string }
  if (!path.isAbsolute(search)) return void (await rest(Number(search)))
  while (!existsSync(search)) await rest(10)
}
const dies = (input: unknown): boolean => Number((input as { search?: string }).search) < 0
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
        await last(job.options.input)
        renameSync(`${job.target}.part`, job.target)
      } else if (job.kind === 'query' || job.kind === 'list') {
        if (dies(job.input)) process.exit(3)
        await last(job.input)
      }
      return { ok: true, value: job.kind === 'export' ? { rows: turn } : { turn } }
    }),
  () => 'fault',
)
