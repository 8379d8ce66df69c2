// What goes along when a customer is handed over: receipts with money that is not applied.
import type { Unfinished } from '../../records/hand-over.ts'

export const receiptsOfCustomer: readonly Unfinished[] = [
  {
    fact: true,
    table: 'receipt',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('receipt as r')
        .innerJoin('open_item as i', 'i.ref', 'r.item')
        .select('r.id')
        .where('r.customerId', '=', customerId)
        .where('i.openForeign', '<>', 0)
        .orderBy('r.id')
        .execute()
      return rows.map((r) => r.id)
    },
  },
]
