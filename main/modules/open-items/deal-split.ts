// A result of settling a bill that several deals share is split over them as the bill is. Rules T8 and T11 of SPEC.md.
import type { PostingLine } from '../../../db/ledger/post.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { documentOf } from './item-documents.ts'
import type { Item } from './items.ts'

/**
 * `line` is a result of settling `item` (exchange difference, write-off), in base currency. One posting, or for a bill of several deals one for each
 * of them, adding up exactly (largest remainder), with the deal's salesperson and department.
 */
export const splitOverDeals = async (ctx: CommandContext, item: Item, line: PostingLine): Promise<PostingLine[]> => {
  const { dealWeights } = documentOf(ctx, item)
  if (item.dealId !== null || !dealWeights || line.base === 0) return [line]
  const weights = await dealWeights(ctx, item.documentId)
  const parts = shareOut(
    line.base,
    weights.map((w) => new Decimal(Math.abs(w.weight))),
  )
  return weights.map(({ dealId }, at) => {
    const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
    const owned = deal ? { dealId, ownerId: deal.ownerId, departmentId: deal.departmentId } : {}
    return { ...line, ...owned, base: parts[at]!, foreign: parts[at]! }
  })
}
