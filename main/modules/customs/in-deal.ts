// Declarations and certificates of origin as documents of a deal: those of the shipments that carry a line of it, as far as the shipments are seen. Rule CD15.
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import { inSight } from '../deals/index.ts'

/** Shipments with a line of the deal, and their customers. */
const shipmentsOf = ({ db }: QueryContext, dealId: string) =>
  db
    .selectFrom('shipment as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select(['p.name as party', 'x.currency', sql.lit('').as('status'), sql<number | null>`null`.as('total')])
    .where('x.id', 'in', (e) => e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.dealId', '=', dealId))

export const declarationsInDeal = (q: QueryContext, dealId: string) => {
  const query = shipmentsOf(q, dealId)
    .innerJoin('customs_declaration as d', 'd.shipmentId', 'x.id')
    .select(['d.id', 'd.number', 'd.exportOn as date'])
  return inSight(q, 'shipment', (condition) => query.where(condition), query)
}

export const certificatesInDeal = (q: QueryContext, dealId: string) => {
  const query = shipmentsOf(q, dealId)
    .innerJoin('origin_certificate as d', 'd.shipmentId', 'x.id')
    .select(['d.id', 'd.number', 'd.declaredOn as date'])
  return inSight(q, 'shipment', (condition) => query.where(condition), query)
}
