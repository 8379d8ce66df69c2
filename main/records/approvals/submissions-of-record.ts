// Every submission that is about a record: of itself, of an amendment of it, and of what belongs to it and is approved by itself (a shipment's over-limit request).
import { sql } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import { APPROVAL_KINDS, type RecordKind, recordOf, records } from '../../../preload/contract/records.ts'
import type { ApprovalRow } from './approval-status.ts'

/** Ids under which a record, or what belongs to it, is approved. */
const approvedIds = async (db: ReadableDb, kind: RecordKind, recordId: string): Promise<string[]> => {
  const { table } = recordOf(kind)
  const ids = [recordId]
  for (const { kind: one, of, table: below, approvable } of records) {
    // An amendment is approved under its contract's kind (A21).
    if (of === undefined || (approvable === undefined && one !== 'contract-amendment')) continue
    const parent = 'table' in of ? of.table : of.each[kind]
    if (parent !== table) continue
    const rows = sql<{ id: string }>`(select id from ${sql.table(below)} where ${sql.ref(of.column)} = ${recordId})`.as('below')
    ids.push(...(await db.selectFrom(rows).select('below.id').execute()).map(({ id }) => id))
  }
  return ids
}

/** The newest first; none for a kind that is never approved. Whether the viewer may see them is for the asker to know. */
export const submissionsAbout = async (db: ReadableDb, kind: RecordKind, recordId: string): Promise<ApprovalRow[]> => {
  const kinds = APPROVAL_KINDS.filter((one) => one === kind || recordOf(one).approvable?.as === kind)
  if (kinds.length === 0) return []
  return db
    .selectFrom('approval')
    .selectAll()
    .where('documentId', 'in', await approvedIds(db, kind, recordId))
    .where('kind', 'in', kinds)
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
