// What profit estimates hold: a deal in which one was ever made or asked for.
import { sql } from 'kysely'
import type { Hold } from '../../records/holds.ts'

export const estimatesOnDeal: Hold = {
  by: 'profit-estimate',
  against: ['discard'],
  find: async ({ db }, dealId) => {
    const { rows } = await sql<{ number: string }>`
      select number from (
        select number from profit_estimate where dealId = ${dealId} union all select '' from estimate_request where dealId = ${dealId}
      ) order by number = '', number limit 1`.execute(db)
    return rows[0]?.number
  },
}
