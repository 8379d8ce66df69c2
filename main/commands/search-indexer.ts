// Takes waiting search entries into the full-text tables between two commands. Nobody waits for it: what is waiting is found as well (db/search.ts).
import { takeInEntries } from '../../db/search.ts'
import type { CommandRunner } from './run-command.ts'

/** Long enough that a busy minute makes few batches, short enough that a search never compares many waiting entries one by one. */
const DELAY_MS = 300
/** Some milliseconds of work: a command that comes meanwhile waits no longer. */
const BATCH = 200

export type SearchIndexer = {
  /** A moment from now: after every commit, and once at the start for what was waiting when the office before ended. */
  soon(): void
  stop(): void
}

export const searchIndexer = (runner: Pick<CommandRunner, 'alone'>, on: { failed(error: unknown): void }): SearchIndexer => {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const takeIn = async (): Promise<void> => {
    timer = undefined // Whoever commits from here on asks anew.
    try {
      const taken = await runner.alone((sql) => takeInEntries(sql, BATCH))
      // The rest as another turn of the process: whoever has come meanwhile goes first.
      if (taken === BATCH) after(0)
    } catch (error) {
      on.failed(error)
    }
  }
  const after = (ms: number) => {
    if (!isStopped) timer ??= setTimeout(() => void takeIn(), ms)
  }
  return {
    soon: () => after(DELAY_MS),
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
