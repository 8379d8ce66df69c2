// The cost engine: what the goods that left have cost, posted so that after every event the ledger stands exactly where the stock cards say. Rules P3…P8.
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { PostingLine } from '../../../db/ledger/post.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { minus, noCost, plus, shareCost, targetCost, type Cost, type StockCard } from './rules.ts'
import { refundItems } from './refund-items.ts'
import { sourceLate } from './sourcing.ts'

/** The document on whose account a cost is posted. */
export type CostDocument = { on: IsoDate; documentKind: string; documentId: string; documentNumber: string; memo: string }

type Card = StockCard & {
  id: string
  costBase: number
  costVatBase: number
  costRefundBase: number
  dealId: string | null
  supplierId: string
  salesLineId: string
  salesContractId: string
  ownerId: string
  departmentId: string | null
  signedOn: IsoDate | null
}
/** What a group of postings is about: one shipment's goods of one sales contract from one supplier. */
export type CostGroup = Pick<Card, 'dealId' | 'supplierId' | 'salesContractId' | 'ownerId' | 'departmentId'> & {
  shipmentId: string
  dispatchedOn: IsoDate | null
  /** When what they were bought with was signed: no cost is known before. */
  signedOn: IsoDate | null
  cost: Cost
}

/** Stock cards of purchase lines that were bought for a sales line, with the dimensions of their postings. */
export const cardsOf = (ctx: CommandContext, purchaseLineIds: readonly string[]): Promise<Card[]> =>
  ctx.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
    .innerJoin('sales_line as sl', 'sl.id', 'l.salesLineId')
    .innerJoin('sales_contract as sc', 'sc.id', 'sl.contractId')
    .select(['l.id', 'l.quantity', 'l.netBase', 'l.vatBase', 'l.billed', 'l.billedNetBase', 'l.billedVatBase', 'l.shipped', 'l.refundRate'])
    .select(['l.unitsBought', 'l.unitsSold'])
    .select(['l.costBase', 'l.costVatBase', 'l.costRefundBase', 'l.dealId', 'p.supplierId', 'sl.id as salesLineId'])
    .select(['sc.id as salesContractId', 'sc.ownerId', 'sc.departmentId', 'p.signedOn'])
    .where('l.id', 'in', [...new Set(purchaseLineIds)])
    .orderBy('l.id')
    .execute()

/** What is posted for a source: 6401 bears net and the VAT that is not given back. */
export const postedOf = (s: { costBase: number; vatBase: number; refundBase: number }): Cost => ({
  net: s.costBase - s.vatBase + s.refundBase,
  vat: s.vatBase,
  refund: s.refundBase,
})

/** Brings a card and its sources to their target and gives what is still to be posted for it. */
const trueUpCard = async (ctx: CommandContext, card: Card): Promise<CostGroup[]> => {
  const target = targetCost(card) // P3
  const sources = await ctx.db
    .selectFrom('shipment_source as c')
    .innerJoin('shipment_line as l', 'l.id', 'c.shipmentLineId')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .select(['c.id', 'c.quantity', 'c.costBase', 'c.vatBase', 'c.refundBase', 's.id as shipmentId', 's.dispatchedOn'])
    .where('c.purchaseLineId', '=', card.id)
    .orderBy('s.dispatchedOn')
    .orderBy('s.number')
    .orderBy('l.position')
    .execute()
  const shares = shareCost(
    target,
    sources.map((s) => s.quantity),
  ) // P4
  ctx.tx.patch('purchase_line', card.id, { costBase: target.net, costVatBase: target.vat, costRefundBase: target.refund })
  return sources.map((s, i) => {
    const share = shares[i]!
    ctx.tx.patch('shipment_source', s.id, {
      costBase: share.net + share.vat - share.refund,
      vatBase: share.vat,
      refundBase: share.refund,
    })
    return { ...card, shipmentId: s.shipmentId, dispatchedOn: s.dispatchedOn, cost: minus(share, postedOf(s)) }
  })
}

/** Groups of the same dimensions as one, so that a dispatch of many lines stays a short journal. */
const merged = (groups: readonly CostGroup[]): CostGroup[] => {
  const byKey = new Map<string, CostGroup>()
  for (const g of groups) {
    const key = `${g.shipmentId} ${g.salesContractId} ${g.supplierId}`
    const known = byKey.get(key)
    byKey.set(key, known ? { ...known, cost: plus(known.cost, g.cost) } : { ...g })
  }
  return [...byKey.values()]
}

/** Posting lines of cost groups: Dr 6401, Cr 1405, Cr 222101, Dr 1221 (an item per shipment and sales contract). Zero groups vanish in `post`. */
export const postingsOf = async (ctx: CommandContext, given: readonly CostGroup[], on: IsoDate): Promise<PostingLine[]> => {
  const groups = merged(given)
  const line = (g: CostGroup, account: string, base: number, category?: string): PostingLine => ({
    account,
    currency: ctx.company.baseCurrency,
    foreign: base,
    base,
    category: category ?? null,
    partyId: g.supplierId,
    dealId: g.dealId,
    ownerId: g.ownerId,
    departmentId: g.departmentId,
    contractId: g.salesContractId,
    shipmentId: g.shipmentId,
  })
  const lines = groups.flatMap((g) => [
    line(g, '6401', g.cost.net + g.cost.vat, 'purchase'),
    line(g, '6401', -g.cost.refund, 'tax-refund'),
    line(g, '1405', -g.cost.net),
    line(g, '222101', -g.cost.vat),
  ])
  const refunds = new Map<string, CostGroup>()
  for (const g of groups) {
    const key = `${g.shipmentId} ${g.salesContractId}`
    refunds.set(key, { ...g, cost: plus(refunds.get(key)?.cost ?? noCost, g.cost) })
  }
  const items = refundItems(ctx)
  for (const g of refunds.values()) {
    if (g.cost.refund === 0) continue
    const item = await items(g.shipmentId, g.salesContractId, addDays(g.dispatchedOn ?? on, 180)) // P8
    lines.push({ ...line(g, '1221', g.cost.refund), partyId: null, ...item })
  }
  return lines.filter((l) => l.base !== 0)
}

/** The day of a cost that a document of `on` brings: not before the goods left, nor before what they were bought with was signed (P21). */
const dayOf = (group: CostGroup, on: IsoDate): IsoDate =>
  [group.dispatchedOn, group.signedOn].reduce<IsoDate>((last, day) => (day !== null && day > last ? day : last), on)

/** Posts one `cost-adjustment` journal for each day on which a cost falls. Refuses `period-closed`. */
const postByDay = async (ctx: CommandContext, groups: readonly CostGroup[], document: CostDocument): Promise<void> => {
  const { on, ...journal } = document
  const days = [...new Set(groups.map((g) => dayOf(g, on)))].sort()
  for (const date of days) {
    const own = groups.filter((g) => dayOf(g, on) === date)
    ctx.post({ ...journal, date, kind: 'cost-adjustment', lines: await postingsOf(ctx, own, date) })
  }
}

/**
 * The posting lines that bring the cost of these purchase lines to its target, for the journal that the caller is about to post (a dispatch), and what is to be
 * posted after it because it falls on a later day: call `postLater` then.
 * The stock cards are already moved when it returns: the caller posts both in the same command, or nothing of them happens.
 * `document.on`: the day of that journal. Amounts in base currency, balanced by themselves.
 */
export const costLines = async (
  ctx: CommandContext,
  purchaseLineIds: readonly string[],
  document: CostDocument,
): Promise<{ lines: PostingLine[]; postLater: () => Promise<void> }> => {
  const groups = await groupsOf(ctx, purchaseLineIds)
  const now = groups.filter((g) => dayOf(g, document.on) === document.on)
  const later = groups.filter((g) => dayOf(g, document.on) !== document.on)
  return { lines: await postingsOf(ctx, now, document.on), postLater: () => postByDay(ctx, later, document) }
}

const groupsOf = async (ctx: CommandContext, purchaseLineIds: readonly string[]): Promise<CostGroup[]> => {
  const groups: CostGroup[] = []
  if (purchaseLineIds.length > 0) for (const card of await cardsOf(ctx, purchaseLineIds)) groups.push(...(await trueUpCard(ctx, card)))
  return groups.filter((g) => g.cost.net !== 0 || g.cost.vat !== 0 || g.cost.refund !== 0)
}

/**
 * Sources what had found no purchase yet, then posts what brings the cost of these purchase lines to its target, a `cost-adjustment` journal for each day
 * (P6, P7, P21). Refuses `period-closed`.
 */
export const trueUpCost = async (
  ctx: CommandContext,
  purchaseLineIds: readonly string[],
  document: CostDocument,
  exceptShipmentId?: string,
): Promise<void> => {
  if (purchaseLineIds.length === 0) return
  const salesLines = [...new Set((await cardsOf(ctx, purchaseLineIds)).map((c) => c.salesLineId))]
  const late = await sourceLate(ctx, salesLines, exceptShipmentId)
  await postByDay(ctx, await groupsOf(ctx, [...purchaseLineIds, ...late]), document)
}
