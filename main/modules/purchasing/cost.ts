// The cost engine: what the goods that left have cost, posted so that after every event the ledger stands exactly where the stock cards say. Rules P3…P8.
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { PostingLine } from '../../../db/ledger/post.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { carriedGoods } from '../contracts/index.ts'
import { costsOn, daysOfChange, laterThan } from './cost-days.ts'
import { hasCostFrom, inOrder, leftFor, returnedOf, type Away } from './returned-goods.ts'
import { minus, noCost, plus, shareCost, targetCost, type Cost, type StockCard } from './rules.ts'
import { keyOf, postedByDay } from './posted-costs.ts'
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
  purchaseContractId: string
  signedOn: IsoDate | null
}
/** What a group of postings is about: one shipment's goods of one sales contract from one supplier. */
export type CostGroup = Pick<Card, 'dealId' | 'supplierId' | 'salesContractId' | 'ownerId' | 'departmentId'> & {
  shipmentId: string
  dispatchedOn: IsoDate | null
  cost: Cost
}
/** What is to be posted of a group on a day. */
type DatedGroup = CostGroup & { day: IsoDate }

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
    .select(['sc.id as salesContractId', 'sc.ownerId', 'sc.departmentId', 'p.id as purchaseContractId', 'p.signedOn'])
    .where('l.id', 'in', [...new Set(purchaseLineIds)])
    .orderBy('l.id')
    .execute()

/** What is posted for a source: 6401 bears net and the VAT that is not given back. */
export const postedOf = (s: { costBase: number; vatBase: number; refundBase: number }): Cost => ({
  net: s.costBase - s.vatBase + s.refundBase,
  vat: s.vatBase,
  refund: s.refundBase,
})

type Source = Away & { id: string; costBase: number; vatBase: number; refundBase: number }
/**
 * Where the goods of a card went, in the order in which they left. They have a cost from the day they left, or from the day on which what they were bought
 * with was signed (P21); those of a shipment that is leaving now leave on `on`.
 */
const sourcesOf = async (ctx: CommandContext, card: Card, on: IsoDate): Promise<Source[]> => {
  const sources = await ctx.db
    .selectFrom('shipment_source as c')
    .innerJoin(ctx.contributed(carriedGoods).as('l'), 'l.id', 'c.shipmentLineId')
    .select([
      'c.id',
      'c.quantity',
      'c.costBase',
      'c.vatBase',
      'c.refundBase',
      'l.shipmentId',
      'l.dispatchedOn',
      'l.numberKey',
      'l.position',
    ])
    .where('c.purchaseLineId', '=', card.id)
    .orderBy('l.dispatchedOn')
    .orderBy('l.numberKey')
    .orderBy('l.position')
    .execute()
  return sources.map((s) => ({ ...s, day: hasCostFrom(card, s.dispatchedOn ?? on) }))
}

/** `away`: where the card's goods are, and where they were on some day after that of the document. */
type Trued = { card: Card; away: Away[]; groups: CostGroup[] }
/** Brings a card and its sources to their target and gives what is still to be posted for it. */
const trueUpCard = async (ctx: CommandContext, card: Card, on: IsoDate): Promise<Trued> => {
  const target = targetCost(card) // P3
  const sources = await sourcesOf(ctx, card, on)
  const shares = shareCost(
    target,
    sources.map((s) => s.quantity),
  ) // P4
  ctx.tx.patch('purchase_line', card.id, { costBase: target.net, costVatBase: target.vat, costRefundBase: target.refund })
  const groups = sources.map((s, i) => {
    const share = shares[i]!
    ctx.tx.patch('shipment_source', s.id, {
      costBase: share.net + share.vat - share.refund,
      vatBase: share.vat,
      refundBase: share.refund,
    })
    return { ...card, shipmentId: s.shipmentId, dispatchedOn: s.dispatchedOn, cost: minus(share, postedOf(s)) }
  })
  const returned = await returnedOf(ctx, card, on)
  // Of goods that came back nothing is left to post; only the days between may be moved.
  const back = returned.map((r) => ({ ...card, shipmentId: r.shipmentId, dispatchedOn: r.dispatchedOn, cost: noCost }))
  return { card, away: inOrder([...sources, ...returned]), groups: [...groups, ...back] }
}

const isNothing = ({ cost }: CostGroup) => cost.net === 0 && cost.vat === 0 && cost.refund === 0

/** Groups of the same dimensions as one, so that a dispatch of many lines stays a short journal. */
const merged = (groups: readonly CostGroup[]): CostGroup[] => {
  const byKey = new Map<string, CostGroup>()
  for (const g of groups) {
    const key = keyOf(g)
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

/** Every card that has a part in the groups of these: what is posted of a group is the cost of all of them together. */
const cardsOfGroups = async (ctx: CommandContext, groups: readonly CostGroup[], on: IsoDate): Promise<Omit<Trued, 'groups'>[]> => {
  const shipments = [...new Set(groups.map((g) => g.shipmentId))]
  const lines = await ctx.db
    .selectFrom('shipment_source as c')
    .innerJoin(ctx.contributed(carriedGoods).as('l'), 'l.id', 'c.shipmentLineId')
    .select('c.purchaseLineId as id')
    .where('l.shipmentId', 'in', shipments)
    .union(ctx.db.selectFrom('returned_source as r').select('r.purchaseLineId as id').where('r.shipmentId', 'in', shipments))
    .execute()
  const cards = await cardsOf(
    ctx,
    lines.map((l) => l.id),
  )
  return Promise.all(
    cards.map(async (card) => ({ card, away: inOrder([...(await sourcesOf(ctx, card, on)), ...(await returnedOf(ctx, card, on))]) })),
  )
}

/**
 * Puts what is to be posted on the days on which it became so (P33): for `on` and every later day on which goods left or were billed, or a version came into
 * force, what the cost was then, less what is posted until then. What then remains falls on the last of them.
 */
const spread = async (ctx: CommandContext, groups: readonly CostGroup[], days: readonly IsoDate[]): Promise<DatedGroup[]> => {
  const cards = await cardsOfGroups(ctx, groups, days[0]!)
  const later = await laterThan(
    ctx,
    cards.map((c) => c.card),
    days[0]!,
  )
  const posted = await postedByDay(
    ctx,
    groups,
    cards.map((c) => c.card.dealId),
    days,
  )
  const away = cards.flatMap((c) => c.away.map((a) => ({ ...a, key: keyOf({ ...c.card, shipmentId: a.shipmentId }) })))
  const left = new Map(merged(groups).map((g) => [keyOf(g), g.cost]))
  const dated: DatedGroup[] = []
  const moved = new Map<string, Cost>()
  for (const [at, day] of days.entries()) {
    const onDay = new Map<string, Cost>()
    for (const { card, away: goods } of cards)
      for (const [i, cost] of costsOn(card, goods, later, day).entries()) {
        const key = keyOf({ ...card, shipmentId: goods[i]!.shipmentId })
        onDay.set(key, plus(onDay.get(key) ?? noCost, cost))
      }
    for (const group of merged(groups)) {
      const key = keyOf(group)
      const before = moved.get(key) ?? noCost
      const now = at === days.length - 1 ? left.get(key)! : minus(onDay.get(key) ?? noCost, posted[at]!.get(key) ?? noCost)
      moved.set(key, now)
      const dispatchedOn = leftFor(
        away.filter((a) => a.key === key),
        day,
      )
      dated.push({ ...group, dispatchedOn: dispatchedOn ?? group.dispatchedOn, cost: minus(now, before), day })
    }
  }
  return dated.filter((g) => !isNothing(g))
}

/** Posts one `cost-adjustment` journal for each day on which a cost falls. Refuses `period-closed`. */
const postByDay = async (ctx: CommandContext, groups: readonly DatedGroup[], { on: _on, ...journal }: CostDocument): Promise<void> => {
  for (const date of [...new Set(groups.map((g) => g.day))].sort()) {
    const own = groups.filter((g) => g.day === date)
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
  const groups = await groupsOf(ctx, purchaseLineIds, document.on)
  const now = groups.filter((g) => g.day === document.on)
  const later = groups.filter((g) => g.day !== document.on)
  return { lines: await postingsOf(ctx, now, document.on), postLater: () => postByDay(ctx, later, document) }
}

/** Brings the cards to their target and gives what is to be posted for it, by the days on which it falls (P21, P33). */
const groupsOf = async (ctx: CommandContext, purchaseLineIds: readonly string[], on: IsoDate): Promise<DatedGroup[]> => {
  if (purchaseLineIds.length === 0) return []
  const trued: Trued[] = []
  for (const card of await cardsOf(ctx, purchaseLineIds)) trued.push(await trueUpCard(ctx, card, on))
  const groups = trued.flatMap((t) => t.groups)
  const later = await daysAfter(ctx, trued, on)
  if (later.length > 0) return spread(ctx, groups, [on, ...later])
  return groups.filter((g) => !isNothing(g)).map((g) => ({ ...g, day: on }))
}

/** Days after that of the document on which the cost of these cards changed. Of a document of today there are none (T36), and nothing is asked. */
const daysAfter = async (ctx: CommandContext, trued: readonly Trued[], on: IsoDate): Promise<IsoDate[]> => {
  const gone = trued.flatMap((t) => t.away)
  if (on >= ctx.today || gone.length === 0) return []
  const later = await laterThan(
    ctx,
    trued.map((t) => t.card),
    on,
  )
  return daysOfChange(later, gone, on)
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
  await postByDay(ctx, await groupsOf(ctx, [...purchaseLineIds, ...late], document.on), document)
}
