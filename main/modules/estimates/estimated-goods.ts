// What estimates expect goods to cost, as a purchase contract begins with it (purchasing P28).
import type { QueryContext } from '../../queries/define-query.ts'
import type { EstimatedGoods } from '../purchasing/index.ts'

/** Purchases of the estimates that count for these deals, in base currency, older versions first; nothing for who may not open estimates. */
export const goodsOfEstimates = async (q: QueryContext, dealIds: readonly string[]): Promise<EstimatedGoods[]> => {
  if (!q.may('profit-estimate.view') || !q.may('profit.view')) return []
  let query = q.db
    .selectFrom('profit_estimate as e')
    .innerJoin('profit_estimate_line as l', 'l.estimateId', 'e.id')
    .select(['e.dealId', 'e.id', 'e.number', 'e.estimatedOn as date'])
    .select(['l.productId', 'l.description', 'l.unit', 'l.price', 'l.vatRate', 'l.refundRate'])
    .where('e.dealId', 'in', dealIds)
    .where('e.status', '<>', 'void')
    .where('l.line', '=', 'purchase')
    .where('l.currency', '=', q.company.baseCurrency)
    .where('l.price', 'is not', null)
    .orderBy('e.version')
    .orderBy('l.position')
  const mine = q.scope('profit-estimate', 'e.ownerId', 'e.departmentId')
  if (mine) query = query.where(mine)
  return query.execute()
}
