// The cost of goods day by day: what had left, was billed and was agreed at the end of each day, for documents that are entered after later ones. Rule P33.
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { ratioOf } from '../../../preload/contract/vocabulary/units.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { versionsInForce, type Content } from '../../records/amendments/index.ts'
import { billing, type Billed } from './later-documents.ts'
import { inputOfContent } from './purchase-content.ts'
import { calculatePurchase, shareCost, targetCost, type Cost, type StockCard } from './rules.ts'

type Known = StockCard & { id: string; purchaseContractId: string; signedOn: IsoDate | null }
/** Goods of one shipment that came from a purchase line; `day`: from when on they have a cost; `until`: the day on which they came back. */
export type Dispatched = { quantity: number; day: IsoDate; until?: IsoDate }
type Version = { day: IsoDate; lines: ReadonlyMap<string, Partial<StockCard>> }
/** What happened to purchase lines after a day, by which their state on any later day is told. */
export type Later = { billed: readonly Billed[]; versions: ReadonlyMap<string, readonly Version[]> }

const linesOfVersion = (ctx: CommandContext, content: string): Version['lines'] => {
  const typed = inputOfContent(JSON.parse(content) as Content)
  const { lines } = calculatePurchase(typed, ctx.company.baseCurrency)
  return new Map(
    lines.map(({ id, quantity, netBase, vatBase, refundRate }, at) => [
      id,
      { quantity, netBase, vatBase, refundRate, ...ratioOf(typed.lines[at]!.conversion) },
    ]),
  )
}

/** The versions, oldest first, of the contracts of which one came into force after the day. */
const versionsAround = async (ctx: CommandContext, contractIds: readonly string[], on: IsoDate): Promise<Later['versions']> => {
  const rows = await versionsInForce(ctx.db, contractIds)
  const amended = new Set(rows.filter((r) => r.day > on).map((r) => r.contractId))
  const versions = rows
    .filter((r) => amended.has(r.contractId))
    .map((r) => ({ contractId: r.contractId, day: r.day, lines: linesOfVersion(ctx, r.content) }))
  return Map.groupBy(versions, (v) => v.contractId)
}

/** What happened to the lines after a day. */
export const laterThan = async (ctx: CommandContext, cards: readonly Known[], on: IsoDate): Promise<Later> => ({
  billed: await ctx.contributed(billing).after(
    ctx.db,
    cards.map((c) => c.id),
    on,
  ),
  versions: await versionsAround(ctx, [...new Set(cards.map((c) => c.purchaseContractId))], on),
})

/** The days after `on` on which the cost of what has left may change. */
export const daysOfChange = (later: Later, gone: readonly Dispatched[], on: IsoDate): IsoDate[] => {
  const moved = gone.flatMap((g) => (g.until === undefined ? [g.day] : [g.day, g.until]))
  const days = [...later.billed.map((b) => b.day), ...[...later.versions.values()].flat().map((v) => v.day), ...moved]
  return [...new Set(days.filter((d) => d > on))].sort()
}

/** The card as it stood at the end of a day. */
const cardOn = (card: Known, later: Later, day: IsoDate): StockCard => {
  const after = later.billed.filter((b) => b.purchaseLineId === card.id && b.day > day)
  const less = (of: 'quantity' | 'netBase' | 'vatBase') => after.reduce((sum, b) => sum + b[of], 0)
  const versions = later.versions.get(card.purchaseContractId) ?? []
  const agreed = versions.some((v) => v.day > day) ? versions.findLast((v) => v.day <= day)?.lines : undefined
  return {
    ...card,
    ...(agreed ? (agreed.get(card.id) ?? { quantity: 0, netBase: 0, vatBase: 0 }) : {}),
    billed: card.billed - less('quantity'),
    billedNetBase: card.billedNetBase - less('netBase'),
    billedVatBase: card.billedVatBase - less('vatBase'),
  }
}

const nothing: Cost = { net: 0, vat: 0, refund: 0 }
/** What each of the goods cost at the end of a day, by P3 and P4 of what was so by then. */
export const costsOn = (card: Known, gone: readonly Dispatched[], later: Later, day: IsoDate): Cost[] => {
  const by = gone.filter((g) => g.day <= day && (g.until === undefined || day < g.until))
  const shipped = by.reduce((sum, g) => sum + g.quantity, 0)
  const shares = shareCost(
    targetCost({ ...cardOn(card, later, day), shipped }),
    by.map((g) => g.quantity),
  )
  return gone.map((g) => shares[by.indexOf(g)] ?? nothing)
}
