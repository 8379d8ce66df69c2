// What a product was last sold and bought for, and the warnings that follow from it. Rules SC3 and SC4 in SPEC.md.
import { sql } from 'kysely'
import { Decimal, decimalTextOf, fixedText, ofScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { actualCostOf, LAST_PRICES, outside } from './rules.ts'

/** A line as it is typed: decimals; cost: VAT-inclusive, base currency, when the document says it itself. */
export type PricedLine = {
  id: string
  productId?: string | null
  unit?: string
  price: string
  discount?: string
  cost?: { cost: string; vatRate: string; refundRate: string } | null
}
export type PricedDocument = {
  currency: string
  /** Base currency for 1 unit. */
  rate: string
  /** The document itself, whose own prices are no history. */
  id?: string
  /** The field that holds the lines. */
  list?: string
  lines: readonly PricedLine[]
}

type Range = { low: Decimal; high: Decimal; number: string; date: string }
/** The key of a product in a unit: prices of other units are not compared. */
const keyOf = (productId: string, unit: string): string => `${productId} ${unit}`
const productsOf = (lines: readonly PricedLine[]): string[] => [...new Set(lines.flatMap((l) => (l.productId ? [l.productId] : [])))]

type PriceRow = { productId: string | null; unit: string; price: number; discount: number; number: string; date: string }
/** Price of one unit after its discount. */
const netPrice = (price: Decimal, discount: Decimal): Decimal => price.times(new Decimal(100).minus(discount)).div(100)
/** Newest first: the range of the last prices of each product and unit. */
const rangesOf = (rows: readonly PriceRow[]): Map<string, Range> => {
  const ranges = new Map<string, Range>()
  for (const row of rows) {
    const key = keyOf(row.productId ?? '', row.unit)
    const price = netPrice(ofScaled(row.price, 'price'), ofScaled(row.discount, 'percent'))
    const range = ranges.get(key)
    if (!range) ranges.set(key, { low: price, high: price, number: row.number, date: row.date })
    else ranges.set(key, { ...range, low: Decimal.min(range.low, price), high: Decimal.max(range.high, price) })
  }
  return ranges
}

const newest = sql<number>`row_number() over (partition by l.productId, l.unit order by c.contractDate desc, c.number desc, l.position)`

/** Signed prices of sales contracts the viewer may see. */
const lastSold = async (q: QueryContext, asked: PricedDocument): Promise<Map<string, Range>> => {
  const products = productsOf(asked.lines)
  if (products.length === 0 || !q.may('sales-contract.view')) return new Map()
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  let from = q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'l.discount', 'c.number', 'c.contractDate as date', newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('c.currency', '=', asked.currency)
    .where('l.price', '>', 0)
    .where('l.discount', '<', 1_000_000)
    .where('c.id', '<>', asked.id ?? '')
  if (mine) from = from.where(mine)
  return rangesOf(await q.db.selectFrom(from.as('t')).selectAll().where('newest', '<=', LAST_PRICES).orderBy('newest').execute())
}

/** Signed prices of purchase contracts, for who may see costs. */
const lastBought = async (q: QueryContext, asked: PricedDocument): Promise<Map<string, Range>> => {
  const products = productsOf(asked.lines)
  if (products.length === 0 || !q.may('cost.view') || !q.may('purchase-contract.view')) return new Map()
  const mine = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId')
  let from = q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'c.number', 'c.contractDate as date', sql<number>`0`.as('discount'), newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('c.currency', '=', asked.currency)
    .where('l.price', '>', 0)
    .where('c.id', '<>', asked.id ?? '')
  if (mine) from = from.where(mine)
  return rangesOf(await q.db.selectFrom(from.as('t')).selectAll().where('newest', '<=', LAST_PRICES).orderBy('newest').execute())
}

/** Actual cost of one unit of each product in base currency, by its last signed purchase. */
const lastCosts = async (q: QueryContext, products: readonly string[]): Promise<Map<string, Decimal>> => {
  if (products.length === 0) return new Map()
  const from = q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'l.unit', 'l.price', 'l.vatRate', 'l.refundRate', 'c.rate', newest.as('newest')])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .where('l.price', '>', 0)
  const rows = await q.db.selectFrom(from.as('t')).selectAll().where('newest', '=', 1).execute()
  return new Map(
    rows.map((r) => [
      keyOf(r.productId ?? '', r.unit),
      actualCostOf(
        ofScaled(r.price, 'price').times(ofScaled(r.rate, 'rate')),
        ofScaled(r.vatRate, 'percent'),
        ofScaled(r.refundRate, 'percent'),
      ),
    ]),
  )
}

const farWarnings = (asked: PricedDocument, ranges: ReadonlyMap<string, Range>): Warning[] =>
  asked.lines.flatMap((line) => {
    const range = ranges.get(keyOf(line.productId ?? '', line.unit ?? ''))
    const price = netPrice(new Decimal(line.price), new Decimal(line.discount ?? '0'))
    if (!range || price.isZero() || !outside(price, range.low, range.high)) return []
    const { low, high, number, date } = range
    const data = { low: decimalTextOf(low), high: decimalTextOf(high), currency: asked.currency, number, date }
    return [warning('price-far', `${asked.list ?? 'lines'}.#${line.id}.price`, data)]
  })

/** SC4. Free goods (price 0) are free on purpose. */
const costWarnings = async (q: QueryContext, asked: PricedDocument): Promise<Warning[]> => {
  if (!q.may('cost.view')) return []
  const bought = await lastCosts(q, productsOf(asked.lines.filter((l) => !l.cost)))
  const rate = new Decimal(asked.rate)
  return asked.lines.flatMap((line) => {
    const cost = line.cost
      ? actualCostOf(new Decimal(line.cost.cost), new Decimal(line.cost.vatRate), new Decimal(line.cost.refundRate))
      : bought.get(keyOf(line.productId ?? '', line.unit ?? ''))
    const price = netPrice(new Decimal(line.price), new Decimal(line.discount ?? '0'))
    if (cost === undefined || price.isZero() || price.times(rate).gte(cost)) return []
    return [
      warning('price-below-cost', `${asked.list ?? 'lines'}.#${line.id}.price`, {
        cost: fixedText(cost.div(rate), 4),
        currency: asked.currency,
      }),
    ]
  })
}

/** What is odd about the prices of something sold: far from the last ones in sight, or below cost for who may see costs. */
export const salePriceWarnings = async (q: QueryContext, asked: PricedDocument): Promise<Warning[]> => [
  ...farWarnings(asked, await lastSold(q, asked)),
  ...(await costWarnings(q, asked)),
]

/** What is odd about the prices of something bought; nothing for who may not see costs. */
export const purchasePriceWarnings = async (q: QueryContext, asked: PricedDocument): Promise<Warning[]> =>
  farWarnings(asked, await lastBought(q, asked))
