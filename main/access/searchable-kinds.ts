// The kinds of records that are found by name or number, and which of them a viewer may see.
import { resources, type OwnedResource, type Permission } from '../../preload/contract/access.ts'
import { FOUND_KINDS } from '../../preload/contract/modules/workbench/calls.ts'
import type { Viewer } from './viewer.ts'

export type SearchableKind = (typeof FOUND_KINDS)[number]
type Asking = { viewer: Viewer; may(permission: Permission): boolean }

/** An estimate is cost and profit through and through: its own right alone does not show it. */
export const mayView = ({ may }: Pick<Asking, 'may'>, kind: SearchableKind): boolean =>
  may(`${kind}.view` as Permission) && (kind !== 'profit-estimate' || (may('profit.view') && may('cost.view')))
export const isOwned = (kind: SearchableKind): kind is SearchableKind & OwnedResource => resources[kind].owned

/** The kinds of which the viewer sees every record, whosever it is. */
export const kindsVisibleWholly = (q: Asking): SearchableKind[] =>
  FOUND_KINDS.filter((kind) => mayView(q, kind) && (!isOwned(kind) || q.viewer.scopes[kind] === 'all'))
