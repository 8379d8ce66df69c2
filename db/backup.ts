// Copies of the company's database beside it: before every migration, and once a day. A copy is checked before it counts.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inspect, type Connection, type DatabaseState } from './open.ts'

/** Checks a copy page by page; the office does it in another thread, because a large one takes seconds. */
export type CheckCopy = (file: string) => Promise<DatabaseState>
const checkHere: CheckCopy = async (file) => inspect(file, true)

/** Daily copies kept; those made before migrations are kept for ever. */
const KEEP_DAILY = 30

/**
 * Backs the open database up to `<folder>/<name>.sqlite` while it is in use.
 * Throws when the copy cannot be written or does not pass its check; nothing is left behind then.
 */
export const backUp = async (connection: Connection, folder: string, name: string, check = checkHere): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const target = path.join(folder, `${name}.sqlite`)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    await connection.backup(unfinished)
    const state = await check(unfinished)
    if (state.state !== 'present') throw new Error(`the backup is ${state.state}`)
    renameSync(unfinished, target)
  } catch (error) {
    for (const rest of ['', '-wal', '-shm']) rmSync(unfinished + rest, { force: true })
    throw error
  }
  return target
}

/** The day's backup unless it is there already; the oldest beyond thirty go. Gives the file, or null when there was nothing to do. */
export const backUpDaily = async (connection: Connection, folder: string, day: string, check = checkHere): Promise<string | null> => {
  mkdirSync(folder, { recursive: true })
  const daily = () =>
    readdirSync(folder)
      .filter((f) => /^daily-\d{4}-\d{2}-\d{2}\.sqlite$/.test(f))
      .toSorted()
  if (daily().includes(`daily-${day}.sqlite`)) return null
  const made = await backUp(connection, folder, `daily-${day}`, check)
  for (const old of daily().slice(0, -KEEP_DAILY)) rmSync(path.join(folder, old), { force: true })
  return made
}
