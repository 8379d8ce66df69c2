// A thread of a test that kills the office as soon as its file shows a commit: what it carried is on the disk, and its answers have hardly left.
import { workerData } from 'node:worker_threads'
import { openReadable } from '../../../db/open.ts'

export type KillAtCommit = { file: string; pid: number /** Which one it is, counted from the first that it sees. */; commit: number }

const { file, pid, commit } = workerData as KillAtCommit
const books = openReadable(file)
// It changes with every commit of another connection.
const version = books.sql.prepare('PRAGMA data_version')
const now = () => (version.get() as { data_version: number }).data_version
let last = now()
for (let seen = 0; seen < commit; ) {
  const next = now()
  if (next !== last) seen++
  last = next
}
process.kill(pid, 'SIGKILL')
books.close()
