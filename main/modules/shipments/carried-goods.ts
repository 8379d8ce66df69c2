// Shipments and their lines as earlier modules join them in their own statements (contracts/later-goods.ts).
import { sql } from 'kysely'
import type { CarriedGoods, CarryingShipment } from '../contracts/index.ts'

export const shipmentRows = sql<CarryingShipment>`(select id, number, numberKey, status, total, currency, dispatchedOn, ownerId, departmentId from shipment)`
export const carriedRows = sql<CarriedGoods>`(select x.id, x.shipmentId, x.position, x.salesLineId, x.contractId, x.dealId, x.quantity, x.amount,
  s.number, s.numberKey, s.status, s.dispatchedOn
  from shipment_line x join shipment s on s.id = x.shipmentId)`
