// Quotations as documents of a deal: every version of those that became one of its contracts. Rule C13 of deals.
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

export const quotationsInDeal = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('quotation as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.quotedOn as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.rootId', 'in', (e) =>
      e
        .selectFrom('sales_contract as c')
        .innerJoin('quotation as o', 'o.contractId', 'c.id')
        .select('o.rootId')
        .where('c.dealId', '=', dealId),
    )
  return inSight(q, 'quotation', (condition) => query.where(condition), query)
}
