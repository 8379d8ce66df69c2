// A process beside the office, for work that may take neither its time nor its memory: begun when it is needed, given one job after another, ended when it rests and
// killed when a job takes too long.
import { fork, type ChildProcess } from 'node:child_process'

/** How a job is sent, and what comes back. */
export type SideJob<Job> = { id: number; job: Job }
export type SideAnswer<Result> = { id: number; result: Result } | { id: number; failed: string }

export type SideProcess<Job, Result> = {
  /** Rejects when the job could not be done: it failed, took too long, or its process ended. Never settles once this is closed. */
  do(job: Job): Promise<Result>
  close(): Promise<void>
}
export type SideProcessParts = {
  /** The process's entry, its arguments, and those of its Node. */
  entry: string
  args?: readonly string[]
  execArgv?: readonly string[]
  longestMs: number
  /** So long without a job, the process is let go. */
  restMs?: number
}

const REST_MS = 60_000
/** What would change the Node that runs it. */
const INHERITED = /^(NODE_OPTIONS|NODE_V8_COVERAGE)$/

export const sideProcess = <Job, Result>(parts: SideProcessParts): SideProcess<Job, Result> => {
  const { entry, args = [], execArgv = [], longestMs, restMs = REST_MS } = parts
  let child: ChildProcess | undefined
  let rest: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let ids = 0
  let isClosed = false

  const start = (): ChildProcess => {
    const begun = fork(entry, args, {
      ...{ execArgv: [...execArgv], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name))),
    })
    begun.once('exit', () => child === begun && (child = undefined))
    // It keeps the office alive only while somebody waits for it.
    begun.unref()
    begun.channel?.unref()
    return begun
  }
  const kill = () => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const run = (job: Job): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (isClosed) return
      clearTimeout(rest)
      const worker = (child ??= start())
      const id = (ids += 1)
      const finish = (settle: () => void) => {
        clearTimeout(limit)
        worker.off('message', hear)
        worker.off('exit', ended)
        worker.off('error', ended)
        worker.channel?.unref()
        rest = setTimeout(kill, restMs).unref()
        settle()
      }
      const fail = (why: string) => finish(() => isClosed || reject(new Error(why)))
      const hear = (answer: SideAnswer<Result>) => {
        if (answer.id !== id) return
        if ('result' in answer) finish(() => resolve(answer.result))
        else fail(answer.failed)
      }
      const ended = () => fail('its process ended')
      const limit = setTimeout(() => {
        worker.off('exit', ended)
        kill()
        fail('it took too long')
      }, longestMs)
      worker.channel?.ref()
      worker.on('message', hear)
      worker.once('exit', ended)
      worker.once('error', ended)
      worker.send({ id, job } satisfies SideJob<Job>)
    })

  return {
    do: (job) => {
      const mine = last.then(() => run(job))
      last = mine.catch(() => undefined)
      return mine
    },
    close: async () => {
      isClosed = true
      clearTimeout(rest)
      const worker = child
      if (!worker) return
      const gone = new Promise<void>((resolve) => void worker.once('exit', () => resolve()))
      kill()
      await gone
    },
  }
}

/** The process's side: does each job and answers it; ends with the office. */
export const serveSideProcess = <Job, Result>(work: (job: Job) => Result | Promise<Result>): void => {
  const answer = async ({ id, job }: SideJob<Job>): Promise<SideAnswer<Result>> => {
    try {
      return { id, result: await work(job) }
    } catch (error) {
      return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  process.on('message', (sent: SideJob<Job>) => void answer(sent).then((said) => process.send?.(said)))
  process.on('disconnect', () => process.exit(0))
}
