// What is known of each backup, in a file of its own beside it: it goes where the copy goes, also into another database or onto another disk.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../../../db/backup.ts'
import type { Sql } from '../../../db/open.ts'
import { BACKUP_FINDINGS, BACKUP_RESULTS } from '../../../preload/contract/modules/backups/calls.ts'
import { readBackupName } from '../../../preload/contract/vocabulary/backup-name.ts'
import { once } from '../../../preload/contract/define/index.ts'

const recordSchema = once(() =>
  z.object({
    madeAt: z.string(),
    /** A person's name as it was; null for what the office made by itself. */
    madeBy: z.string().nullable(),
    bytes: z.int(),
    /** Of the whole file, as it was written; null for a copy of an earlier version that has not been checked yet. */
    sha256: z.string().nullable(),
    auditRows: z.int().nullable(),
    auditHash: z.string().nullable(),
    result: z.enum(BACKUP_RESULTS),
    finding: z.enum(BACKUP_FINDINGS).nullable(),
    checkedAt: z.string().nullable(),
    /** When a restore drill last went well. */
    drilledAt: z.string().nullable(),
    copiedAt: z.string().nullable(),
    /** Contents of files that it refers to and that are not whole beside it; null while nobody has looked. */
    filesLacking: z.int().nullable().default(null),
    lackingNames: z.string().default(''),
  }),
)
export type BackupRecord = z.infer<ReturnType<typeof recordSchema>>

export const fileOf = (folder: string, name: string): string => path.join(folder, `${name}.sqlite`)
const besideOf = (folder: string, name: string): string => path.join(folder, `${name}.json`)

/** The record beside a backup; made of what the file itself tells where there is none, or none that can be read. */
export const readRecord = (folder: string, name: string): BackupRecord => {
  const beside = besideOf(folder, name)
  if (existsSync(beside)) {
    try {
      return recordSchema().parse(JSON.parse(readFileSync(beside, 'utf8')))
    } catch {
      // as if it were not there: the copy counts as unchecked
    }
  }
  const { size, mtime } = statSync(fileOf(folder, name))
  return {
    ...{ madeAt: mtime.toISOString(), madeBy: null, bytes: size, sha256: null, auditRows: null, auditHash: null },
    ...{ result: 'unchecked', finding: null, checkedAt: null, drilledAt: null, copiedAt: null },
    ...{ filesLacking: null, lackingNames: '' },
  }
}
export const writeRecord = (folder: string, name: string, record: BackupRecord): Promise<void> =>
  writeWhole(besideOf(folder, name), (unfinished) => writeFileSync(unfinished, JSON.stringify(record, null, 1)))
export const removeBackup = (folder: string, name: string): void => {
  rmSync(fileOf(folder, name), { force: true })
  rmSync(besideOf(folder, name), { force: true })
}

/** Names of the backups that lie in a folder. */
export const backupsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.sqlite'))
        .map((file) => file.slice(0, -'.sqlite'.length))
        .filter((name) => readBackupName(name) !== null)
    : []

/** Writes the index that the screen reads: what lies in the folder now, and nothing else. Only inside a write transaction. */
export const indexBackups = (sql: Sql, folder: string): void => {
  const names = backupsIn(folder)
  sql.prepare('DELETE FROM backup WHERE id NOT IN (SELECT value FROM json_each(?))').run(JSON.stringify(names))
  const put = sql.prepare(
    `INSERT INTO backup(id, kind, madeAt, madeBy, bytes, result, finding, checkedAt, drilledAt, copiedAt, auditRows, auditHash, filesLacking, lackingNames)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT(id) DO UPDATE SET madeAt = excluded.madeAt, madeBy = excluded.madeBy, bytes = excluded.bytes, result = excluded.result,
       finding = excluded.finding, checkedAt = excluded.checkedAt, drilledAt = excluded.drilledAt, copiedAt = excluded.copiedAt,
       auditRows = excluded.auditRows, auditHash = excluded.auditHash, filesLacking = excluded.filesLacking, lackingNames = excluded.lackingNames`,
  )
  for (const name of names) {
    const r = readRecord(folder, name)
    const { kind } = readBackupName(name)!
    put.run(
      ...[name, kind, r.madeAt, r.madeBy, r.bytes, r.result, r.finding, r.checkedAt, r.drilledAt, r.copiedAt, r.auditRows, r.auditHash],
      ...[r.filesLacking, r.lackingNames],
    )
  }
}
