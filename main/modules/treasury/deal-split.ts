// A result of a bill that several deals share is theirs together: it is split over them as the bill is. Rules T8 and T11 of SPEC.md.
import { codeSortKey } from '../../../db/kept-keys.ts'
import type { PostingLine } from '../../../db/ledger/post.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { Item } from './items.ts'

export type DealWeight = { dealId: string | null; weight: number }
/** What of a bill each deal bears, in base minor units, the deals by number; null for what no deal does, at the end. */
export const dealWeightsOfBill = async (ctx: CommandContext, billId: string): Promise<DealWeight[]> => {
  const lines = await ctx.db
    .selectFrom('bill_line as l')
    .leftJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
    .leftJoin('deal as d', 'd.id', 'p.dealId')
    .select(['l.id', 'p.dealId', 'd.number', 'l.netBase', 'l.vatBase'])
    .where('l.billId', '=', billId)
    .orderBy('l.position')
    .execute()
  const shares = await ctx.db
    .selectFrom('bill_share as s')
    .innerJoin('bill_line as l', 'l.id', 's.billLineId')
    .innerJoin('deal as d', 'd.id', 's.dealId')
    .select(['s.billLineId', 's.dealId', 'd.number', 's.amountBase'])
    .where('l.billId', '=', billId)
    .execute()
  const by = new Map<string | null, DealWeight & { number: string | null }>()
  const add = (dealId: string | null, number: string | null, weight: number) =>
    by.set(dealId, { dealId, number, weight: (by.get(dealId)?.weight ?? 0) + weight })
  for (const line of lines) {
    const own = shares.filter((s) => s.billLineId === line.id)
    for (const share of own) add(share.dealId, share.number, share.amountBase)
    if (own.length === 0) add(line.dealId, line.number, line.netBase + line.vatBase)
  }
  const order = (n: string | null) => (n === null ? '\uffff' : codeSortKey(n))
  return [...by.values()]
    .toSorted((a, b) => compareTexts(order(a.number), order(b.number)))
    .map(({ dealId, weight }) => ({ dealId, weight }))
}

/**
 * `line` is a result of settling `item` (exchange difference, write-off), in base currency. One posting, or for a bill of several deals one for each
 * of them, adding up exactly (largest remainder), with the deal's salesperson and department.
 */
export const splitOverDeals = async (ctx: CommandContext, item: Item, line: PostingLine): Promise<PostingLine[]> => {
  if (item.dealId !== null || item.documentKind !== 'bill' || line.base === 0) return [line]
  const weights = await dealWeightsOfBill(ctx, item.documentId)
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
