// What the pages of both kinds of contract have in common as far as amendments are concerned.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'

/** A contract as its query gives it: the version shown, the one in force, the amendment in preparation. */
export type Amended = Pick<QueryOutput<'sales-contract'>, 'id' | 'number' | 'revision' | 'status' | 'version' | 'inForce' | 'amendment'>

/** The page on which an amendment of each kind is prepared. */
export const amendmentRoutes: Readonly<Record<AmendedKind, string>> = {
  'sales-contract': 'sales-amendment',
  'purchase-contract': 'purchase-amendment',
}
/** Not the version in force, and not the one in preparation: it is only read. */
export const isOlder = (data: Amended | undefined): boolean => data !== undefined && data.version !== data.inForce
export const versionText = (version: number): string => `V${version}`
