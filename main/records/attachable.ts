// Records that carry files: who may see those of a record, and who may add to them. One rule for every kind, read off its declaration. Rule FI7 of files.
import type { Sql } from '../../db/open.ts'
import { isOwned, viewRights, type Permission, type Resource } from '../../preload/contract/access.ts'
import { seesSecret } from '../../preload/contract/figures.ts'
import { type AnyRecord, type AttachableKind, recordOf, records } from '../../preload/contract/records.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { departmentPaths, inScope, type Viewer } from '../access/viewer.ts'

/** Of a command or a query alike. */
type Asking = { sql: Sql; viewer: Viewer; may(permission: Permission): boolean }
type Row = Readonly<Record<string, unknown>> & { id: string }
export type RecordWithFiles = {
  kind: AttachableKind
  row: Row
  title: string
  /** Its files tell figures that this person may not see. */
  withheld: boolean
  mayAdd: boolean
  /** The right that lets somebody add, the first of several. */
  addRight: Permission
}

/** Names of tables and columns are those of the declarations, never taken from an input. */
const rowOf = (sql: Sql, { table, rows }: AnyRecord, id: string): Row | undefined => {
  const row = sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Row | undefined
  return row && (rows === undefined || rows.values.includes(String(row[rows.column]))) ? row : undefined
}
/** A kind that names no rows of its table has those that no other kind of it names: a customer is no vendor, though both are parties. */
const isOfKind = (record: AnyRecord, row: Row): boolean =>
  record.rows !== undefined || !records.some(({ table, rows }) => table === record.table && rows?.values.includes(String(row[rows.column])))

const addRights = ({ attachable, kind, actions = [] }: AnyRecord): readonly Permission[] => {
  const add = typeof attachable === 'object' ? attachable.add : undefined
  return (add ?? [actions.includes('edit') ? `${kind}.edit` : `${kind}.create`]) as readonly Permission[]
}

/** The record with this id as far as the viewer may see it; undefined for an unknown one and one out of sight alike (SEC43). */
export const recordWithFiles = (q: Asking, kind: AttachableKind, id: string): RecordWithFiles | undefined => {
  const record = recordOf(kind)
  if (!viewRights(record).every(q.may)) return undefined
  const row = rowOf(q.sql, record, id)
  if (!row || !isOfKind(record, row)) return undefined
  const owner = { ownerId: (row['ownerId'] as string | null) ?? null, departmentId: (row['departmentId'] as string | null) ?? null }
  if (isOwned(kind) && !inScope(q.viewer, kind, owner, departmentPaths(q.sql))) return undefined
  const figure = typeof record.attachable === 'object' ? record.attachable.figure : undefined
  const withheld = figure !== undefined && !seesSecret(q.may, figure)
  const title = (record.title ?? []).map((column) => row[column]).find((text) => text)
  const rights = addRights(record)
  return { kind, row, title: String(title ?? ''), withheld, mayAdd: !withheld && rights.some(q.may), addRight: rights[0]! }
}

/** The same; refuses `not-found`. */
export const requireRecordWithFiles = (q: Asking, kind: AttachableKind, id: string): RecordWithFiles =>
  recordWithFiles(q, kind, id) ?? refuse('not-found', { resource: kind as Resource })

/** Whether there is such a record, whoever may see it. */
export const recordExists = (sql: Sql, kind: AttachableKind, id: string): boolean => {
  const record = recordOf(kind)
  const row = rowOf(sql, record, id)
  return row !== undefined && isOfKind(record, row)
}
