// What documents contribute to the deal they belong to. Each module gives its part; a deal knows no table of theirs.
import type { OwnedResource, Permission } from '../../../preload/contract/access.ts'
import type { Secret } from '../../../preload/contract/figures.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { listOf, oneOf } from '../../records/contributions.ts'
import type { RecordOwner } from '../people/index.ts'
import type { DealFacts } from './rules.ts'

/** A document as a deal's page lists it. `status`: '' of a kind without states. `total`: minor units of `currency`; null where it has no amount of its own. */
export type DealDocumentRow = {
  id: string
  number: string
  date: string | null
  status: string
  party: string | null
  total: number | null
  currency: string
}
export type DealDocuments = {
  kind: string
  permission: Permission
  /** Totals are null for who may not see such a figure. */
  secret?: Secret
  /** Documents of the deal in the viewer's scope. */
  find(q: QueryContext, dealId: string): Promise<DealDocumentRow[]>
}
export const dealDocuments = listOf<DealDocuments>('documents of a deal')

/** Statement over a deal `@deal`, one row: what of it is sold. Given by sales contracts. */
export const soldInDeal = oneOf<string>('sold in a deal')
/** What else decides a deal's stage: conditions over a deal `@deal` in SQL. Each goes over an index and ends at the first row that answers it. */
export const dealFacts = {
  shipments: oneOf<string>('shipments of a deal'),
  purchaseDrafts: oneOf<string>('purchase drafts of a deal'),
  purchaseSigned: oneOf<string>('signed purchases of a deal'),
  unbilledLines: oneOf<string>('unbilled purchases of a deal'),
  openPayables: oneOf<string>('open payables of a deal'),
} satisfies Partial<Record<keyof DealFacts, unknown>>

/** Called once the deal was given to another owner: what belongs to it as a whole goes where it goes (its profit estimates). */
export const afterDealGiven = listOf<(ctx: CommandContext, dealId: string, owner: RecordOwner) => Promise<void>>('after deal given')

type Runnable = { execute(): Promise<DealDocumentRow[]> }
type Condition = NonNullable<ReturnType<QueryContext['scope']>>
/** Rows of a query over documents `x` within the viewer's scope. */
export const visible = (
  q: QueryContext,
  resource: OwnedResource,
  limited: (condition: Condition) => Runnable,
  all: Runnable,
): Promise<DealDocumentRow[]> => {
  const condition = q.scope(resource, 'x.ownerId', 'x.departmentId')
  return (condition ? limited(condition) : all).execute()
}
