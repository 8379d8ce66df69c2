// Lines of signed sales contracts that are not wholly bought yet, as a purchase contract begins with them: what is left, what it will cost and which paper says so (P28),
// described as its supplier reads it (P29).
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { chineseDescription, readsChinese } from '../../../preload/contract/vocabulary/goods-words.ts'
import { priceIn } from '../../../preload/contract/vocabulary/units.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { quotedCosts } from '../quotations/index.ts'
import { estimatedGoods } from './later-documents.ts'

type Out = QueryOutput<'lines-to-purchase'>[number]
const soldLines = async ({ dealId, contractId }: QueryParsed<'lines-to-purchase'>, q: QueryContext) => {
  let query = q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.id', 'l.contractId', 'l.productId', 'l.description', 'l.unit', 'l.quantity', 'l.purchased', 'c.number as contractNumber'])
    .select(['c.dealId', 'd.number as dealNumber', 'g.code as productCode', 'g.supplierId', 'g.vatRate', 'g.refundRate'])
    .select(['g.nameZh', 'g.specification', 'g.piecesPerCarton'])
    .where('c.status', '=', 'signed')
    .whereRef('l.purchased', '<', 'l.quantity')
    .orderBy('c.contractDate')
    .orderBy('c.numberKey')
    .orderBy('l.position')
    .limit(500)
  if (dealId !== undefined) query = query.where('c.dealId', '=', dealId)
  if (contractId !== undefined) query = query.where('c.id', '=', contractId)
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  if (mine) query = query.where(mine)
  return query.execute()
}
type Sold = Awaited<ReturnType<typeof soldLines>>[number]

type Bought = { price: number; currency: string; number: string; id: string; date: string }
/** Newest price of a signed contract per product and unit (P22), with the product's usual supplier. */
const lastPrices = async (q: QueryContext, lines: readonly Sold[]): Promise<(line: Sold) => Bought | undefined> => {
  const products = [...new Set(lines.flatMap((l) => (l.productId === null ? [] : [l.productId])))]
  if (products.length === 0) return () => undefined
  const bought = await q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .leftJoin('sales_line as s', 's.id', 'l.salesLineId')
    .select(['l.productId', 'c.supplierId', 'l.price', 'c.currency', 'c.number', 'c.id', 'c.contractDate as date'])
    .select(['l.unit', 's.unit as salesUnit', 'l.unitsBought', 'l.unitsSold'])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .orderBy('c.contractDate')
    .orderBy('c.numberKey')
    .orderBy('l.position')
    .execute()
  const newest = new Map<string, Bought>()
  for (const b of bought)
    for (const unit of new Set([b.unit, b.salesUnit ?? b.unit]))
      newest.set(`${b.productId} ${b.supplierId} ${unit}`, { ...b, price: priceIn(unit, b)! })
  return (line) => newest.get(`${line.productId} ${line.supplierId} ${line.unit}`)
}

type Planned = { price: string; vatRate: string; refundRate: string; priceFrom: NonNullable<Out['priceFrom']> }
const goodsKey = (dealId: string, productId: string | null, description: string, unit: string): string =>
  `${dealId} ${productId ?? description} ${unit}`
/** What the estimate that counts for each deal expects its goods to cost, in base currency. */
const estimatedPrices = async (q: QueryContext, dealIds: readonly string[]): Promise<Map<string, Planned>> => {
  const rows = dealIds.length === 0 ? [] : await q.contributed(estimatedGoods)(q, [...new Set(dealIds)])
  // Versions in order: a newer one's figures stand over those of the one before.
  return new Map(
    rows.map((r) => [
      goodsKey(r.dealId, r.productId, r.description, r.unit ?? ''),
      {
        price: scaledText(r.price ?? 0, 'price'),
        vatRate: scaledText(r.vatRate, 'percent'),
        refundRate: scaledText(r.refundRate, 'percent'),
        priceFrom: { from: 'profit-estimate', number: r.number, route: 'profit-estimate', id: r.id, date: r.date },
      },
    ]),
  )
}

/** P28. The nearest paper that says what goods cost: the deal's estimate, the quotation that became the contract, the last purchase. */
const pricing = async (q: QueryContext, lines: readonly Sold[]) => {
  if (!q.may('cost.view')) return () => ({ lastPrice: null, planned: undefined })
  const last = await lastPrices(q, lines)
  const quoted = await quotedCosts(
    q.db,
    lines.map((l) => l.contractId),
  )
  const estimated = await estimatedPrices(
    q,
    lines.map((l) => l.dealId),
  )
  return (line: Sold): { lastPrice: string | null; planned: Planned | undefined } => {
    const bought = last(line)
    const cost = quoted.get(line.id)
    const rates = { vatRate: scaledText(line.vatRate ?? 0, 'percent'), refundRate: scaledText(line.refundRate ?? 0, 'percent') }
    const planned: Planned | undefined =
      estimated.get(goodsKey(line.dealId, line.productId, line.description, line.unit)) ??
      estimated.get(goodsKey(line.dealId, line.productId, line.description, '')) ??
      (cost && {
        price: scaledText(cost.cost, 'price'),
        vatRate: scaledText(cost.vatRate, 'percent'),
        refundRate: scaledText(cost.refundRate, 'percent'),
        priceFrom: { from: 'quotation', number: cost.number, route: 'quotation', id: cost.id, date: cost.date },
      }) ??
      (bought?.currency === q.company.baseCurrency
        ? {
            ...rates,
            price: scaledText(bought.price, 'price'),
            priceFrom: { from: 'last-purchase', number: bought.number, route: 'purchase-contract', id: bought.id, date: bought.date },
          }
        : undefined)
    return { lastPrice: bought ? scaledText(bought.price, 'price') : null, planned }
  }
}

/** P29. Those of the suppliers who read Chinese. */
const chineseReaders = async (q: QueryContext, supplierIds: readonly (string | null | undefined)[]): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(supplierIds.flatMap((id) => (id ? [id] : [])))]
  if (ids.length === 0) return new Set()
  const rows = await q.db.selectFrom('party').select(['id', 'country', 'currency']).where('id', 'in', ids).execute()
  return new Set(rows.filter(readsChinese).map((r) => r.id))
}

/** Quantities and prices as decimals. Only contracts in the viewer's scope. */
export const linesToPurchase = async (input: QueryParsed<'lines-to-purchase'>, q: QueryContext): Promise<Out[]> => {
  const rows = await soldLines(input, q)
  const priceOf = await pricing(q, rows)
  const chinese = await chineseReaders(q, input.supplierId ? [input.supplierId] : rows.map((r) => r.supplierId))
  return rows.map((r) => {
    const { lastPrice, planned } = priceOf(r)
    const inChinese = chinese.has(input.supplierId ?? r.supplierId ?? '') ? chineseDescription(r) : ''
    return {
      salesLineId: r.id,
      contractNumber: r.contractNumber,
      dealId: r.dealId,
      dealNumber: r.dealNumber,
      productId: r.productId,
      productCode: r.productCode,
      description: inChinese || r.description,
      unit: r.unit,
      quantity: scaledText(r.quantity, 'quantity'),
      purchased: scaledText(r.purchased, 'quantity'),
      left: scaledText(r.quantity - r.purchased, 'quantity'),
      supplierId: r.supplierId,
      vatRate: planned?.vatRate ?? scaledText(r.vatRate ?? 0, 'percent'),
      refundRate: planned?.refundRate ?? scaledText(r.refundRate ?? 0, 'percent'),
      lastPrice,
      price: planned?.price ?? null,
      priceFrom: planned?.priceFrom ?? null,
      piecesPerCarton: r.piecesPerCarton ? scaledText(r.piecesPerCarton, 'quantity') : null,
    }
  })
}
