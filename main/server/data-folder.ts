// The folder a company lives in: company.sqlite, backups, logs and temporary files; one office at a time.
import { accessSync, appendFileSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

export type DataFolder = { folder: string; database: string; backups: string; temporary: string; log(line: string): void; release(): void }
export type FolderProblem = { problem: 'folder-not-writable' | 'folder-in-use'; detail: string }

/** Where a company lives when nobody says otherwise: the operating system's own place for a user's data. */
export const usualFolder = (): string => {
  const { platform, env } = process
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tradewind', 'company')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Tradewind', 'company')
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'tradewind', 'company')
}

const LOG_BYTES = 5 * 1024 * 1024

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the folder for this process, or says why it cannot. Changes nothing in a folder it does not get. */
export const takeFolder = (folder: string): DataFolder | FolderProblem => {
  const lock = path.join(folder, 'office.lock')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    const holder = readHolder(lock)
    if (holder !== null && holder !== process.pid && isAlive(holder)) return { problem: 'folder-in-use', detail: folder }
    writeFileSync(lock, String(process.pid))
  } catch (error) {
    return { problem: 'folder-not-writable', detail: `${folder} (${(error as NodeJS.ErrnoException).code ?? String(error)})` }
  }
  const log = path.join(folder, 'office.log')
  return {
    folder,
    database: path.join(folder, 'company.sqlite'),
    backups: path.join(folder, 'backups'),
    temporary: path.join(folder, 'temporary'),
    log: (line) => {
      try {
        if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(log, `${log}.1`)
        appendFileSync(log, `${new Date().toISOString()} ${line}\n`)
      } catch (error) {
        console.error(`the log cannot be written: ${String(error)}`)
      }
    },
    release: () => {
      if (readHolder(lock) === process.pid) rmSync(lock, { force: true })
    },
  }
}

const readHolder = (lock: string): number | null => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
