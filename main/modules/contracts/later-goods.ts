// What later modules know of sold goods: from whom they are bought, and which shipment carries them. They give rows, and this module and those after it join them
// in their own statements: one statement an answer, over the same indexes as if the tables stood in it. Rows of two tables (goods) are never left-joined: SQLite
// would gather all of them first.
import type { RawBuilder } from 'kysely'
import { oneOf } from '../../records/contributions.ts'

/** A line of a purchase contract, with its contract. Quantities are scaled. */
export type BoughtGoods = {
  id: string
  contractId: string
  salesLineId: string | null
  dealId: string | null
  productId: string | null
  unit: string
  quantity: number
  number: string
  numberKey: string
  status: string
  ownerId: string
  departmentId: string | null
}
/** Given by purchasing. */
export const boughtGoods = oneOf<RawBuilder<BoughtGoods>>('bought goods')

/** A shipment. `total`: minor units of its currency. */
export type CarryingShipment = {
  id: string
  number: string
  numberKey: string
  status: string
  total: number
  currency: string
  dispatchedOn: string | null
  ownerId: string
  departmentId: string | null
}
/** A line of a shipment, with its shipment. Quantity scaled, amount in minor units of the shipment's currency. */
export type CarriedGoods = {
  id: string
  shipmentId: string
  position: number
  salesLineId: string
  contractId: string
  dealId: string
  quantity: number
  amount: number
  number: string
  numberKey: string
  status: string
  dispatchedOn: string | null
}
/** Given by shipments. */
export const carryingShipments = oneOf<RawBuilder<CarryingShipment>>('carrying shipments')
export const carriedGoods = oneOf<RawBuilder<CarriedGoods>>('carried goods')
