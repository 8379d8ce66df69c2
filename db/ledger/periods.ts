// Closed periods: nothing is posted on or before the closed day (L5).
import type { Sql } from '../open.ts'

/** The last closed day, or null while every period is open. */
export const closedThrough = (sql: Sql): string | null => {
  const row = sql.prepare("SELECT value FROM setting WHERE key = 'closedThrough'").get() as { value: string } | undefined
  return row ? (JSON.parse(row.value) as string | null) : null
}
