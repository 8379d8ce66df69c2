// Watches the disk beneath the office: free space before it is too late, and whether anything can be written. Rule U53 of backups.
import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import type { Sql } from '../../db/open.ts'
import { storageProblem, type StorageProblem } from '../../db/storage-problem.ts'
import { foundOfMachine, machine } from '../access/machine.ts'

const TURN_MS = 15_000
const MB = 1024 * 1024
/** Less free than this, or than three copies of the books, is told. */
const SHORT_BYTES = 1024 * MB
/** Below this nothing of any size can be written any more. */
const FULL_BYTES = MB / 4

export type MachineWatchParts = {
  folder: string
  database: string
  /** A small write of the office's own, alone. */
  write(work: (sql: Sql) => void): Promise<unknown>
  now(): string
  changed(tables: string[]): void
}
export type MachineWatch = {
  /** A write has failed; gives what the disk says of it, where SQLite only says that it failed. */
  because(): StorageProblem | undefined
  failed(problem: StorageProblem): void
  look(): Promise<void>
  start(): void
  stop(): void
}

/** Free bytes of the disk that holds this folder, for who is not root; null where that cannot be told. */
export const freeBytesOf = (folder: string): number | null => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null // a disk that has gone tells nothing; that it has gone is told by the writes that fail
  }
}
/** What the disk says of itself, without writing. */
const saysOfItself = (folder: string, database: string): StorageProblem | undefined => {
  try {
    accessSync(folder, constants.W_OK)
    accessSync(database, constants.W_OK)
  } catch (error) {
    return storageProblem(error)
  }
  const free = freeBytesOf(folder)
  return free !== null && free < FULL_BYTES ? 'disk-full' : undefined
}

export const machineWatch = (parts: MachineWatchParts): MachineWatch => {
  const { folder, database, now } = parts
  let timer: NodeJS.Timeout | undefined
  const tell = (found: Parameters<typeof foundOfMachine>[0]): void => {
    if (foundOfMachine(found)) parts.changed(['machine'])
  }
  const failed = (problem: StorageProblem): void => tell({ writing: problem, writingSince: machine().writingSince ?? now() })

  /** Whether a write that has failed goes through again. */
  const tryAgain = async (): Promise<void> => {
    try {
      await parts.write((sql) =>
        sql
          .prepare("INSERT INTO setting(key, value) VALUES ('write-probe', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
          .run(JSON.stringify(now())),
      )
      tell({ writing: 'ok', writingSince: null })
    } catch (error) {
      failed(storageProblem(error, () => saysOfItself(folder, database)) ?? 'disk-failing')
    }
  }
  const look = async (): Promise<void> => {
    const freeBytes = freeBytesOf(folder)
    const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0
    tell({ freeBytes, short: freeBytes !== null && freeBytes < Math.max(SHORT_BYTES, 3 * size) })
    const problem = saysOfItself(folder, database)
    if (problem) failed(problem)
    else if (machine().writing !== 'ok') await tryAgain()
  }
  return {
    because: () => saysOfItself(folder, database),
    failed,
    look,
    start: () => {
      void look()
      timer = setInterval(() => void look(), TURN_MS).unref()
    },
    stop: () => clearInterval(timer),
  }
}
