// Small writes of the office's own (sessions, counters of tries, entries of the trail) while nothing can be written: kept in memory in their order and written
// when the disk takes them again, so that signing in and reading go on. Rule U53 of backups.
import type { Sql } from '../../db/open.ts'
import { storageProblem, type StorageProblem } from '../../db/storage-problem.ts'

type Work = (sql: Sql) => unknown
export type LaterWrites = {
  /** True when it is written, false when it waits. What fails for another reason than the disk is thrown, and forgotten. */
  write(work: Work): Promise<boolean>
  /** Writes what waits, as far as the disk takes it. */
  flush(): Promise<void>
}
type Parts = {
  /** Runs a write alone, in a transaction of its own. */
  alone<T>(work: (sql: Sql) => T): Promise<T>
  because?(): StorageProblem | undefined
  /** The disk did not take a write. */
  refused(problem: StorageProblem): void
  /** A write that had waited failed for another reason. */
  failed(error: unknown): void
}
/** More than that is forgotten from there on: an office that cannot write for so long has other cares. */
const MOST = 20_000

export const laterWrites = ({ alone, because, refused, failed }: Parts): LaterWrites => {
  const waiting: Work[] = []
  let last: Promise<unknown> = Promise.resolve()
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  /** Whether the disk took it. */
  const taken = async (work: Work): Promise<boolean> => {
    try {
      await alone(work)
      return true
    } catch (error) {
      const problem = storageProblem(error, because)
      if (!problem) throw error
      refused(problem)
      return false
    }
  }
  const flush = async (): Promise<boolean> => {
    for (let work = waiting[0]; work; work = waiting[0]) {
      try {
        if (!(await taken(work))) return false
      } catch (error) {
        failed(error)
      }
      waiting.shift()
    }
    return true
  }
  return {
    write: (work) =>
      inLine(async () => {
        if ((await flush()) && (await taken(work))) return true
        if (waiting.length < MOST) waiting.push(work)
        return false
      }),
    flush: () => inLine(async () => void (await flush())),
  }
}
