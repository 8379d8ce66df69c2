// What tax refunds hold: the dispatch for whose goods the tax bureau's money came in.
import type { Hold } from '../../records/holds.ts'

export const refundsOnShipment: Hold = {
  by: 'tax-refund-receipt',
  against: ['reverse'],
  find: async ({ db }, shipmentId) => {
    const receipt = await db
      .selectFrom('tax_refund_line as l')
      .innerJoin('tax_refund_receipt as r', 'r.id', 'l.receiptId')
      .select('r.number')
      .where('l.item', '>', `${shipmentId}:`)
      .where('l.item', '<', `${shipmentId};`)
      .where('r.status', '=', 'posted')
      .orderBy('r.number')
      .executeTakeFirst()
    return receipt?.number
  },
}
