// Contents that were sent and looked at, and hang on no record yet: whose they are. Only the sender may hang one on a record, so that nobody gets at a file of
// others by knowing its hash. Written where contents come in, read by commands. Rule FI4 of files.
import type { Sql } from '../../db/open.ts'
import type { FileType } from '../../preload/contract/vocabulary/file-types.ts'

export type ReceivedContent = { sha256: string; size: number; type: FileType; width: number | null; height: number | null }

/** Notes that this person has sent a content, now or again. */
export const noteReceived = (sql: Sql, { sha256, size, type, width, height }: ReceivedContent, userId: string, at: string): void =>
  void sql
    .prepare(
      `INSERT INTO received_content(sha256, userId, size, type, width, height, receivedAt) VALUES (?,?,?,?,?,?,?)
       ON CONFLICT DO UPDATE SET receivedAt = excluded.receivedAt, type = excluded.type, width = excluded.width, height = excluded.height`,
    )
    .run(sha256, userId, size, type, width, height, at)

/** What this person has sent under the hash, or undefined. */
export const receivedContent = (sql: Sql, sha256: string, userId: string): ReceivedContent | undefined =>
  sql.prepare('SELECT sha256, size, type, width, height FROM received_content WHERE sha256 = ? AND userId = ?').get(sha256, userId) as
    | ReceivedContent
    | undefined

/** Forgets what was sent before an instant: what hangs on a record is known from there. */
export const forgetReceived = (sql: Sql, before: string): void =>
  void sql.prepare('DELETE FROM received_content WHERE receivedAt < ?').run(before)
