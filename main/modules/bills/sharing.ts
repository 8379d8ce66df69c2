// How a cost is shared over the deals that bear it (分摊): weights from the goods of those deals. Rule T5 of SPEC.md.
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../../db/schema/tables.ts'
import type { SHARING_BASES } from '../../../preload/contract/modules/bills/calls.ts'
import { Decimal, ofScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { perCarton } from '../../../preload/contract/vocabulary/packing.ts'
import { shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import { cartonsOf, chosenWeights } from './rules.ts'

export type SharingBasis = (typeof SHARING_BASES)[number]
type Reading = { db: Pick<Kysely<Tables>, 'selectFrom'>; company: { baseCurrency: string } }
type Goods = {
  dealId: string
  quantity: number
  amount: number
  currency: string
  /** Of the contract; null on a shipment, where goods are weighed in the shipment's currency. */
  rate: number | null
  unit: string
  productUnit: string | null
  piecesPerCarton: number | null
  cartonLength: number | null
  cartonWidth: number | null
  cartonHeight: number | null
  grossWeight: number | null
}

const packing = [
  'p.unit as productUnit',
  'p.piecesPerCarton',
  'p.cartonLength',
  'p.cartonWidth',
  'p.cartonHeight',
  'p.grossWeight',
] as const

/** Goods of the deals: of one shipment when it is named, else of their signed sales contracts. */
const goodsOf = async ({ db }: Reading, dealIds: readonly string[], shipmentId: string | null): Promise<Goods[]> =>
  shipmentId === null
    ? db
        .selectFrom('sales_line as l')
        .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
        .leftJoin('product as p', 'p.id', 'l.productId')
        .select(['c.dealId', 'l.quantity', 'l.unit', 'l.amount', 'c.currency', 'c.rate', ...packing])
        .where('c.status', '=', 'signed')
        .where('c.dealId', 'in', dealIds)
        .execute()
    : db
        .selectFrom('shipment_line as l')
        .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
        .innerJoin('sales_line as o', 'o.id', 'l.salesLineId')
        .leftJoin('product as p', 'p.id', 'l.productId')
        .select(['l.dealId', 'l.quantity', 'o.unit', 'l.amount', 'c.currency', ...packing])
        .select(sql<null>`null`.as('rate'))
        .where('l.shipmentId', '=', shipmentId)
        .where('l.dealId', 'in', dealIds)
        .execute()

const weigh = (g: Goods, basis: SharingBasis, base: string): Decimal => {
  // Goods on a shipment are all in its currency: what they are worth there, whatever rates their contracts were signed at.
  if (basis === 'amount') return new Decimal(g.rate === null ? g.amount : toBase(g.amount, g.currency, g.rate, base))
  if (basis === 'quantity') return ofScaled(g.quantity, 'quantity')
  const cartons = cartonsOf(g.quantity, perCarton(g.unit, { unit: g.productUnit, piecesPerCarton: g.piecesPerCarton }))
  if (basis === 'weight') return cartons.times(g.grossWeight ?? 0)
  return cartons
    .times(g.cartonLength ?? 0)
    .times(g.cartonWidth ?? 0)
    .times(g.cartonHeight ?? 0)
}

/** Weights of the deals, in the order given. */
export const dealWeights = async (
  reading: Reading,
  dealIds: readonly string[],
  basis: SharingBasis,
  shipmentId: string | null,
): Promise<readonly Decimal[]> => {
  if (dealIds.length < 2) return dealIds.map(() => new Decimal(1))
  const goods = await goodsOf(reading, dealIds, shipmentId)
  const sums = (by: SharingBasis) =>
    dealIds.map((id) =>
      goods.filter((g) => g.dealId === id).reduce((sum, g) => sum.plus(weigh(g, by, reading.company.baseCurrency)), new Decimal(0)),
    )
  // T51: pieces and cartons do not add up.
  const oneUnit = new Set(goods.map((g) => g.unit.toUpperCase())).size < 2
  const quantities = sums(oneUnit ? 'quantity' : 'amount')
  return chosenWeights(basis === 'quantity' ? quantities : sums(basis), quantities)
}

export type Share = { dealId: string; amount: number; amountBase: number }
/** The deals as people see them: by number. Those that are unknown come last. */
const byNumber = async ({ db }: Reading, dealIds: readonly string[]): Promise<string[]> => {
  if (dealIds.length < 2) return [...dealIds]
  const known = await db.selectFrom('deal').select('id').where('id', 'in', dealIds).orderBy('numberKey').execute()
  const order = new Map(known.map(({ id }, at) => [id, at]))
  return dealIds.toSorted((a, b) => (order.get(a) ?? known.length) - (order.get(b) ?? known.length))
}

/** Shares of a line's net amount by the deals' numbers, in the bill's currency and in base; each column adds up exactly. */
export const sharesOf = async (
  reading: Reading,
  line: { dealIds: readonly string[]; sharing: SharingBasis; shipmentId: string | null },
  amounts: { net: number; netBase: number },
): Promise<Share[]> => {
  const dealIds = await byNumber(reading, line.dealIds)
  const weights = await dealWeights(reading, dealIds, line.sharing, line.shipmentId)
  const own = shareOut(amounts.net, weights)
  const inBase = shareOut(amounts.netBase, weights)
  return dealIds.map((dealId, i) => ({ dealId, amount: own[i]!, amountBase: inBase[i]! }))
}
