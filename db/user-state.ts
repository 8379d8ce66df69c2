// What the desk remembers for its user (open tabs, column layouts, drafts): the office keeps it, neither captured nor audited.
import type { WritableDb } from './tx.ts'

/** Keeps a value under the user's key; null forgets it. */
export const keepState = (tx: Pick<WritableDb, 'sql' | 'report'>, userId: string, key: string, value: string | null): void => {
  if (value === null) tx.sql.prepare('DELETE FROM user_state WHERE userId = ? AND key = ?').run(userId, key)
  else
    tx.sql
      .prepare('INSERT INTO user_state(userId, key, value) VALUES (?,?,?) ON CONFLICT DO UPDATE SET value = excluded.value')
      .run(userId, key, value)
  tx.report('user_state', [userId, key], value === null ? 'gone' : 'reported')
}
