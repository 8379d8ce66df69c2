// The entries of the audit trail and how each is chained to the one before: the only place that writes one (SEC49).
import { hash } from 'node:crypto'
import type { Sql } from '../open.ts'
import { contentAt, type Content, type Wrote } from './content.ts'

export type AuditKind = 'command' | 'refusal' | 'sign-in' | 'sign-in-failed' | 'sign-out' | 'export' | 'seal' | 'upgrade'
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
/** The hashes of what an entry wrote as they stand in it; both null in entries from before. */
export type TrailEntry = { [K in keyof Content]: string | null }
export const isCovered = (told: TrailEntry): boolean => told.changes !== null || told.ledger !== null

export type AuditRow = AuditEntry & TrailEntry & { id: number; previous: string; hash: string }

/** The hash of an entry that follows `previous`. */
export const digestOf = (id: number, e: AuditEntry, previous: string, told: TrailEntry): string => {
  const cells = [id, e.at, e.userId, e.device, e.kind, e.name, e.commandId, e.subject, e.input, e.outcome, previous]
  return hash('sha256', JSON.stringify(isCovered(told) ? [...cells, told.changes, told.ledger] : cells), 'base64url')
}

/** The end of the chain: the next row follows it. */
export type AuditEnd = { id: number; hash: string }
/** The last row of the trail. Only inside a write transaction. */
export const endOfAudit = (sql: Sql): AuditEnd =>
  (sql.prepare('SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1').get() as AuditEnd | undefined) ?? { id: 0, hash: '' }

/** An entry as the database gives it back: what is hashed is what a later check will read, whatever the caller held (U31). */
const asStored = (sql: Sql, e: AuditEntry): AuditEntry =>
  sql
    .prepare('SELECT ? AS at, ? AS userId, ? AS device, ? AS kind, ? AS name, ? AS commandId, ? AS subject, ? AS input, ? AS outcome')
    .get(e.at, e.userId, e.device, e.kind, e.name, e.commandId, e.subject, e.input, e.outcome) as AuditEntry

/**
 * Writes the next row, with the hashes of what stands at its position; `wrote` says how many rows its command put there. Gives the row's number.
 * Only inside a write transaction, after all that belongs to the entry.
 */
export const writeAudit = (sql: Sql, given: AuditEntry, wrote: Wrote = { changes: 0, journals: 0, postings: 0 }): number => {
  const end = endOfAudit(sql)
  const e = asStored(sql, given)
  const id = end.id + 1
  const content = contentAt(sql, id, wrote)
  sql
    .prepare(
      `INSERT INTO audit(id, at, userId, device, kind, name, commandId, subject, input, outcome, previous, hash, changes, ledger)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      ...[id, e.at, e.userId, e.device, e.kind, e.name, e.commandId, e.subject, e.input, e.outcome],
      ...[end.hash, digestOf(id, e, end.hash, content), content.changes, content.ledger],
    )
  return id
}

/** An entry of the office itself, about what it did while nobody was served. */
export const writeOwnEntry = (sql: Sql, kind: 'seal' | 'upgrade', name: string, outcome: object, wrote?: Wrote): number => {
  const { at } = sql.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS at").get() as { at: string }
  const nobody = { userId: null, device: 'office', commandId: null, subject: null, input: null }
  return writeAudit(sql, { at, kind, name, ...nobody, outcome: JSON.stringify(outcome) }, wrote)
}
