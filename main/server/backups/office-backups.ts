// The office's backups put together: the keeper with its thread, its hours, and the restart on other books.
import { renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { removeUnfinished, toDisk } from '../../../db/backup.ts'
import type { Connection } from '../../../db/open.ts'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { readCompany } from '../../access/company.ts'
import type { CommandRunner } from '../../commands/run-command.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Notifier } from '../notifier.ts'
import { backupKeeper, type BackupKeeper } from './keeper.ts'
import { backupThread } from './thread.ts'

const HOUR_MS = 3_600_000

export type OfficeBackupParts = {
  data: DataFolder
  /** The file of the thread that does the work. */
  entry: string
  read: Connection
  runner: CommandRunner
  notices: Notifier
  /** Closes everything that stands on the database; the folder stays this office's own. */
  close(): Promise<void>
  /** Ends this process and starts the office again. */
  startAgain(): void
}

const restoringOf = (data: DataFolder): string => `${data.database}.restoring`

/** Puts the books made ready in the place of the present ones, all at once; false when the present ones are not closed well. */
const putInPlace = ({ database, log }: DataFolder, ready: string): boolean => {
  // A log that is left over would be taken for one of the new books.
  if (['-wal', '-journal'].some((end) => (statSync(database + end, { throwIfNoEntry: false })?.size ?? 0) > 0)) {
    log('restore: the present books could not be closed; nothing was changed')
    return false
  }
  for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true })
  renameSync(ready, database)
  toDisk(path.dirname(database))
  return true
}

export type OfficeBackups = {
  keeper: BackupKeeper
  start(): void
  /** Begins nothing more. */
  stop(): void
  /** Lets go of the database; a job under way is cut off. */
  close(): Promise<void>
}

export const officeBackups = (parts: OfficeBackupParts): OfficeBackups => {
  const { data, read, runner, notices } = parts
  const thread = backupThread(parts.entry)
  const now = () => new Date().toISOString()
  let timer: NodeJS.Timeout | undefined
  const isFounded = () => readCompany(read.sql) !== undefined
  const keeper = backupKeeper({
    ...{ database: data.database, folder: data.backups, temporary: data.temporary, restoring: restoringOf(data) },
    contents: data.files,
    run: thread.run,
    write: (work) => runner.alone(work),
    between: (work) => runner.between(work),
    read: read.sql,
    now,
    today: () => dayIn(readCompany(read.sql)?.timeZone ?? 'UTC', now()),
    changed: notices.committed,
    log: data.log,
    restart: async () => {
      await parts.close()
      putInPlace(data, restoringOf(data))
      parts.startAgain()
      // Nothing more is done by this process.
      await new Promise(() => undefined)
    },
  })
  notices.onCommit((tables) => {
    if (tables.includes('backup_task')) void keeper.asked()
    // A second disk that has just been named gets what it lacks at once.
    if (tables.includes('setting') && isFounded()) void keeper.daily()
  })
  return {
    keeper,
    start: () => {
      // Made ready by a restore that was cut off before its moment: the present books stand.
      rmSync(restoringOf(data), { force: true })
      for (const name of removeUnfinished(data.folder)) data.log(`an unfinished file was removed: ${name}`)
      void keeper.begin().then(() => (isFounded() ? keeper.daily() : undefined))
      timer = setInterval(() => isFounded() && void keeper.daily(), HOUR_MS).unref()
    },
    stop: () => clearInterval(timer),
    close: thread.close,
  }
}
