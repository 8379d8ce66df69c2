// What the document of an open item knows and the item does not: its deals, and what follows when its item is applied. Each later module contributes its own documents.
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { oneForEach } from '../../records/contributions.ts'
import type { Said } from '../../records/papers/index.ts'
import type { Item } from './items.ts'

/** What a document says on a statement of account that the ledger does not know; `invoice` of a bill: the VAT invoice by its number, or that it has none and should. */
export type OnStatement = {
  references?: readonly string[]
  contracts?: readonly string[]
  deals?: readonly string[]
  shipments?: readonly string[]
  /** Kinds of cost. */
  costs?: readonly Said[]
  invoice?: { number: string; isMissing: boolean }
}
export type DealWeight = { dealId: string | null; weight: number }
export type ItemDocument = {
  /** Deals whose stage may follow from the document; of documents without it, the item's own deal. */
  deals?: (ctx: CommandContext, documentId: string) => Promise<readonly string[]>
  /** What each deal bears of it in base minor units, deals by number, null for what no deal bears; without it the item's own deal bears all (T8, T11). */
  dealWeights?: (ctx: CommandContext, documentId: string) => Promise<readonly DealWeight[]>
  /** Called inside the command after the document's item was applied on a day, or an application was reversed. */
  applied?: (ctx: CommandContext, item: Item, on: IsoDate) => Promise<void>
  /** Called when the item passes to the salesperson to whom the customer now belongs (T41). */
  giveTo?: (ctx: CommandContext, documentId: string, owner: { ownerId: string; departmentId: string | null }) => void
  /** What stands beside such documents on a statement of account, by their ids. Nothing of another party: it is read by who the statement is for. */
  onStatement?: (q: QueryContext, documentIds: readonly string[]) => Promise<ReadonlyMap<string, OnStatement>>
}

/** Contributed by the modules whose documents open items, by kind of document. */
export const itemDocument = oneForEach<string, ItemDocument>('item document')
const none: ItemDocument = {}
export const documentOf = (ctx: CommandContext, item: Item): ItemDocument => ctx.contributed(itemDocument)(item.documentKind) ?? none
