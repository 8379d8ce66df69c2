// Entry of the process that reads contents which came from outside: what a bomb or a broken document does to it, the office does not notice.
import { doReadingJob, type ReadingJob } from './files/reading/jobs.ts'

process.on('message', ({ id, job }: { id: number; job: ReadingJob }) => {
  doReadingJob(job).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
