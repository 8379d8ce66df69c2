// Records that carry files: who may see those of a record, and who may add to them. One rule for every kind, read off its declaration. Rule FI7 of files.
import type { Sql } from '../../db/open.ts'
import type { Permission, Resource } from '../../preload/contract/access.ts'
import { seesSecret } from '../../preload/contract/figures.ts'
import { type AnyRecord, type AttachableKind, recordOf } from '../../preload/contract/records.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { type Reading, type RecordRow, seenRecord, storedRecord, rowTitle } from './seen-record.ts'

export type RecordWithFiles = {
  kind: AttachableKind
  row: RecordRow
  title: string
  /** Its files tell figures that this person may not see. */
  withheld: boolean
  mayAdd: boolean
  /** The right that lets somebody add, the first of several. */
  addRight: Permission
}

const addRights = ({ attachable, kind, actions = [] }: AnyRecord): readonly Permission[] => {
  const add = typeof attachable === 'object' ? attachable.add : undefined
  return (add ?? [actions.includes('edit') ? `${kind}.edit` : `${kind}.create`]) as readonly Permission[]
}

/** The record with this id as far as the viewer may see it; undefined for an unknown one and one out of sight alike (SEC43). */
export const recordWithFiles = (q: Reading, kind: AttachableKind, id: string): RecordWithFiles | undefined => {
  const record = recordOf(kind)
  const row = seenRecord(q, kind, id)
  if (!row) return undefined
  const figure = typeof record.attachable === 'object' ? record.attachable.figure : undefined
  const withheld = figure !== undefined && !seesSecret(q.may, figure)
  const rights = addRights(record)
  return { kind, row, title: rowTitle(record, row), withheld, mayAdd: !withheld && rights.some(q.may), addRight: rights[0]! }
}

/** The same; refuses `not-found`. */
export const requireRecordWithFiles = (q: Reading, kind: AttachableKind, id: string): RecordWithFiles =>
  recordWithFiles(q, kind, id) ?? refuse('not-found', { resource: kind as Resource })

/** Whether there is such a record, whoever may see it. */
export const recordExists = (sql: Sql, kind: AttachableKind, id: string): boolean => storedRecord(sql, kind, id) !== undefined
