// Days on or before which nothing is posted: of closed periods (L5), and in foreign currency of the last revaluation (L12).
import type { Sql } from '../open.ts'

/** The last closed day, or null while every period is open. */
export const closedThrough = (sql: Sql): string | null => {
  const row = sql.prepare("SELECT value FROM setting WHERE key = 'closedThrough'").get() as { value: string } | undefined
  return row ? (JSON.parse(row.value) as string | null) : null
}

/** The last revaluation that stands: its id, day and number. */
export const lastRevaluation = (sql: Sql): { id: string; on: string; number: string } | undefined =>
  sql.prepare(`SELECT id, "on", number FROM revaluation WHERE status = 'posted' ORDER BY "on" DESC LIMIT 1`).get() as
    | { id: string; on: string; number: string }
    | undefined
