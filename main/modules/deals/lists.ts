// Where the list of deals gets its rows.
import { sql } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'

/** A deal's figures from the sums kept beside the postings (ledger L6): income is credit, so it comes back with the other sign. */
const revenue = sql`coalesce((select r.revenue from sum_result r where r.deal = k.key), 0)`
const profit = sql`coalesce((select r.profit from sum_result r where r.deal = k.key), 0)`

/** Neither revenue nor cost: who may not see the profit is told by the revenue alone. */
const nothingBooked = (raw: Record<string, string | number | null>): boolean => raw['revenue'] === 0 && (raw['profit'] ?? 0) === 0

export const dealsLists = defineLists({
  deals: (params, q) => {
    let from = q.db
      .selectFrom('deal as d')
      .innerJoin('party as p', 'p.id', 'd.customerId')
      .innerJoin('user as u', 'u.id', 'd.ownerId')
      .leftJoin('ledger_key as k', 'k.id', 'd.id')
    if (params?.customerId !== undefined) from = from.where('d.customerId', '=', params.customerId)
    return {
      from,
      id: 'd.id',
      owned: { owner: 'd.ownerId', department: 'd.departmentId' },
      search: ['d.number', 'p.name', 'p.nameZh'],
      // Q27: of a deal that has only drafts nothing is earned yet, neither 0.00 nor anything else.
      blank: {
        contracted: (raw) => raw['stage'] === 'draft' && raw['contracted'] === 0,
        revenue: nothingBooked,
        profit: nothingBooked,
      },
      fields: {
        number: 'd.number',
        openedOn: 'd.openedOn',
        customer: 'p.name',
        stage: 'd.stage',
        contracted: 'd.contractedBase',
        revenue,
        profit,
        owner: 'u.name',
        customerId: 'd.customerId',
      },
    }
  },
})
