// The line at the writing connection: work goes one piece after the other, in the order in which it came. Commands that wait next to each other are taken as
// a group, so that one flush of the disk serves all of them (U65).

/** A group holds at most so many commands. */
const MOST = 50
/**
 * For how many ms a group takes further commands, after a wait of its first: short, because the first is answered with the last. Between two groups the
 * office answers questions, so where it is asked more than it can answer, a tenth of the wait gives commands the share of its time that they need.
 */
const longestAfter = (waitedMs: number): number => Math.min(50, Math.max(5, waitedMs / 10))

/** A command in the line since a moment, and the two ways to answer it. */
export type Waiting<R, A> = { request: R; since: number; answer(answer: A): void; fail(error: unknown): void }
/** Gives the next command of the running group; undefined when the group is complete. */
export type Take<R, A> = () => Waiting<R, A> | undefined

export type WriteLine<R, A> = {
  /** Waits for its turn and is answered with its group. */
  grouped(request: R): Promise<A>
  /** Waits for its turn and has the connection to itself. */
  alone<T>(work: () => T | Promise<T>): Promise<T>
}

/** Runs what it is given one after the other, in the order given. */
export const inOrder = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** One turn of the event loop: requests that arrived while the disk was flushed come into the line, and answers leave. */
const oneTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** @param runGroup takes commands until there is none, commits, and answers each. What it throws fails those that it left unanswered. */
export const writeLine = <R, A>(runGroup: (take: Take<R, A>) => Promise<void>): WriteLine<R, A> => {
  const line: (Waiting<R, A> | (() => Promise<void>))[] = []
  let isWorking = false

  const group = async (): Promise<void> => {
    const taken: Waiting<R, A>[] = []
    let [began, longest] = [0, 0]
    const take: Take<R, A> = () => {
      const next = line[0]
      if (next === undefined || typeof next === 'function') return undefined
      const now = performance.now()
      if (taken.length === 0) [began, longest] = [now, longestAfter(now - next.since)]
      else if (taken.length >= MOST || now - began >= longest) return undefined
      line.shift()
      taken.push(next)
      return next
    }
    try {
      await runGroup(take)
    } catch (error) {
      // Who has been answered hears nothing of it.
      for (const command of taken) command.fail(error)
    }
  }

  /** The first in the line begins at once: a command alone waits for nobody. */
  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    for (let next = line[0]; next; next = line[0]) {
      if (typeof next === 'function') {
        line.shift()
        await next()
      } else await group()
      await oneTurn()
    }
    isWorking = false
  }

  return {
    grouped: (request) =>
      new Promise((answer, fail) => {
        line.push({ request, since: performance.now(), answer, fail })
        void work()
      }),
    alone: (given) =>
      new Promise((resolve, reject) => {
        line.push(async () => {
          try {
            resolve(await given())
          } catch (error) {
            reject(error)
          }
        })
        void work()
      }),
  }
}
