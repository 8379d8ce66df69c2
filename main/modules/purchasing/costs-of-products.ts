// What products cost most lately: the price of their last signed purchase in base currency, with the VAT and refund rates they are bought at now.
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { ofScaled, scaledText, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { priceIn } from '../../../preload/contract/vocabulary/units.ts'
import type { QueryContext } from '../../queries/define-query.ts'

/** VAT-inclusive price of one unit of the product in base currency, six decimals half-up; products that were never bought in it are left out. */
export const costsOfProducts = async (
  { productIds }: QueryParsed<'costs-of-products'>,
  q: QueryContext,
): Promise<QueryOutput<'costs-of-products'>> => {
  if (productIds.length === 0) return []
  const rows = await q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .innerJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('sales_line as s', 's.id', 'l.salesLineId')
    .select(['g.id as productId', 'g.unit as productUnit', 'l.price', 'l.unit', 's.unit as salesUnit', 'l.unitsBought', 'l.unitsSold'])
    .select(['c.rate', 'c.contractDate', 'g.vatRate', 'g.refundRate'])
    .where('l.productId', 'in', productIds)
    .where('c.status', '=', 'signed')
    .orderBy('c.contractDate', 'desc')
    .orderBy('c.numberKey', 'desc')
    .orderBy('l.position')
    .execute()
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const price = priceIn(row.productUnit, row)
    if (price !== undefined && !newest.has(row.productId)) newest.set(row.productId, { ...row, price })
  }
  return [...newest.values()].map((r) => ({
    productId: r.productId,
    cost: scaledText(toInteger(ofScaled(r.rate, 'rate').times(r.price)), 'price'),
    vatRate: scaledText(r.vatRate, 'percent'),
    refundRate: scaledText(r.refundRate, 'percent'),
    purchasedOn: r.contractDate,
  }))
}
