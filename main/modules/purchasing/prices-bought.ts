// What products were bought for, as typed prices are compared with it (checks SC3, SC4).
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { PricesAsked } from '../checks/index.ts'

const newest = sql<number>`row_number() over (partition by l.productId, l.unit order by c.contractDate desc, c.number desc, l.position)`

/** Signed prices of purchase contracts, newest first, for who may see costs. */
export const pricesBought = async (q: QueryContext, { products, currency, exceptId, most }: PricesAsked) => {
  if (!q.may('cost.view') || !q.may('purchase-contract.view')) return []
  const mine = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId')
  let from = q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'c.number', 'c.contractDate as date', sql<number>`0`.as('discount'), newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('c.currency', '=', currency)
    .where('l.price', '>', 0)
    .where('c.id', '<>', exceptId)
  if (mine) from = from.where(mine)
  return q.db.selectFrom(from.as('t')).selectAll().where('newest', '<=', most).orderBy('newest').execute()
}

/** The last signed purchase of each product and unit, with the rate of its contract. */
export const costsBought = (q: QueryContext, products: readonly string[]) => {
  const from = q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'l.vatRate', 'l.refundRate', 'c.rate', newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('l.price', '>', 0)
  return q.db.selectFrom(from.as('t')).selectAll().where('newest', '=', 1).execute()
}
