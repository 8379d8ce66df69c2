// What purchase contracts hold: the sales contract they buy for, and the deal they are in; and the goods that left hold the contract itself.
import type { Hold } from '../../records/holds.ts'
import { shippedFrom } from './used.ts'

/** One that is void holds no contract. */
export const purchasesOnSale: Hold = {
  by: 'purchase-contract',
  against: ['void', 'discard'],
  find: async ({ db }, contractId) => {
    const bought = await db
      .selectFrom('sales_line as s')
      .innerJoin('purchase_line as l', 'l.salesLineId', 's.id')
      .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
      .select('p.number')
      .where('s.contractId', '=', contractId)
      .where('p.status', '<>', 'void')
      .orderBy('p.number')
      .executeTakeFirst()
    return bought?.number
  },
}

/** Void ones too: they keep their history. */
export const purchasesOnDeal: Hold = {
  by: 'purchase-contract',
  against: ['discard', 'change'],
  find: async ({ db }, dealId) => {
    const line = await db
      .selectFrom('purchase_line as l')
      .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
      .select('p.number')
      .where('l.dealId', '=', dealId)
      .orderBy('p.number')
      .executeTakeFirst()
    return line?.number
  },
}

export const goodsLeft: Hold = {
  by: 'shipment',
  against: ['void'],
  find: async (on, contractId) => {
    const lines = await on.db
      .selectFrom('purchase_line')
      .select('id')
      .where('contractId', '=', contractId)
      .where('shipped', '<>', 0)
      .execute()
    return shippedFrom(
      on,
      lines.map((l) => l.id),
    )
  },
}
