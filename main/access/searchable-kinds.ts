// The kinds of records that are found by name or number, and which of them a viewer may see.
import { isOwned, type Permission, viewRights } from '../../preload/contract/access.ts'
import { recordOf, type RecordKind, SEARCHABLE_KINDS, type SearchableKind } from '../../preload/contract/records.ts'
import type { Viewer } from './viewer.ts'

type Asking = { viewer: Viewer; may(permission: Permission): boolean }

/** Whether the viewer has the rights that show records of this kind; never for one that goes by the record it belongs to. */
export const mayView = ({ may }: Pick<Asking, 'may'>, kind: RecordKind): boolean => {
  const rights = viewRights(recordOf(kind))
  return rights.length > 0 && rights.every(may)
}

/** The kinds of which the viewer sees every record, whoever owns it. */
export const kindsVisibleWholly = (q: Asking): SearchableKind[] =>
  SEARCHABLE_KINDS.filter((kind) => mayView(q, kind) && (!isOwned(kind) || q.viewer.scopes[kind] === 'all'))
