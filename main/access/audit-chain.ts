// How the chain of the audit trail stands, as the office found it when it last looked by itself. Kept beside the settings. Rules U18, U19 of people.
import type { Sql } from '../../db/open.ts'
import type { AuditEnd } from '../../db/trail/entries.ts'
import type { BreakPart } from '../../preload/contract/modules/audit/calls.ts'

export type AuditChain = {
  /** The last entry that was found whole, with its hash: the next look goes on from here. */
  end: AuditEnd
  /** When a look last came to the end, or to the break. */
  checkedAt: string
  /** The first entry that does not fit; null while the chain is whole. */
  brokenAt: number | null
  /** What of that entry does not fit, and when it was written; absent in notes of earlier versions. */
  part?: BreakPart
  at?: string
  /** When the break was first found. */
  since: string | null
}
const KEY = 'audit-chain'

export const readAuditChain = (sql: Sql): AuditChain | undefined => {
  const row = sql.prepare('SELECT value FROM setting WHERE key = ?').get(KEY) as { value: string } | undefined
  return row && (JSON.parse(row.value) as AuditChain)
}
/** Not captured and not audited: it is the office's own note, made anew every hour. */
export const keepAuditChain = (sql: Sql, chain: AuditChain): void =>
  void sql
    .prepare('INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value')
    .run(KEY, JSON.stringify(chain))
