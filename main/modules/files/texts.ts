// Which contents have a text that is still to be read, and which texts nobody finds any more. Rule FI23.
import type { Sql } from '../../../db/open.ts'
import { type FileType, TEXT_TYPES } from '../../../preload/contract/vocabulary/file-types.ts'

const OF_NEWEST = 'FROM attachment a JOIN attachment_version v ON v.attachmentId = a.id AND v.version = a.version'

/** Contents of newest versions that were not read yet, the latest first: what somebody has just added is what they look for. */
export const contentsToRead = (sql: Sql, most: number): { sha256: string; type: FileType }[] =>
  sql
    .prepare(
      `SELECT v.sha256, v.type, max(v.addedAt) AS added ${OF_NEWEST} WHERE v.type IN (${TEXT_TYPES.map((type) => `'${type}'`).join(', ')})
         AND NOT EXISTS (SELECT 1 FROM file_text t WHERE t.content = v.sha256) GROUP BY v.sha256 ORDER BY added DESC, v.sha256 LIMIT ?`,
    )
    .all(most) as { sha256: string; type: FileType }[]

/** Contents whose texts are kept though no file has them as its newest version. */
export const textsToForget = (sql: Sql): string[] =>
  (sql.prepare(`SELECT content FROM file_text WHERE content NOT IN (SELECT v.sha256 ${OF_NEWEST})`).all() as { content: string }[]).map(
    ({ content }) => content,
  )
