// Lines of a customer's signed contracts with something left to ship: what a shipment is put together from.
import { sql } from 'kysely'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { leftToShip } from './rules.ts'

/** Quantities as decimals; `planned` stands in shipments that have not left. Only contracts in the viewer's scope. */
export const linesToShip: QueryHandler<'lines-to-ship'> = async (input, q) => {
  const scope = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  const rows = await q.db
    .selectFrom('sales_contract as c')
    .innerJoin('sales_line as l', 'l.contractId', 'c.id')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .leftJoin('product as p', 'p.id', 'l.productId')
    .select(['l.id as salesLineId', 'l.contractId', 'l.description', 'l.unit', 'l.price', 'l.quantity', 'l.shipped'])
    .select([
      'c.number as contractNumber',
      'c.currency',
      'c.transportMode',
      'c.portOfLoading',
      'c.portOfDischarge',
      'd.id as dealId',
      'd.number as dealNumber',
      'p.code as productCode',
    ])
    .select(
      sql<number>`coalesce((select sum(x.quantity) from shipment_line x join shipment s on s.id = x.shipmentId
        where x.salesLineId = l.id and s.status in ('planned', 'booked')), 0)`.as('planned'),
    )
    .where('c.customerId', '=', input.customerId)
    .where('c.status', '=', 'signed')
    .whereRef('l.shipped', '<', 'l.quantity')
    .$if(input.currency !== undefined, (b) => b.where('c.currency', '=', input.currency!))
    .$if(input.contractId !== undefined, (b) => b.where('c.id', '=', input.contractId!))
    .$if(scope !== undefined, (b) => b.where(scope!))
    .orderBy('c.contractDate')
    .orderBy('c.numberKey')
    .orderBy('l.position')
    .execute()
  return rows
    .map((row) => ({ ...row, left: leftToShip(row) }))
    .filter((row) => row.left > 0)
    .map((row) => ({
      ...row,
      transportMode: row.transportMode as TransportMode | null,
      price: scaledText(row.price, 'price'),
      quantity: scaledText(row.quantity, 'quantity'),
      shipped: scaledText(row.shipped, 'quantity'),
      planned: scaledText(row.planned, 'quantity'),
      left: scaledText(row.left, 'quantity'),
    }))
}
