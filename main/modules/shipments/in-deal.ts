// Shipments as parts of a deal: what they say of its stage, and as documents on its page.
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

/** Whether a shipment carries a line of the deal `@deal`, planned or gone. */
export const CARRIED = `EXISTS (SELECT 1 FROM shipment_line l JOIN shipment s ON s.id = l.shipmentId WHERE l.dealId = @deal AND s.status <> 'void')`

export const shipmentsInDeal = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('shipment as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select((e) => [e.fn.coalesce('x.dispatchedOn', 'x.etd').as('date'), 'x.id', 'x.number', 'x.status', 'p.name as party'])
    .select(['x.total', 'x.currency'])
    .where('x.id', 'in', (e) => e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.dealId', '=', dealId))
  return inSight(q, 'shipment', (condition) => query.where(condition), query)
}
