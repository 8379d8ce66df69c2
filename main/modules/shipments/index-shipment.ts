// What a shipment is found by (Ctrl+K): its numbers, vessel and containers, and the customer's names.
import type { ShipmentFields } from '../../../preload/contract/modules/shipments/calls.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { callFollowers } from './followers.ts'

/** Brings the entry of the shipment, as it is stored now, up to date, and those of what is found by it. */
export const indexShipment = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  const shipment = ctx.tx.row('shipment', shipmentId)!
  const customer = ctx.tx.row('party', shipment.customerId)!
  const containers = JSON.parse(shipment.containers) as ShipmentFields['containers']
  indexRecord(ctx, {
    id: shipment.id,
    kind: 'shipment',
    title: shipment.number,
    detail: customer.name,
    ownerId: shipment.ownerId,
    departmentId: shipment.departmentId,
    words: [
      customer.nameZh,
      customer.shortName,
      shipment.invoiceNumber,
      shipment.bookingNumber,
      shipment.billOfLadingNumber,
      shipment.declarationNumber,
      shipment.vessel,
      ...containers.map((c) => c.number),
    ],
  })
  await callFollowers(ctx, 'afterIndexed', shipmentId)
}
