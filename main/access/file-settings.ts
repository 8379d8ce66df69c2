// How large a file may be, how long the bin keeps one, and by when a signed contract's scan is there: kept with the settings. Rules FI4, FI9, FI20 of files.
import type { Sql } from '../../db/open.ts'

export const FILE_SETTING = 'files'
export type FileSettings = { mostMegabytes: number; binDays: number; scanDays: number; revision: number }
const AT_FIRST = { mostMegabytes: 25, binDays: 30, scanDays: 7 }

export const readFileSettings = (sql: Sql): FileSettings => {
  const row = sql.prepare('SELECT value, revision FROM setting WHERE key = ?').get(FILE_SETTING) as
    | { value: string; revision: number }
    | undefined
  return row ? { ...AT_FIRST, ...(JSON.parse(row.value) as object), revision: row.revision } : { ...AT_FIRST, revision: 1 }
}
