// Open items as commands of treasury see them: with the uuids of their dimensions, and what of them was open on every day since.
import type { CommandContext } from '../../commands/define-command.ts'
import type { ReadableDb } from '../../../db/open.ts'
import { daysOf, requireNotBefore, statesFrom, type Day } from '../../../db/ledger/days.ts'
import type { Side } from '../../../db/ledger/sides.ts'
import type { Dimensions, ItemRow, PostingLine } from '../../../db/ledger/post.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { canGive, sideOf } from './rules.ts'

export type Item = ItemRow & {
  partyId: string | null
  dealId: string | null
  ownerId: string | null
  departmentId: string | null
  contractId: string | null
  shipmentId: string | null
}

/** The open item of this reference. Refuses `not-found`. */
export const itemOf = async (ctx: { db: ReadableDb }, ref: string): Promise<Item> => {
  const row = await ctx.db
    .selectFrom('open_item as i')
    .leftJoin('ledger_key as p', 'p.key', 'i.party')
    .leftJoin('ledger_key as d', 'd.key', 'i.deal')
    .leftJoin('ledger_key as o', 'o.key', 'i.owner')
    .leftJoin('ledger_key as u', 'u.key', 'i.department')
    .leftJoin('ledger_key as c', 'c.key', 'i.contract')
    .leftJoin('ledger_key as s', 's.key', 'i.shipment')
    .selectAll('i')
    .select(['p.id as partyId', 'd.id as dealId', 'o.id as ownerId', 'u.id as departmentId', 'c.id as contractId', 's.id as shipmentId'])
    .where('i.ref', '=', ref)
    .executeTakeFirst()
  return (row as Item | undefined) ?? refuse('not-found', { resource: 'receivable' })
}

/** An item that the viewer may move: a receivable within the scope of receipts, a payable for who sees payables. Refuses `not-found` otherwise, as for an unknown one. */
export const movableItem = async (ctx: Pick<CommandContext, 'may' | 'requireScope'> & { db: ReadableDb }, ref: string): Promise<Item> => {
  const item = await itemOf(ctx, ref)
  if (sideOf(item) === 'receivable') ctx.requireScope('receipt', item, 'receivable')
  else if (!ctx.may('payable.view')) refuse('not-found', { resource: 'receivable' })
  return item
}

/** An item of the party that money can be given back of. Refuses `not-found` out of scope, `wrong-state`, `party-differs`. */
export const returnableItem = async (ctx: CommandContext, ref: string, side: Side, party: { id: string; name: string }): Promise<Item> => {
  const item = await movableItem(ctx, ref)
  if (!canGive(item) || sideOf(item) !== side)
    refuse('wrong-state', { kind: 'open-item', state: item.kind, needed: side === 'payable' ? 'prepayment' : 'advance' })
  if (item.partyId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', item.partyId ?? '')?.name ?? '' })
  return item
}

export const dimensionsOf = (item: Item): Dimensions => ({
  partyId: item.partyId,
  dealId: item.dealId,
  ownerId: item.ownerId,
  departmentId: item.departmentId,
  contractId: item.contractId,
  shipmentId: item.shipmentId,
})

/** The line that takes `amount` (positive) and `base` (signed, as baseLeavingOn gives it) out of an item. */
export const clearingLine = (item: Item, amount: number, base: number): PostingLine => ({
  ...dimensionsOf(item),
  account: item.account,
  currency: item.currency,
  foreign: (item.foreign > 0 ? -amount : amount) || 0,
  base: -base,
  item: item.ref,
})

export type Openness = {
  /** Positive minor units that could be taken on that day without overdrawing the item on any later day. */
  amount: number
  firstDate: IsoDate
  lastDate: IsoDate
  /** What stood open on that day and on every later one; empty before the item existed. */
  states: readonly Day[]
}
/** What of an item is free on a day (T9): the least that was open on it or on any day after it. */
export const openFrom = async (ctx: { db: ReadableDb }, item: Item, on: IsoDate): Promise<Openness> => {
  const days = await daysOf(ctx.db, item.id)
  const states = statesFrom(days, on)
  const sign = item.foreign < 0 ? -1 : 1
  return {
    amount: states.length === 0 ? 0 : Math.max(0, Math.min(...states.map((s) => s.foreign * sign))),
    firstDate: days[0]?.date ?? item.documentDate,
    lastDate: days.at(-1)?.date ?? item.documentDate,
    states,
  }
}

/**
 * Makes sure that nothing has been taken from an item, so that its document can be reversed on `on` (T13).
 * Refuses `already-allocated`; `date-out-of-order` when it was taken and given back, but later than that day.
 */
export const requireUntouched = async (ctx: { db: ReadableDb }, item: Item, on: IsoDate): Promise<void> => {
  if (item.openForeign !== item.foreign) {
    const taken = await ctx.db
      .selectFrom('allocation as a')
      .innerJoin('journal as j', 'j.id', 'a.journalId')
      .select(['j.memo'])
      .where('a.status', '=', 'posted')
      .where((e) => e.or([e('a.source', '=', item.ref), e('a.target', '=', item.ref)]))
      .orderBy('j.id')
      .executeTakeFirst()
    refuse('already-allocated', { document: taken?.memo ?? item.documentNumber })
  }
  const free = await openFrom(ctx, item, on)
  requireNotBefore(on, free.amount === Math.abs(item.foreign) ? free.firstDate : free.lastDate)
}
