// What a product was last sold and bought for, and the warnings that follow from it. Rules SC3 and SC4 in SPEC.md.
import { Decimal, decimalTextOf, fixedText, ofScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { oneOf } from '../../records/contributions.ts'
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

/** Prices of which documents: of these products, in this currency, without the document that is asked about. */
export type PricesAsked = { products: readonly string[]; currency: string; exceptId: string; most: number }
type CostRow = { productId: string | null; unit: string; price: number; vatRate: number; refundRate: number; rate: number }
/**
 * What products were sold and bought for, given by the modules that own the contracts: the last `most` signed prices of each product and unit, newest first, in
 * sight of the viewer (purchases: for who may see costs); and the last purchase of each product and unit, with its rates, for every viewer.
 */
export const priceHistory = {
  sold: oneOf<(q: QueryContext, asked: PricesAsked) => Promise<PriceRow[]>>('prices sold'),
  bought: oneOf<(q: QueryContext, asked: PricesAsked) => Promise<PriceRow[]>>('prices bought'),
  costs: oneOf<(q: QueryContext, products: readonly string[]) => Promise<CostRow[]>>('last costs'),
}

const pricesAsked = (asked: PricedDocument): PricesAsked => ({
  products: productsOf(asked.lines),
  currency: asked.currency,
  exceptId: asked.id ?? '',
  most: LAST_PRICES,
})
const lastPrices = async (q: QueryContext, asked: PricedDocument, side: 'sold' | 'bought'): Promise<Map<string, Range>> => {
  const prices = pricesAsked(asked)
  return rangesOf(prices.products.length === 0 ? [] : await q.contributed(priceHistory[side])(q, prices))
}

/** Actual cost of one unit of each product in base currency, by its last signed purchase. */
const lastCosts = async (q: QueryContext, products: readonly string[]): Promise<Map<string, Decimal>> => {
  const rows = products.length === 0 ? [] : await q.contributed(priceHistory.costs)(q, products)
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
  ...farWarnings(asked, await lastPrices(q, asked, 'sold')),
  ...(await costWarnings(q, asked)),
]

/** What is odd about the prices of something bought; nothing for who may not see costs. */
export const purchasePriceWarnings = async (q: QueryContext, asked: PricedDocument): Promise<Warning[]> =>
  farWarnings(asked, await lastPrices(q, asked, 'bought'))
