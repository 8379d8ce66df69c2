// What goes along when a customer is handed over: letters of credit that are not used up.
import type { Unfinished } from '../../records/hand-over.ts'

export const lettersOfCustomer: readonly Unfinished[] = [
  {
    table: 'letter_of_credit',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('letter_of_credit')
        .select('id')
        .where('customerId', '=', customerId)
        .where('status', 'in', ['draft', 'accepted'])
        .orderBy('id')
        .execute()
      return rows.map((r) => r.id)
    },
  },
]
