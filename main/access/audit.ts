// The audit trail (操作日志): one hash-chained row for every command, refusal, sign-in and export; nothing removes from it (SEC49).
import { hash } from 'node:crypto'
import type { Sql } from '../../db/open.ts'

export type AuditKind = 'command' | 'refusal' | 'sign-in' | 'sign-in-failed' | 'sign-out' | 'export'
export type AuditEntry = {
  at: string
  userId: string | null
  device: string
  kind: AuditKind
  name: string
  commandId: string | null
  subject: string | null
  input: string | null
  outcome: string
}
type AuditRow = AuditEntry & { id: number; previous: string; hash: string }

const digest = (id: number, e: AuditEntry, previous: string) =>
  hash(
    'sha256',
    JSON.stringify([id, e.at, e.userId, e.device, e.kind, e.name, e.commandId, e.subject, e.input, e.outcome, previous]),
    'base64url',
  )

/** The end of the chain: the next row follows it. */
export type AuditEnd = { id: number; hash: string }
/** The last row of the trail. Only inside a write transaction. */
export const endOfAudit = (sql: Sql): AuditEnd =>
  (sql.prepare('SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1').get() as AuditEnd | undefined) ?? { id: 0, hash: '' }
/** The number the next audit row will have: a command's position. Only inside a write transaction. */
export const nextPosition = (sql: Sql): number => endOfAudit(sql).id + 1

/** An entry as the database gives it back: what is hashed is what a later check will read, whatever the caller held (U31). */
const asStored = (sql: Sql, e: AuditEntry): AuditEntry =>
  sql
    .prepare('SELECT ? AS at, ? AS userId, ? AS device, ? AS kind, ? AS name, ? AS commandId, ? AS subject, ? AS input, ? AS outcome')
    .get(e.at, e.userId, e.device, e.kind, e.name, e.commandId, e.subject, e.input, e.outcome) as AuditEntry

/** Writes the next row; `end` when the caller has just read it in this transaction. Gives the row's number. */
export const writeAudit = (sql: Sql, given: AuditEntry, end: AuditEnd = endOfAudit(sql)): number => {
  const entry = asStored(sql, given)
  const id = end.id + 1
  const previous = end.hash
  sql
    .prepare(
      'INSERT INTO audit(id, at, userId, device, kind, name, commandId, subject, input, outcome, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)',
    )
    .run(
      id,
      entry.at,
      entry.userId,
      entry.device,
      entry.kind,
      entry.name,
      entry.commandId,
      entry.subject,
      entry.input,
      entry.outcome,
      previous,
      digest(id, entry, previous),
    )
  return id
}

/** Rows cut off at the end leave the chain whole; what their commands wrote still names their numbers. */
const cutAt = (sql: Sql, last: number): number | null => {
  const { pos } = sql.prepare('SELECT max(pos) AS pos FROM change').get() as { pos: number | null }
  return pos !== null && pos > last ? last + 1 : null
}

export type ChainSlice = {
  /** The last row that fits. */
  end: AuditEnd
  /** The first row that was changed, removed or put in; null while all fit. */
  brokenAt: number | null
  /** Nothing comes after it. */
  isEnd: boolean
}

/** Walks at most `limit` rows of the chain after one that was found to fit, and must still be there as it was. */
export const verifySlice = (sql: Sql, from: AuditEnd, limit: number): ChainSlice => {
  const known = sql.prepare('SELECT hash FROM audit WHERE id = ?').get(from.id) as { hash: string } | undefined
  if (from.id > 0 && known?.hash !== from.hash) return { end: from, brokenAt: from.id, isEnd: false }
  const rows = sql.prepare('SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?').all(from.id, limit) as AuditRow[]
  let end = from
  for (const row of rows) {
    if (row.id !== end.id + 1 || row.previous !== end.hash || row.hash !== digest(row.id, row, end.hash))
      return { end, brokenAt: end.id + 1, isEnd: false }
    end = { id: row.id, hash: row.hash }
  }
  const isEnd = rows.length < limit
  return { end, brokenAt: isEnd ? cutAt(sql, end.id) : null, isEnd }
}

/** Walks the whole chain; `brokenAt` names the first row that was changed, removed or put in. */
export const verifyAudit = (sql: Sql): { rows: number; brokenAt: number | null } => {
  let end: AuditEnd = { id: 0, hash: '' }
  for (;;) {
    const seen = verifySlice(sql, end, 2000)
    if (seen.brokenAt !== null || seen.isEnd) return { rows: seen.end.id, brokenAt: seen.brokenAt }
    end = seen.end
  }
}

/** Input as the trail may keep it: secrets named by dotted path are replaced. */
export const withoutSecrets = (input: unknown, secrets: readonly string[]): string => {
  if (secrets.length === 0) return JSON.stringify(input)
  const copy = structuredClone(input) as Record<string, unknown>
  for (const path of secrets) {
    const keys = path.split('.')
    let at: Record<string, unknown> | undefined = copy
    for (const key of keys.slice(0, -1)) at = at?.[key] as Record<string, unknown> | undefined
    if (at && keys.at(-1)! in at) at[keys.at(-1)!] = '…'
  }
  return JSON.stringify(copy)
}
