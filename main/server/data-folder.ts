// The folder a company lives in: company.sqlite, contents of files, backups, logs and temporary files; one office at a time.
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { holdLock } from '../../db/open.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'

export type DataFolder = {
  folder: string
  database: string
  backups: string
  /** Contents of files, by their hashes (main/files/store.ts). */
  files: string
  releases: string
  temporary: string
  log(line: string): void
  logFile: string
  /** Its end, where the last things stand. */
  readLog(): string
  /** Of the log, and of the one before it. */
  logBytes(): number
  /** Whether somebody has asked the office of this folder to stop. */
  stopAsked(): boolean
  release(): void
}
export type FolderProblem = { problem: 'folder-not-writable' | 'folder-in-use'; detail: string }

/** Where a company lives when nobody says otherwise: the operating system's own place for a user's data. */
export const usualFolder = (): string => {
  const { platform, env } = process
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tradewind', 'company')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Tradewind', 'company')
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'tradewind', 'company')
}

/** The kernel calls a disk writable on which it has given up; a full one is written to when there is room again (U53 of backups). */
const requireWrite = (folder: string): void => {
  const probe = path.join(folder, 'office.probe')
  try {
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    if (storageProblem(error) !== 'disk-full') throw error
  }
}

/** Two files of this size at the most. Rule D44 of desks. */
const LOG_BYTES = 5 * 1024 * 1024
/** No line is longer, whatever an error says of itself. */
const LINE_LENGTH = 20_000

const END_BYTES = 512 * 1024
const endOf = (file: string): string => {
  try {
    const opened = openSync(file, 'r')
    try {
      const { size } = fstatSync(opened)
      const end = Buffer.alloc(Math.min(size, END_BYTES))
      readSync(opened, end, 0, end.length, size - end.length)
      return end.toString()
    } finally {
      closeSync(opened)
    }
  } catch {
    return '' // there is none yet, or none that can be read
  }
}

const stopFile = (folder: string): string => path.join(folder, 'office.stop')
const lockFile = (folder: string): string => path.join(folder, 'office.lock')
/** Longer than an office takes to end what it is at. */
const STOPS_WITHIN_MS = 20_000

/**
 * Asks the office of this folder to stop, and waits until it has: by a file, so that whoever may write the folder may ask, and nobody else; and because Windows
 * gives no signal to a process without a window. Rule D48 of desks.
 */
export const stopOffice = async (folder: string): Promise<'nobody-there' | 'stopped' | 'still-there'> => {
  const isThere = () => {
    const lock = existsSync(lockFile(folder)) ? holdLock(lockFile(folder)) : undefined
    lock?.release()
    return lock === null
  }
  if (!isThere()) return 'nobody-there'
  writeFileSync(stopFile(folder), '')
  const until = performance.now() + STOPS_WITHIN_MS
  while (performance.now() < until) {
    if (!isThere()) return 'stopped'
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return 'still-there'
}

/** Takes the folder for this process, or says why it cannot. Changes nothing in a folder it does not get. */
export const takeFolder = (folder: string): DataFolder | FolderProblem => {
  let lock: ReturnType<typeof holdLock>
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    requireWrite(folder)
    lock = holdLock(lockFile(folder))
  } catch (error) {
    return { problem: 'folder-not-writable', detail: `${folder} (${(error as NodeJS.ErrnoException).code ?? String(error)})` }
  }
  if (!lock) return { problem: 'folder-in-use', detail: folder }
  // Meant for one that had ended already.
  rmSync(stopFile(folder), { force: true })
  const log = path.join(folder, 'office.log')
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return {
    folder,
    database: path.join(folder, 'company.sqlite'),
    backups: path.join(folder, 'backups'),
    files: path.join(folder, 'files'),
    releases: path.join(folder, 'releases'),
    temporary: path.join(folder, 'temporary'),
    log: (line) => {
      try {
        if (sizeOf(log) > LOG_BYTES) renameSync(log, `${log}.1`)
        appendFileSync(log, `${new Date().toISOString()} ${cutText(line, LINE_LENGTH)}\n`)
      } catch (error) {
        console.error(`the log cannot be written: ${String(error)}`)
      }
    },
    logFile: log,
    readLog: () => endOf(log) || endOf(`${log}.1`),
    logBytes: () => sizeOf(log) + sizeOf(`${log}.1`),
    stopAsked: () => existsSync(stopFile(folder)),
    release: () => {
      rmSync(stopFile(folder), { force: true })
      lock.release()
    },
  }
}
