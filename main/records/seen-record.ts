// Any record by its kind and id, as far as somebody may see it: for what hangs on records of many kinds (files, papers). One rule, read off the declarations.
import type { Sql } from '../../db/open.ts'
import { isOwned, viewRights, type Permission, type Resource } from '../../preload/contract/access.ts'
import { type AnyRecord, type RecordKind, recordOf, records } from '../../preload/contract/records.ts'
import { rowAbove } from '../access/searchable-kinds.ts'
import { departmentPaths, inScope, type Viewer } from '../access/viewer.ts'

/** Of a command or a query alike. */
export type Reading = { sql: Sql; viewer: Viewer; may(permission: Permission): boolean }
export type RecordRow = Readonly<Record<string, unknown>> & { id: string }

/** A kind that names no rows of its table has those that no other kind of it names: a customer is no vendor, though both are parties. */
const isOfKind = (record: AnyRecord, row: RecordRow): boolean =>
  record.rows !== undefined || !records.some(({ table, rows }) => table === record.table && rows?.values.includes(String(row[rows.column])))

/** The row of a record, whoever may see it. Names of tables and columns are those of the declarations, never taken from an input. */
export const storedRecord = (sql: Sql, kind: RecordKind, id: string): RecordRow | undefined => {
  const record = recordOf(kind)
  const { table, rows } = record
  const row = sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as RecordRow | undefined
  if (!row || !isOfKind(record, row)) return undefined
  return rows === undefined || rows.values.includes(String(row[rows.column])) ? row : undefined
}

/** What a row is called: the first of its record's title columns that says something. */
export const rowTitle = ({ title = [] }: AnyRecord, row: RecordRow): string =>
  String(title.map((column) => row[column]).find((text) => text) ?? '')
/** The same of a record by its id, whoever may see it; '' for an unknown one. */
export const recordTitle = (sql: Sql, kind: RecordKind, id: string): string => {
  const row = storedRecord(sql, kind, id)
  return row ? rowTitle(recordOf(kind), row) : ''
}

/** A row for who may see it; undefined for an unknown one and one out of sight alike (SEC43). */
export const seenRecord = (q: Reading, kind: RecordKind, id: string): RecordRow | undefined => {
  if (!viewRights(recordOf(kind)).every(q.may)) return undefined
  const row = storedRecord(q.sql, kind, id)
  if (!row) return undefined
  return isInScope(q, recordOf(kind), row) ? row : undefined
}

/** In the scope of its own kind, or of the row above: a declaration is its shipment's, a credit note its customer's. */
export const isInScope = (q: Pick<Reading, 'sql' | 'viewer'>, record: AnyRecord, row: RecordRow): boolean => {
  const { kind } = record
  if (isOwned(kind as Resource)) {
    const owner = { ownerId: (row['ownerId'] as string | null) ?? null, departmentId: (row['departmentId'] as string | null) ?? null }
    return inScope(q.viewer, kind as never, owner, departmentPaths(q.sql))
  }
  const above = rowAbove(record)
  if (!above) return true
  const table = 'table' in above ? above.table : above.each[String(row[above.by])]
  const id = String(row[above.column])
  return records
    .filter((one) => one.table === table)
    .some((parent) => {
      const stored = storedRecord(q.sql, parent.kind, id)
      return stored !== undefined && isInScope(q, parent, stored)
    })
}
