// Credits as documents of a deal: those that pay for one of its contracts. Rule C13 of deals.
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight, type DealDocumentRow } from '../deals/index.ts'
import { letterStates } from './states.ts'

export const lettersInDeal = async (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> => {
  const query = q.db
    .selectFrom('letter_of_credit as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.issuedOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where('x.id', 'in', (e) =>
      e
        .selectFrom('letter_contract as l')
        .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
        .select('l.letterId')
        .where('c.dealId', '=', dealId),
    )
  const rows = await inSight(q, 'letter-of-credit', (condition) => query.where(condition), query)
  if (rows.length === 0) return rows
  const now = await letterStates(
    q.db,
    q.today,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, status: now.find(({ id }) => id === row.id)?.status ?? row.status }))
}
