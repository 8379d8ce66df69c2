// Money that will come or go: what modules know of it, each amount by exactly one of them. The cash forecast of bank accounts adds it up by week (T62).
import type { OwnedResource, Permission } from '../../preload/contract/access.ts'
import type { CASH_CERTAINTY, EXPECTED_CASH } from '../../preload/contract/modules/bank-accounts/calls.ts'
import type { Currency } from '../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { listOf } from './contributions.ts'

export type ExpectedCashKind = (typeof EXPECTED_CASH)[number]
export type ExpectedCash = {
  /** The document that says so: its id opens it. */
  id: string
  number: string
  party: string
  /** When it is due, also in the past; null where nobody can say yet. */
  day: IsoDate | null
  currency: Currency
  /** Minor units, positive, coming and going alike: the source says which. */
  minor: number
}
export type ExpectedCashSource = {
  kind: ExpectedCashKind
  direction: 'in' | 'out'
  certainty: (typeof CASH_CERTAINTY)[number]
  /** A customer pays it, and may pay late. */
  mayBeLate?: true
  /** All of these rights; who lacks one is told that this is not in their forecast. */
  needs: readonly Permission[]
  /** Whose rows: the viewer's scope on this resource; null where nobody owns them. */
  scope: OwnedResource | null
  /** Of what the viewer may see, the scope applied. */
  rows(q: QueryContext): Promise<readonly ExpectedCash[]>
}
export const expectedCash = listOf<readonly ExpectedCashSource[]>('expected cash')
