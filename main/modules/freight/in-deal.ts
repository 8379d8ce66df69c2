// Freight inquiries as documents of a deal: those about one of its contracts or shipments, each with the forwarder that was chosen. Rule C13 of deals.
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

export const inquiriesInDeal = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('freight_inquiry as x')
    .leftJoin('freight_quote as o', 'o.id', 'x.chosenQuoteId')
    .leftJoin('party as p', 'p.id', 'o.forwarderId')
    .select(['x.id', 'x.number', 'x.neededBy as date', 'x.status', 'p.name as party'])
    .select([sql<number | null>`null`.as('total'), sql.lit('').as('currency')])
    .where((e) =>
      e.or([
        e(
          'x.id',
          'in',
          e
            .selectFrom('freight_contract as f')
            .innerJoin('sales_contract as c', 'c.id', 'f.contractId')
            .select('f.inquiryId')
            .where('c.dealId', '=', dealId),
        ),
        e('x.shipmentId', 'in', e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.dealId', '=', dealId)),
      ]),
    )
  return inSight(q, 'freight-inquiry', (condition) => query.where(condition), query)
}
