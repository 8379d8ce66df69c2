// Sales contracts as parts of a deal: what they say of its stage, and as documents on its page.
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

/** What is sold in the deal `@deal`: one row. */
export const SOLD = `
  SELECT c.*,
    EXISTS (SELECT 1 FROM sales_contract c JOIN sales_line l ON l.contractId = c.id
      WHERE c.dealId = @deal AND c.status = 'signed' AND l.shipped < l.quantity) AS unshippedLines
  FROM (SELECT count(*) FILTER (WHERE status = 'draft') AS salesDrafts, count(*) FILTER (WHERE status = 'signed') AS salesSigned,
      coalesce(sum(totalBase) FILTER (WHERE status = 'signed'), 0) AS contractedBase
    FROM sales_contract WHERE dealId = @deal) c`

export const contractsInDeal = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('sales_contract as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.contractDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.dealId', '=', dealId)
  return inSight(q, 'sales-contract', (condition) => query.where(condition), query)
}
