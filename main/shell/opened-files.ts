// Files that were opened with the system's own program: a copy of each, read-only, in a private folder, marked as one that came from outside; taken away at the end
// and at the next start. Rule FI15 of files (SEC58, SEC63).
import { shell } from 'electron'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Says of a file that it came from outside, so that Windows and its office programs open it with care; on Linux for whoever looks. A file system that keeps no such
 * marks has the file without.
 */
export const markAsForeign = async (file: string): Promise<void> => {
  if (process.platform === 'win32') return writeFile(`${file}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => undefined)
  if (process.platform === 'linux')
    return new Promise((resolve) =>
      execFile('setfattr', ['-n', 'user.xdg.origin.url', '-v', 'tradewind://file', file], { timeout: 2000 }, () => resolve()),
    )
  return undefined
}

export type OpenedFiles = {
  /** A place for a copy under this name, which is safe already. */
  place(name: string): string
  /** Hands a copy that lies at its place to the system; false when no program takes it. */
  open(file: string): Promise<boolean>
  removeAll(): void
}

export const openedFiles = (folder: string): OpenedFiles => {
  const removeAll = () => {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // still open in another program: the next start takes it away
    }
  }
  removeAll()
  return {
    place: (name) => {
      const own = path.join(folder, randomUUID())
      mkdirSync(own, { recursive: true, mode: 0o700 })
      return path.join(own, path.basename(name))
    },
    open: async (file) => {
      await markAsForeign(file)
      chmodSync(file, 0o400)
      return (await shell.openPath(file)) === ''
    },
    removeAll,
  }
}
