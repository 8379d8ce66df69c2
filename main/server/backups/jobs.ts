// The work on backup files, each a job in a thread of its own with the lowest priority: no command and no screen waits for a copy, a check or a drill.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { backUp, copyWhole, writeWhole } from '../../../db/backup.ts'
import { inspect, openReadable, openWritable } from '../../../db/open.ts'
import { migrate } from '../../../db/schema/migrations.ts'
import { endOfAudit, writeAudit } from '../../../db/trail/entries.ts'
import { witnessOf } from '../../../db/trail/witness.ts'
import { storageProblem } from '../../../db/storage-problem.ts'
import type { BackupFinding } from '../../../preload/contract/modules/backups/calls.ts'
import { backupName, type BackupKind } from '../../../preload/contract/vocabulary/backup-name.ts'
import { witnessText } from '../../../preload/contract/vocabulary/witness.ts'
import { copyContents } from '../../files/copy-contents.ts'
import { type LackingContent, lackingContents, wantedContents } from '../../files/lacking-contents.ts'
import { openFileStore } from '../../files/store.ts'
import { checkCopy, faultIn, reading, sha256Of, type CheckedCopy } from './check-copy.ts'
import { fileOf, readRecord, writeRecord, type BackupRecord } from './records.ts'

/** What the trail of the restored books says of the restore. `userId` is whoever asked for it. */
export type RestoreEntry = { at: string; userId: string; device: string; backup: string; keptAside: string }
export type BackupJob =
  | { kind: 'make'; database: string; folder: string; as: BackupKind; stamp: string; at: string; by: string | null }
  | { kind: 'check'; file: string; sha256: string | null }
  | { kind: 'drill'; file: string; sha256: string | null; temporary: string }
  | { kind: 'copy'; folder: string; name: string; to: string; at: string }
  /** Contents of files from one folder to another, as far as they are not there. */
  | { kind: 'contents'; from: string; to: string }
  /** Which contents of files a copy refers to that are not whole in a folder; `thoroughly`: read to the last byte. */
  | { kind: 'lacking'; file: string; contents: string; thoroughly: boolean }
  /** Brings a copy to today's version at `target`, with no session alive and the restore in its trail. */
  | { kind: 'prepare-restore'; file: string; sha256: string | null; target: string; entry: RestoreEntry }
export type MadeBackup = { name: string; record: BackupRecord }
export type BackupJobResult = {
  made?: MadeBackup
  checked?: CheckedCopy
  lacking?: readonly LackingContent[]
  finding: BackupFinding | null
  detail: string
}

/**
 * A copy as of one moment, between two commands: all pages are read in one read transaction of a connection of its own, so that neither a command under way
 * nor one that comes meanwhile stands in it by half.
 */
const make = async (job: Extract<BackupJob, { kind: 'make' }>): Promise<MadeBackup> => {
  const source = openReadable(job.database)
  try {
    source.sql.exec('BEGIN')
    const end = endOfAudit(source.sql)
    const witness = witnessOf(source.sql, job.at.slice(0, 10))
    const name = backupName({ kind: job.as, stamp: job.stamp, witness: witness && witnessText(witness) })
    const file = await backUp(source, job.folder, name)
    const record: BackupRecord = {
      ...{ madeAt: job.at, madeBy: job.by, bytes: statSync(file).size, sha256: sha256Of(file), auditRows: end.id, auditHash: end.hash },
      ...{ result: 'unchecked', finding: null, checkedAt: null, drilledAt: null, copiedAt: null, filesLacking: null, lackingNames: '' },
    }
    await writeRecord(job.folder, name, record)
    return { name, record }
  } finally {
    source.close()
  }
}

/** To the second folder, read back there: what was written must be what is read. */
const copy = async ({ folder, name, to }: Extract<BackupJob, { kind: 'copy' }>): Promise<BackupFinding | null> => {
  if (!existsSync(to)) return 'missing'
  const record = readRecord(folder, name)
  const target = fileOf(to, name)
  await copyWhole(fileOf(folder, name), target)
  if (record.sha256 !== null && sha256Of(target) !== record.sha256) return 'changed'
  await writeRecord(to, name, record)
  return null
}

/** A copy brought to today's version at `target`; its finding when it does not get there. */
const bringUp = async (file: string, target: string): Promise<void> => {
  await copyWhole(file, target)
  const opened = openWritable(target)
  try {
    await migrate(opened, async () => undefined)
  } finally {
    opened.close()
  }
}

/** As an office would open it, in a folder of its own that is gone afterwards. */
const drill = async ({ file, sha256, temporary }: Extract<BackupJob, { kind: 'drill' }>): Promise<CheckedCopy> => {
  const before = checkCopy(file, sha256)
  if (before.finding !== null) return before
  mkdirSync(temporary, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(path.join(temporary, 'drill-'))
  try {
    const target = path.join(folder, 'company.sqlite')
    await bringUp(file, target)
    const opened = openReadable(target)
    try {
      const fault = faultIn(opened)
      return fault ? { ...before, ...fault } : before
    } finally {
      opened.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const prepareRestore = async ({ file, sha256, target, entry }: Extract<BackupJob, { kind: 'prepare-restore' }>): Promise<CheckedCopy> => {
  const checked = checkCopy(file, sha256)
  if (checked.finding !== null) return checked
  await writeWhole(target, async (unfinished) => {
    await bringUp(file, unfinished)
    const books = openWritable(unfinished)
    try {
      const { sql } = books
      sql.exec('BEGIN')
      // Whoever was signed in then is not signed in now; what was asked of backups then is not asked now.
      sql.exec('DELETE FROM session; DELETE FROM backup_task')
      const known = sql.prepare('SELECT 1 FROM user WHERE id = ?').get(entry.userId) !== undefined
      writeAudit(sql, {
        ...{ at: entry.at, userId: known ? entry.userId : null, device: entry.device, kind: 'command', name: 'restore-backup' },
        ...{
          commandId: null,
          subject: null,
          input: JSON.stringify({ backup: entry.backup }),
          outcome: JSON.stringify({ keptAside: entry.keptAside }),
        },
      })
      sql.exec('COMMIT')
      books.pragma('journal_mode = DELETE')
    } finally {
      books.close()
    }
  })
  return checked
}

/** Does one job. Whatever goes wrong with the disk is a finding; nothing is thrown. */
export const doBackupJob = async (job: BackupJob): Promise<BackupJobResult> => {
  const of = (checked: CheckedCopy): BackupJobResult => ({ checked, finding: checked.finding, detail: checked.detail })
  try {
    switch (job.kind) {
      case 'make':
        return { made: await make(job), finding: null, detail: '' }
      case 'check':
        return of(checkCopy(job.file, job.sha256))
      case 'drill':
        return of(await drill(job))
      case 'copy':
        return { finding: await copy(job), detail: job.to }
      case 'contents':
        await copyContents(job.from, job.to)
        return { finding: null, detail: '' }
      case 'lacking': {
        const wanted = reading(job.file, (copy) => wantedContents(copy.sql))
        return { lacking: await lackingContents(openFileStore(job.contents), wanted, job.thoroughly), finding: null, detail: '' }
      }
      case 'prepare-restore':
        return of(await prepareRestore(job))
    }
  } catch (error) {
    // The database itself that could not be read is another matter than a disk that could not be written.
    const damaged = job.kind === 'make' && inspect(job.database).state === 'damaged'
    return {
      finding: damaged ? 'structure' : (storageProblem(error) ?? 'other'),
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
