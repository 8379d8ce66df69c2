// A sales contract was amended: shipments that have not left follow its lines in amount (H14); what has left stays as it was charged.
import type { CommandContext } from '../../commands/define-command.ts'
import { callFollowers } from './followers.ts'
import { lineStates } from './line-states.ts'
import { shippedAmounts } from './rules.ts'

const openShipments = (ctx: CommandContext, contractId: string) =>
  ctx.db
    .selectFrom('shipment as s')
    .select(['s.id', 's.total', 's.revision'])
    .where('s.status', 'in', ['planned', 'booked'])
    .where('s.id', 'in', (e) => e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.contractId', '=', contractId))
    .orderBy('s.numberKey')
    .execute()

/** Brings planned and booked shipments of the contract to what they would come to now, and asks their followers (H13). */
export const followAmendment = async (ctx: CommandContext, contractId: string): Promise<void> => {
  for (const shipment of await openShipments(ctx, contractId)) {
    const lines = await ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipment.id).orderBy('position').execute()
    const salesLines = lines.map((l) => l.salesLineId)
    const amounts = shippedAmounts(lines, await lineStates(ctx.db, salesLines, shipment.id))
    if (lines.every((l, at) => l.amount === amounts[at])) continue
    lines.forEach((l, at) => ctx.tx.patch('shipment_line', l.id, { amount: amounts[at]! }))
    const total = amounts.reduce((sum, a) => sum + a, 0)
    ctx.tx.patch('shipment', shipment.id, { total, revision: shipment.revision + 1 })
    await callFollowers(ctx, 'afterChange', shipment.id)
  }
}
