// What a failed write says of the disk, whoever reports it: SQLite or the operating system. Rule U53 of backups.

export type StorageProblem = 'disk-full' | 'disk-read-only' | 'disk-failing'

const FULL = /^(SQLITE_FULL|ENOSPC|EDQUOT)$/
const READ_ONLY = /^(SQLITE_READONLY\w*|SQLITE_PERM|SQLITE_CANTOPEN\w*|EROFS|EACCES|EPERM)$/
const FAILING = /^(SQLITE_IOERR\w*|EIO|ENXIO|ENODEV)$/

/**
 * Which problem of the disk an error is; undefined when it is none. SQLite calls some of them by an I/O error of its own, so where it does, `because` says
 * what the disk itself answers (`probeStorage`).
 */
export const storageProblem = (error: unknown, because?: () => StorageProblem | undefined): StorageProblem | undefined => {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  if (FULL.test(code)) return 'disk-full'
  if (READ_ONLY.test(code)) return 'disk-read-only'
  return FAILING.test(code) ? (because?.() ?? 'disk-failing') : undefined
}
