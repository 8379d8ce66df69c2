// Purchase contracts as parts of a deal: what they say of its stage, and as documents on its page.
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

const purchase = (condition: string): string =>
  `EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_contract p ON p.id = l.contractId WHERE l.dealId = @deal AND ${condition})`
/** More is shipped of a purchase line than billed, in the unit it is sold in, by more than the conversion rounds (P22). */
const SHIPPED_UNBILLED = '2 * (l.shipped * l.unitsBought - l.billed * l.unitsSold) > l.unitsBought'
export const purchaseFacts = {
  drafts: purchase("p.status = 'draft'"),
  signed: purchase("p.status = 'signed'"),
  unbilledLines: purchase(`p.status <> 'void' AND l.amount <> 0 AND ${SHIPPED_UNBILLED}`),
}

export const purchasesInDeal = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('purchase_contract as x')
    .innerJoin('party as p', 'p.id', 'x.supplierId')
    .select(['x.id', 'x.number', 'x.contractDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.id', 'in', (e) => e.selectFrom('purchase_line as l').select('l.contractId').where('l.dealId', '=', dealId))
  return inSight(q, 'purchase-contract', (condition) => query.where(condition), query)
}
