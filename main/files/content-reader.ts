// The office's side of the process that reads contents (SEC57): begun when it is needed, ended when it rests, killed when a job takes too long or too much memory.
import { fork, type ChildProcess } from 'node:child_process'
import type { ReadingJob, ReadingResult } from './reading/jobs.ts'

/** Memory of the process for what it makes of a content, in megabytes; longer than this no content takes. */
const MEMORY_MB = 512
const JOB_MS = 30_000
const REST_MS = 60_000

export type ContentReader = {
  /** Does one job after another; undefined when the process could not do it: it took too long, too much memory, or broke off. */
  do<J extends ReadingJob>(job: J): Promise<ReadingResult[J['kind']] | undefined>
  close(): void
}

/** `entry`: the file of the process. */
export const contentReader = (entry: string, log: (line: string) => void, jobMs = JOB_MS): ContentReader => {
  let child: ChildProcess | undefined
  let rest: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let sequence = 0
  const end = () => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const start = (): ChildProcess => {
    const begun = fork(entry, [], {
      ...{ execArgv: [`--max-old-space-size=${MEMORY_MB}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|NODE_V8_COVERAGE)$/.test(name))),
    })
    begun.on('exit', () => child === begun && (child = undefined))
    begun.unref()
    begun.channel?.unref()
    return begun
  }
  const run = <J extends ReadingJob>(job: J): Promise<ReadingResult[J['kind']] | undefined> =>
    new Promise((resolve) => {
      const worker = (child ??= start())
      const id = ++sequence
      const done = (result: ReadingResult[J['kind']] | undefined, why?: string) => {
        clearTimeout(patience)
        worker.off('message', hear)
        worker.off('exit', gone)
        worker.off('error', gone)
        if (why !== undefined) log(`a content could not be read (${job.kind}): ${why}`)
        worker.channel?.unref()
        rest = setTimeout(end, REST_MS).unref()
        resolve(result)
      }
      const hear = (message: { id: number; result?: ReadingResult[J['kind']]; failed?: string }) => {
        if (message.id === id) done(message.result, message.failed)
      }
      const gone = () => done(undefined, 'its process ended')
      const patience = setTimeout(() => {
        worker.off('exit', gone)
        end()
        done(undefined, 'it took too long')
      }, jobMs)
      clearTimeout(rest)
      worker.channel?.ref()
      worker.on('message', hear)
      worker.once('exit', gone)
      worker.once('error', gone)
      worker.send({ id, job })
    })
  return {
    do: (job) => {
      const mine = last.then(() => run(job))
      last = mine.catch(() => undefined)
      return mine
    },
    close: () => {
      clearTimeout(rest)
      end()
    },
  }
}
