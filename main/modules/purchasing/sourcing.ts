// Which purchase a shipped quantity came from: first bought, first shipped, within the sales line it was bought for. Rule P5; what it costs stands in cost.ts.
import type { CommandContext } from '../../commands/define-command.ts'
import { carriedGoods } from '../contracts/index.ts'
import { roomOf, takeFrom } from './rules.ts'

/** Shipments whose goods have left. */
const GONE = ['dispatched', 'on-board', 'arrived', 'documents-delivered', 'done']

type Room = { id: string; shipped: number; room: number }
/** Lines of signed purchase contracts for a sales line, oldest contract first. */
const roomsOf = async (ctx: CommandContext, salesLineId: string): Promise<Room[]> => {
  const rows = await ctx.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
    .select(['l.id', 'l.quantity', 'l.billed', 'l.shipped', 'l.unitsBought', 'l.unitsSold'])
    .where('l.salesLineId', '=', salesLineId)
    .where('p.status', '=', 'signed')
    .orderBy('p.contractDate')
    .orderBy('p.numberKey')
    .orderBy('l.position')
    .execute()
  return rows.map((r) => ({ id: r.id, shipped: r.shipped, room: roomOf(r) }))
}

/** A line's source is named by both of its ends, so that the same command always makes the same row. */
const sourceId = (shipmentLineId: string, purchaseLineId: string) => `${shipmentLineId}:${purchaseLineId}`

/**
 * Says from which purchases a shipped quantity (scaled) of a sales line comes, oldest contract first, and raises what they have shipped.
 * A quantity that finds no purchase stays without cost until one is signed. Gives the purchase lines touched: pass them to `costLines` or `trueUpCost`.
 */
export const sourceShipment = async (
  ctx: CommandContext,
  shipmentLineId: string,
  salesLineId: string,
  quantity: number,
): Promise<string[]> => {
  const taken = takeFrom(await roomsOf(ctx, salesLineId), quantity)
  for (const { from, quantity: part } of taken) {
    const id = sourceId(shipmentLineId, from.id)
    const known = ctx.tx.row('shipment_source', id)
    if (known) ctx.tx.patch('shipment_source', id, { quantity: known.quantity + part })
    else
      ctx.tx.put('shipment_source', {
        id,
        shipmentLineId,
        purchaseLineId: from.id,
        quantity: part,
        costBase: 0,
        vatBase: 0,
        refundBase: 0,
      })
    ctx.tx.patch('purchase_line', from.id, { shipped: from.shipped + part })
  }
  return taken.map((t) => t.from.id)
}

/**
 * Sources shipped quantities of these sales lines that had found no purchase when they left (P6), oldest shipment first. Gives the purchase lines touched.
 * `exceptShipmentId`: a shipment that is just being taken back.
 */
export const sourceLate = async (ctx: CommandContext, salesLineIds: readonly string[], exceptShipmentId = ''): Promise<string[]> => {
  if (salesLineIds.length === 0) return []
  const waiting = await ctx.db
    .selectFrom(ctx.contributed(carriedGoods).as('l'))
    .leftJoin('shipment_source as c', 'c.shipmentLineId', 'l.id')
    .select((e) => ['l.id', 'l.salesLineId', 'l.quantity', e.fn.coalesce(e.fn.sum<number>('c.quantity'), e.lit(0)).as('sourced')])
    .where('l.salesLineId', 'in', [...salesLineIds])
    .where('l.status', 'in', GONE)
    .where('l.shipmentId', '<>', exceptShipmentId)
    .groupBy('l.id')
    .orderBy('l.dispatchedOn')
    .orderBy('l.numberKey')
    .orderBy('l.position')
    .execute()
  const touched: string[] = []
  for (const line of waiting)
    if (line.sourced < line.quantity)
      touched.push(...(await sourceShipment(ctx, line.id, line.salesLineId, line.quantity - Number(line.sourced))))
  return touched
}
