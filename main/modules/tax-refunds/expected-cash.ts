// What the tax bureau owes, by its day. Rule T62 of bank accounts.
import { sql } from 'kysely'
import type { ExpectedCash, ExpectedCashSource } from '../../records/expected-cash.ts'

export const taxRefundsExpected: readonly ExpectedCashSource[] = [
  {
    kind: 'tax-refund',
    ...{ direction: 'in', certainty: 'sure', scope: null },
    needs: ['payable.view'],
    rows: async (q) => {
      const { rows } = await sql<ExpectedCash>`
        select i.documentId as id, i.documentNumber as number, '' as party, i.dueDate as day, i.currency, i.openForeign as minor
        from open_item i where i.account = '1221' and (i.openForeign <> 0 or i.openBase <> 0) and i.openForeign > 0 order by i.id`.execute(
        q.db as never,
      )
      return rows
    },
  },
]
