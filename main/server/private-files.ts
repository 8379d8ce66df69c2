// Nobody else on this computer reads the company's files: the folder is 0700 and what is in it 0600, made so and mended at each start. Rule U54 of backups.
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** What the office itself puts into a company's folder; everything else there is somebody else's. */
const OURS =
  /^(company\.sqlite(-wal|-shm|-journal)?(\.restoring)?(\.unfinished.*)?|office\.(lock|log|probe|stop)(\..*)?(-journal|-wal|-shm)?|backups|files|releases|temporary)$/
const OURS_WITHIN = ['backups', 'releases', 'temporary']
/** Nobody enters a closed folder: of the many contents of files in it none is looked at when the office starts. */
const CLOSED = 'files'

/** From here on whatever this process makes is its user's alone. Windows has no such modes: a user's own folder is private there. */
export const makePrivate = (): void => void process.umask(0o077)

const mend = (file: string, mode: number): string[] => {
  const now = lstatSync(file)
  if (now.isSymbolicLink() || (now.mode & 0o777) === mode) return []
  try {
    chmodSync(file, mode)
    return []
  } catch (error) {
    return [`${path.basename(file)} is open to others and could not be made private: ${String(error)}`]
  }
}
const mendBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return [...mend(at, 0o700), ...mendBelow(at)]
    return entry.isFile() ? mend(at, 0o600) : []
  })

/**
 * Takes the rights of others away from the company's folder and from the office's files in it; gives what could not be mended, for the log. A folder in which
 * others keep things too keeps its own mode: it may be somebody's home, or everybody's temporary folder.
 */
export const mendPrivate = (folder: string): string[] => {
  if (process.platform === 'win32') return []
  const entries = readdirSync(folder, { withFileTypes: true })
  const unknown = entries.filter((entry) => !OURS.test(entry.name))
  const own = unknown.length === 0 ? mend(folder, 0o700) : mendShared(folder, unknown[0]!.name)
  return [
    ...own,
    ...entries
      .filter((entry) => OURS.test(entry.name))
      .flatMap((entry) => {
        const at = path.join(folder, entry.name)
        if (entry.isDirectory() && entry.name === CLOSED) return mend(at, 0o700)
        if (entry.isDirectory()) return OURS_WITHIN.includes(entry.name) ? [...mend(at, 0o700), ...mendBelow(at)] : []
        return entry.isFile() ? mend(at, 0o600) : []
      }),
  ]
}
const mendShared = (folder: string, name: string): string[] =>
  (lstatSync(folder).mode & 0o077) === 0 ? [] : [`${folder} stays open to others, because more than the company lies in it (${name})`]
