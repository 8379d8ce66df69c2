// Where every backup is copied to besides: kept with the settings.
import type { Sql } from '../../db/open.ts'

export const BACKUP_SETTING = 'backups'
export type BackupSettings = { copyTo: string | null; revision: number }

export const readBackupSettings = (sql: Sql): BackupSettings => {
  const row = sql.prepare('SELECT value, revision FROM setting WHERE key = ?').get(BACKUP_SETTING) as
    | { value: string; revision: number }
    | undefined
  return row ? { ...(JSON.parse(row.value) as { copyTo: string | null }), revision: row.revision } : { copyTo: null, revision: 1 }
}
