// What shipments hold: the sales contract whose goods they carry, and the deal these are of.
import type { ReadableDb } from '../../../db/open.ts'
import type { Hold } from '../../records/holds.ts'

const carrying = (db: ReadableDb) =>
  db.selectFrom('shipment_line as x').innerJoin('shipment as s', 's.id', 'x.shipmentId').select('s.number').orderBy('s.number')

/** One that is void holds no contract. */
export const shipmentsOnSale: Hold = {
  by: 'shipment',
  against: ['void', 'discard'],
  find: async ({ db }, contractId) =>
    (await carrying(db).where('x.contractId', '=', contractId).where('s.status', '<>', 'void').executeTakeFirst())?.number,
}

/** Void ones too: they keep their history. */
export const shipmentsOnDeal: Hold = {
  by: 'shipment',
  against: ['discard', 'change'],
  find: async ({ db }, dealId) => (await carrying(db).where('x.dealId', '=', dealId).executeTakeFirst())?.number,
}
