// What goes along when a customer is handed over: quotations that are not answered.
import type { Unfinished } from '../../records/hand-over.ts'

export const quotationsOfCustomer: readonly Unfinished[] = [
  {
    table: 'quotation',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('quotation')
        .select('id')
        .where('customerId', '=', customerId)
        .where('status', 'in', ['draft', 'sent'])
        .orderBy('id')
        .execute()
      return rows.map((r) => r.id)
    },
  },
]
