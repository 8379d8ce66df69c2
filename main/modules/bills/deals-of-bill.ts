// The deals of a bill: those it bills goods of and those that share its costs, and what each of them bears.
import { codeSortKey } from '../../../db/folded-keys.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { DealWeight } from '../open-items/index.ts'

/** Deals of the bill, one for each line or share. */
export const dealsOfBill = async (ctx: CommandContext, billId: string): Promise<string[]> => {
  const billed = await ctx.db
    .selectFrom('bill_line as l')
    .innerJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
    .select('p.dealId')
    .where('l.billId', '=', billId)
    .execute()
  const shared = await ctx.db
    .selectFrom('bill_line as l')
    .innerJoin('bill_share as s', 's.billLineId', 'l.id')
    .select('s.dealId')
    .where('l.billId', '=', billId)
    .execute()
  return [...billed, ...shared].flatMap(({ dealId }) => (dealId === null ? [] : [dealId]))
}

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
