// Watches the disk beneath the office: free space before it is too late, and whether anything can be written. Rule U53 of backups.
import { accessSync, constants, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Sql } from '../../db/open.ts'
import { storageProblem, type StorageProblem } from '../../db/storage-problem.ts'
import { machineSettings, machine } from '../access/machine.ts'

const TURN_MS = 15_000
/** While something is wrong: whoever mends it need not wait. */
const SOON_MS = 3000
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

/** What it says when something is written to it: the kernel calls a disk writable on which it has given up. */
const saysOfAWrite = (folder: string, database: string): StorageProblem | undefined => {
  const probe = path.join(folder, 'office.probe')
  try {
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    return storageProblem(error)
  }
  return saysOfItself(folder, database)
}

export const machineWatch = (parts: MachineWatchParts): MachineWatch => {
  const { folder, database, now } = parts
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const tell = (found: Parameters<typeof machineSettings>[0]): void => {
    if (machineSettings(found)) parts.changed(['machine'])
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
      failed(storageProblem(error, () => saysOfAWrite(folder, database)) ?? 'disk-failing')
    }
  }
  const look = async (): Promise<void> => {
    const freeBytes = freeBytesOf(folder)
    const [size, log] = [database, `${database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0) as [
      number,
      number,
    ]
    tell({ freeBytes, booksBytes: size + log, short: freeBytes !== null && freeBytes < Math.max(SHORT_BYTES, 3 * size) })
    const problem = saysOfItself(folder, database)
    if (problem) failed(problem)
    else if (machine().writing !== 'ok') await tryAgain()
  }
  const turn = async (): Promise<void> => {
    await look()
    if (!stopped) timer = setTimeout(() => void turn(), machine().writing === 'ok' ? TURN_MS : SOON_MS).unref()
  }
  return {
    because: () => saysOfAWrite(folder, database),
    failed,
    look,
    start: () => void turn(),
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
