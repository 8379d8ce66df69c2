// Copies of the company's database: written under another name, brought to the disk, checked, and only then called a backup. Rule U50 of backups.
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, chmodSync } from 'node:fs'
import path from 'node:path'
import { inspect, openWritable, type Connection } from './open.ts'

/** What is being written bears this ending; whatever bears it at a start was cut off. */
const UNFINISHED = '.unfinished'

/** Waits until a file, or what a folder lists, is on the disk itself. Windows has no such thing for folders. */
export const toDisk = (file: string): void => {
  const isFolder = statSync(file).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const handle = openSync(file, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const withoutRest = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

/** A file of whatever content, whole or not at all: `write` fills it under another name first. Nothing is left of what fails. */
export const writeWhole = async (target: string, write: (unfinished: string) => void | Promise<void>): Promise<void> => {
  const unfinished = target + UNFINISHED
  withoutRest(unfinished)
  try {
    await write(unfinished)
    if (process.platform !== 'win32') chmodSync(unfinished, 0o600)
    toDisk(unfinished)
    renameSync(unfinished, target)
    toDisk(path.dirname(target))
  } catch (error) {
    try {
      withoutRest(unfinished)
    } catch {
      // a disk that cannot be written cannot be tidied either: the next start does it
    }
    throw error
  }
}

/** Removes what an earlier run was cut off from writing in this folder; gives the names. */
export const removeUnfinished = (folder: string): string[] => {
  const names = readdirSync(folder).filter((name) => name.includes(UNFINISHED))
  for (const name of names) rmSync(path.join(folder, name), { force: true })
  return names
}

/** A copy is one file that can be read where nothing can be written: no log of its own beside it. */
const closeLog = (file: string): void => {
  const copy = openWritable(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * Backs the open database up to `<folder>/<name>.sqlite` while it is in use. `name` is made by `backupName`.
 * Throws when the copy cannot be written or its structure is damaged; nothing is left behind then.
 */
export const backUp = async (connection: Connection, folder: string, name: string): Promise<string> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = path.join(folder, `${name}.sqlite`)
  await writeWhole(target, async (unfinished) => {
    await connection.backup(unfinished)
    closeLog(unfinished)
    const state = inspect(unfinished, true)
    if (state.state !== 'present') throw new Error(`the backup is ${state.state}`)
  })
  return target
}

/** Copies a file, whole or not at all. */
export const copyWhole = (from: string, to: string): Promise<void> => writeWhole(to, (unfinished) => copyFileSync(from, unfinished))
