// Open items of the tax refund: one for each shipment and sales contract, opened by the first cost that has a refund and moved by every later one (P8).
import type { PostingLine } from '../../../db/ledger/post.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'

type ItemPart = Pick<PostingLine, 'opens' | 'item'>
/** Refund items are numbered from here, beyond the receivables of the same shipment. */
const FIRST = 9001

/**
 * For one journal: gives the item to move, or the one to open, for a shipment and sales contract. A new one is opened when there is none,
 * or when the last one is settled and belongs to an earlier dispatch (its due date differs). What is posted later of goods that came back moves their own.
 */
export const refundItems = (ctx: CommandContext) => {
  const opened = new Map<string, number>()
  return async (shipmentId: string, salesContractId: string, dueDate: IsoDate): Promise<ItemPart> => {
    const items = await ctx.db
      .selectFrom('open_item as i')
      .leftJoin('ledger_key as k', 'k.key', 'i.contract')
      .select(['i.ref', 'i.openForeign', 'i.dueDate', 'k.id as contractId'])
      .where('i.ref', '>', `${shipmentId}:9`)
      .where('i.ref', '<', `${shipmentId}:A`)
      .where('i.kind', '=', 'tax-refund')
      .orderBy('i.id')
      .execute()
    const own = items.filter((i) => i.contractId === salesContractId)
    const item = own.findLast((i) => i.dueDate === dueDate) ?? own.at(-1)
    if (item && (item.openForeign !== 0 || item.dueDate === dueDate)) return { item: item.ref }
    const more = opened.get(shipmentId) ?? 0
    opened.set(shipmentId, more + 1)
    return { opens: { ref: `${shipmentId}:${FIRST + items.length + more}`, kind: 'tax-refund', dueDate } }
  }
}
