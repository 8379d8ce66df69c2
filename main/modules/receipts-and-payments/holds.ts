// What money holds that names a record: contracts, deals, and the request it was paid on.
import type { Hold } from '../../records/holds.ts'

/** Reversed or not: such a contract stays, if only as void. */
export const receiptsOnSale: Hold = {
  by: 'receipt',
  against: ['discard'],
  find: async ({ db }, contractId) =>
    (await db.selectFrom('receipt').select('number').where('contractId', '=', contractId).orderBy('number').executeTakeFirst())?.number,
}

export const receiptsOnDeal: Hold = {
  by: 'receipt',
  against: ['discard', 'change'],
  find: async ({ db }, dealId) =>
    (await db.selectFrom('receipt').select('number').where('dealId', '=', dealId).orderBy('number').executeTakeFirst())?.number,
}

/** Reversed or not, as for receipts. */
export const paymentsOnPurchase: Hold = {
  by: 'payment',
  against: ['discard'],
  find: async ({ db }, contractId) =>
    (await db.selectFrom('payment').select('number').where('contractId', '=', contractId).orderBy('number').executeTakeFirst())?.number,
}

/** Money that has gone out; reversing it frees the request (T18). */
export const paymentsOnRequest: Hold = {
  by: 'payment',
  against: ['change', 'void'],
  find: async ({ db }, requestId) => {
    const payment = await db
      .selectFrom('payment')
      .select('number')
      .where('requestId', '=', requestId)
      .where('status', '=', 'posted')
      .orderBy('number')
      .executeTakeFirst()
    return payment?.number
  },
}
