// The kinds of records that are found by name or number, and which of them a viewer may see.
import { isOwned, type OwnedResource, type Permission, viewRights } from '../../preload/contract/access.ts'
import {
  type AnyRecord,
  recordOf,
  type RecordKind,
  records,
  SEARCHABLE_KINDS,
  type SearchableKind,
} from '../../preload/contract/records.ts'
import type { Viewer } from './viewer.ts'

type Asking = { viewer: Viewer; may(permission: Permission): boolean }

/** Whether the viewer has the rights that show records of this kind; never for one that goes by the record it belongs to. */
export const mayView = ({ may }: Pick<Asking, 'may'>, kind: RecordKind): boolean => {
  const rights = viewRights(recordOf(kind))
  return rights.length > 0 && rights.every(may)
}

/** The way to the row in whose scope records of a kind are seen that have no owner themselves: a declaration in that of its shipment. */
export const rowAbove = ({ scopedBy, of }: AnyRecord) => scopedBy ?? of

/** By whose owner records of a kind are seen. `above`: by that of the row there, if it is one of `rows`; other rows of that table are everybody's. */
export type ScopeOfKind = {
  kind: OwnedResource
  above?: { table: string; column: string; parent: string; rows: AnyRecord['rows'] }
}
/** Undefined where everybody with the right sees every record. */
export const scopeOfKind = (kind: RecordKind): ScopeOfKind | undefined => {
  if (isOwned(kind)) return { kind }
  const record = recordOf(kind)
  const above = rowAbove(record)
  if (!above) return undefined
  if (!('table' in above)) throw new Error(`${kind} is found, and belongs to rows of several tables`)
  const owner = records.find(({ table, kind: one }) => table === above.table && isOwned(one))
  if (!owner) throw new Error(`${kind} is found, and belongs to what has no owner`)
  return {
    kind: owner.kind as OwnedResource,
    above: { table: record.table, column: above.column, parent: above.table, rows: owner.rows },
  }
}

/** The kinds of which the viewer sees every record, whoever owns it. */
export const kindsVisibleWholly = (q: Asking): SearchableKind[] =>
  SEARCHABLE_KINDS.filter((kind) => {
    const scope = scopeOfKind(kind)
    return mayView(q, kind) && (scope === undefined || q.viewer.scopes[scope.kind] === 'all')
  })
