// A tax refund that came in holds the dispatch whose goods it is for.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** Refuses `already-allocated` while the tax bureau's money stands for goods of this shipment. */
export const requireNoRefund = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  const receipt = await ctx.db
    .selectFrom('tax_refund_line as l')
    .innerJoin('tax_refund_receipt as r', 'r.id', 'l.receiptId')
    .select('r.number')
    .where('l.item', '>', `${shipmentId}:`)
    .where('l.item', '<', `${shipmentId};`)
    .where('r.status', '=', 'posted')
    .executeTakeFirst()
  if (receipt) refuse('already-allocated', { document: receipt.number })
}
