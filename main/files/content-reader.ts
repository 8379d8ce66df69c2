// The office's side of the process that reads contents (SEC57): killed when a job takes too long or too much memory.
import { sideProcess } from '../side-process.ts'
import type { ReadingJob, ReadingResult } from './reading/jobs.ts'

/** Memory of the process for what it makes of a content, in megabytes; longer than this no content takes. */
const MEMORY_MB = 512
const JOB_MS = 30_000

export type ContentReader = {
  /** Does one job after another; undefined when the process could not do it: it took too long, too much memory, or broke off. */
  do<J extends ReadingJob>(job: J): Promise<ReadingResult[J['kind']] | undefined>
  close(): Promise<void>
}

/** `entry`: the file of the process. */
export const contentReader = (entry: string, log: (line: string) => void, jobMs = JOB_MS): ContentReader => {
  const reader = sideProcess<ReadingJob, ReadingResult[ReadingJob['kind']]>({
    ...{ entry, execArgv: [`--max-old-space-size=${MEMORY_MB}`], longestMs: jobMs },
  })
  return {
    do: async <J extends ReadingJob>(job: J) => {
      try {
        // The process answers each kind of job with its own kind of result.
        return (await reader.do(job)) as ReadingResult[J['kind']]
      } catch (error) {
        log(`a content could not be read (${job.kind}): ${error instanceof Error ? error.message : String(error)}`)
        return undefined
      }
    },
    close: reader.close,
  }
}
