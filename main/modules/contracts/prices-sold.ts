// What products were sold for, as typed prices are compared with it (checks SC3).
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { PricesAsked } from '../checks/index.ts'

const newest = sql<number>`row_number() over (partition by l.productId, l.unit order by c.contractDate desc, c.number desc, l.position)`

/** Signed prices of sales contracts the viewer may see, newest first. */
export const pricesSold = async (q: QueryContext, { products, currency, exceptId, most }: PricesAsked) => {
  if (!q.may('sales-contract.view')) return []
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  let from = q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'l.discount', 'c.number', 'c.contractDate as date', newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('c.currency', '=', currency)
    .where('l.price', '>', 0)
    .where('l.discount', '<', 1_000_000)
    .where('c.id', '<>', exceptId)
  if (mine) from = from.where(mine)
  return q.db.selectFrom(from.as('t')).selectAll().where('newest', '<=', most).orderBy('newest').execute()
}
