// What a product was last sold, quoted and bought for, within what the viewer may see. Rule SC9 in SPEC.md.
import { sql } from 'kysely'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { Decimal, decimalTextOf, ofScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'

type Asked = QueryParsed<'last-prices'>
type LastPrice = QueryOutput<'last-prices'>[number]
type Row = { price: number; discount: number; currency: string; number: string; id: string; date: string; party: string }

const shown = (kind: LastPrice['kind'], route: string, row: Row | undefined): LastPrice[] => {
  if (!row) return []
  const price = ofScaled(row.price, 'price')
    .times(new Decimal(100).minus(ofScaled(row.discount, 'percent')))
    .div(100)
  const { currency, number, id, date, party } = row
  return [{ kind, route, price: decimalTextOf(price.toDecimalPlaces(6)), currency, number, id, date, party }]
}

/** `with`: of this customer, or of others. */
const sold = (q: QueryContext, { productId, unit, currency, partyId }: Asked, which: 'this' | 'others'): Promise<Row | undefined> => {
  if (!q.may('sales-contract.view') || (which === 'this' && partyId === null)) return Promise.resolve(undefined)
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  return q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['l.price', 'l.discount', 'c.currency', 'c.number', 'c.id', 'c.contractDate as date', 'p.name as party'])
    .where('l.productId', '=', productId)
    .where('l.unit', '=', unit)
    .where('l.price', '>', 0)
    .where('c.currency', '=', currency)
    .where('c.status', '=', 'signed')
    .where('c.customerId', which === 'this' ? '=' : '<>', partyId ?? '')
    .$if(mine !== undefined, (b) => b.where(mine!))
    .orderBy('c.contractDate', 'desc')
    .orderBy('c.numberKey', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** To this customer before others. */
const quoted = (q: QueryContext, { productId, unit, currency, partyId }: Asked): Promise<Row | undefined> => {
  if (!q.may('quotation.view')) return Promise.resolve(undefined)
  const mine = q.scope('quotation', 'c.ownerId', 'c.departmentId')
  return q.db
    .selectFrom('quotation_line as l')
    .innerJoin('quotation as c', 'c.id', 'l.quotationId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['l.price', 'l.discount', 'c.currency', 'c.number', 'c.id', 'c.quotedOn as date', 'p.name as party'])
    .where('l.productId', '=', productId)
    .where('l.unit', '=', unit)
    .where('l.price', '>', 0)
    .where('c.currency', '=', currency)
    .where('c.status', 'in', ['sent', 'confirmed'])
    .$if(mine !== undefined, (b) => b.where(mine!))
    .orderBy(sql`c.customerId = ${partyId ?? ''}`, 'desc')
    .orderBy('c.quotedOn', 'desc')
    .orderBy('c.numberKey', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** `which`: of this supplier, of others, or of whoever sold it last in whatever currency. */
const bought = (
  q: QueryContext,
  { productId, unit, currency, partyId }: Asked,
  which: 'this' | 'others' | 'any',
): Promise<Row | undefined> => {
  if (!q.may('cost.view') || !q.may('purchase-contract.view') || (which === 'this' && partyId === null)) return Promise.resolve(undefined)
  const mine = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId')
  return q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.supplierId')
    .select(['l.price', sql<number>`0`.as('discount'), 'c.currency', 'c.number', 'c.id', 'c.contractDate as date', 'p.name as party'])
    .where('l.productId', '=', productId)
    .where('l.unit', '=', unit)
    .where('l.price', '>', 0)
    .where('c.status', '=', 'signed')
    .$if(which !== 'any', (b) => b.where('c.currency', '=', currency).where('c.supplierId', which === 'this' ? '=' : '<>', partyId ?? ''))
    .$if(mine !== undefined, (b) => b.where(mine!))
    .orderBy('c.contractDate', 'desc')
    .orderBy('c.numberKey', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export const lastPrices: QueryHandler<'last-prices'> = async (input, q) =>
  input.side === 'sale'
    ? [
        ...shown('this-party', 'sales-contract', await sold(q, input, 'this')),
        ...shown('others', 'sales-contract', await sold(q, input, 'others')),
        ...shown('quoted', 'quotation', await quoted(q, input)),
        ...shown('last-purchase', 'purchase-contract', await bought(q, input, 'any')),
      ]
    : [
        ...shown('this-party', 'purchase-contract', await bought(q, input, 'this')),
        ...shown('others', 'purchase-contract', await bought(q, input, 'others')),
      ]
