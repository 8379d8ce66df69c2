// What of a deal stands as open items.
import type { ReadableDb } from '../../../db/open.ts'

/** References of the items that shipments made for the deal: invoices and tax refunds; a query to be joined. */
export const shipmentItemsOfDeal = (db: ReadableDb, dealId: string) =>
  db
    .selectFrom('shipment_line as l')
    .innerJoin('open_item as i', 'i.documentId', 'l.shipmentId')
    .innerJoin('ledger_key as k', (join) => join.onRef('k.key', '=', 'i.deal').onRef('k.id', '=', 'l.dealId'))
    .select('i.ref')
    .where('l.dealId', '=', dealId)
