// Goods that left and came back: for what is entered later they count on the days on which they were away. Rule P36.
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { carryingShipments } from '../contracts/index.ts'
import type { Dispatched } from './cost-days.ts'

/** Goods of a purchase line on a shipment, away now or on some days before. `dispatchedOn`: null for a shipment that is leaving now. */
export type Away = Dispatched & { shipmentId: string; dispatchedOn: IsoDate | null; numberKey: string | null; position: number }

/** Goods have a cost from the day they left, or from the day on which what they were bought with was signed (P21). */
export const hasCostFrom = (card: { signedOn: IsoDate | null }, left: IsoDate): IsoDate =>
  card.signedOn !== null && card.signedOn > left ? card.signedOn : left

/** Goods of a purchase line that came back after a day. */
export const returnedOf = async (ctx: CommandContext, card: { id: string; signedOn: IsoDate | null }, on: IsoDate): Promise<Away[]> => {
  const rows = await ctx.db
    .selectFrom('returned_source as r')
    .leftJoin(ctx.contributed(carryingShipments).as('s'), 's.id', 'r.shipmentId')
    .select(['r.shipmentId', 'r.position', 'r.quantity', 'r.leftOn', 'r.backOn', 's.numberKey'])
    .where('r.purchaseLineId', '=', card.id)
    .where('r.backOn', '>', on)
    .execute()
  return rows.flatMap(({ leftOn, backOn, ...r }) => {
    const day = hasCostFrom(card, leftOn)
    return day < backOn ? [{ ...r, day, until: backOn, dispatchedOn: leftOn }] : []
  })
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
/** In the order in which they left; what is leaving now comes first, as it does where it is the database that orders. */
export const inOrder = <T extends Away>(goods: readonly T[]): T[] =>
  goods.toSorted(
    (a, b) =>
      compare(a.dispatchedOn ?? '', b.dispatchedOn ?? '') || compare(a.numberKey ?? '', b.numberKey ?? '') || a.position - b.position,
  )

/** The day of the dispatch that a cost of a day belongs to: what goods that are away, or come back on that day, left with. */
export const leftFor = (goods: readonly Away[], day: IsoDate): IsoDate | null =>
  goods.findLast((g) => g.day <= day && (g.until === undefined || day <= g.until))?.dispatchedOn ?? null
