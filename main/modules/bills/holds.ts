// What bills and credit notes hold: the purchase contract that is billed, and the deals that share them.
import type { Hold } from '../../records/holds.ts'
import { billedPurchases } from './billed-purchases.ts'

/** A line that is billed holds its contract; one whose bills all went back does not. */
export const billsOnPurchase: Hold = {
  by: 'bill',
  against: ['void'],
  find: async ({ db }, contractId) => {
    const lines = await db.selectFrom('purchase_line').select('id').where('contractId', '=', contractId).where('billed', '<>', 0).execute()
    if (lines.length === 0) return undefined
    const ids = lines.map((l) => l.id)
    return (await billedPurchases.firstOf(db, ids)) ?? ''
  },
}

export const billsOnDeal: Hold = {
  by: 'bill',
  against: ['discard', 'change'],
  find: async ({ db }, dealId) => {
    const share = await db
      .selectFrom('bill_share as s')
      .innerJoin('bill_line as l', 'l.id', 's.billLineId')
      .innerJoin('bill as b', 'b.id', 'l.billId')
      .select('b.number')
      .where('s.dealId', '=', dealId)
      .orderBy('b.number')
      .executeTakeFirst()
    return share?.number
  },
}

export const creditNotesOnDeal: Hold = {
  by: 'credit-note',
  against: ['discard', 'change'],
  find: async ({ db }, dealId) =>
    (await db.selectFrom('credit_note').select('number').where('dealId', '=', dealId).orderBy('number').executeTakeFirst())?.number,
}
