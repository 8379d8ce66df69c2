// Applying what was received or paid to what it settles (核销), writing small rests off, and taking both back. Rules T7 to T9 and T11 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { followCustomer } from '../../../db/ledger/hand-over.ts'
import { requireNotBefore } from '../../../db/ledger/days.ts'
import { baseClearedOn, type BaseCleared } from '../../../db/ledger/clearing.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { refreshDeals } from '../deals/index.ts'
import { postRests, reverseRests } from './day-rests.ts'
import { splitOverDeals } from './deal-split.ts'
import { documentOf } from './item-documents.ts'
import { dimensionsOf, itemOf, clearingLine, movableItem, openFrom, type Item } from './items.ts'
import { canBeCleared, canGive, gainOf, sideOf } from './rules.ts'

export type AllocationTarget = { item: string; amount: number; sourceAmount?: number | undefined }
/** What stands in `allocation.source` of a write-off: no item gave the money. */
export const WRITTEN_OFF = 'write-off'

/** Deals whose stage may follow from an item: its own, or all that its document names. */
const dealsOf = async (ctx: CommandContext, item: Item): Promise<readonly string[]> =>
  documentOf(ctx, item).deals?.(ctx, item.documentId) ?? (item.dealId === null ? [] : [item.dealId])

/**
 * What leaves in base when `amount` is taken from an item on a day (L9, T9). Refuses `date-out-of-order` before the item existed, `allocation-exceeds` when
 * less is free on that day or later.
 */
const takeOpen = async (ctx: CommandContext, item: Item, amount: number, on: IsoDate): Promise<BaseCleared> => {
  const open = Math.abs(item.openForeign)
  const exceeds = (free: number) =>
    refuse('allocation-exceeds', {
      asked: { minor: amount, currency: item.currency },
      open: { minor: free, currency: item.currency },
      of: sideOf(item) ?? 'tax-refund',
      document: item.documentNumber,
    })
  if (amount > open) exceeds(open)
  const free = await openFrom(ctx, item, on)
  requireNotBefore(on, free.firstDate)
  if (amount > free.amount) exceeds(free.amount)
  return baseClearedOn(item, free.states, amount)
}

const partyName = (ctx: CommandContext, id: string | null): string => (id === null ? '' : (ctx.tx.row('party', id)?.name ?? ''))
/** Refuses what may never be applied to each other: other kinds of items, another side, another party (T7). */
export const requireMatch = (ctx: CommandContext, source: Item, target: Item): void => {
  if (!canGive(source)) refuse('wrong-state', { kind: 'open-item', state: source.kind, needed: 'advance' })
  if (!canBeCleared(target) || sideOf(source) !== sideOf(target) || source.foreign > 0 === target.foreign > 0)
    refuse('wrong-state', { kind: 'open-item', state: target.kind, needed: sideOf(source) === 'payable' ? 'bill' : 'invoice' })
  if (source.party !== target.party)
    refuse('party-differs', { expected: partyName(ctx, source.partyId), found: partyName(ctx, target.partyId) })
}

/** What of the source a target takes. Across currencies both amounts are told; refuses `currency-differs` when one is missing. */
export const takenFromSource = (source: Item, target: Item, given: AllocationTarget): number => {
  if (source.currency === target.currency) {
    if (given.sourceAmount !== undefined && given.sourceAmount !== given.amount)
      refuse('invalid-input', { issues: [{ path: 'targets.sourceAmount', rule: 'same-currency' }] })
    return given.amount
  }
  return given.sourceAmount ?? refuse('currency-differs', { expected: target.currency, found: source.currency })
}

type Batch = { id: string; on: IsoDate }
type Pair = AllocationTarget & { source: string; target: string }
/** One application: its journal, those of its rests (L9), and its row. Gives the gain in base currency and both items as they were. */
const applyPair = async (ctx: CommandContext, batch: Batch, n: number, pair: Omit<Pair, 'item'>) => {
  const base = ctx.company.baseCurrency
  // Read anew each time: the pair before has changed them.
  const source = await itemOf(ctx, pair.source)
  const target = await itemOf(ctx, pair.target)
  requireMatch(ctx, source, target)
  const sourceAmount = takenFromSource(source, target, { ...pair, item: pair.target })
  const fromSource = await takeOpen(ctx, source, sourceAmount, batch.on)
  const fromTarget = await takeOpen(ctx, target, pair.amount, batch.on)
  const difference = gainOf(fromSource.base, fromTarget.base)
  // What is given back gains or loses for the deal that it was of (T27).
  const bearer = target.kind === 'refund' ? source : target
  const result = (gain: number) =>
    splitOverDeals(ctx, bearer, {
      ...dimensionsOf(bearer),
      account: '6603',
      currency: base,
      foreign: -gain || 0,
      base: -gain || 0,
      category: 'exchange-difference',
    })
  const journal = {
    kind: 'allocation' as const,
    documentKind: source.documentKind,
    documentId: source.documentId,
    documentNumber: source.documentNumber,
    memo: `${source.documentNumber} → ${target.documentNumber}`,
  }
  const lines = [
    clearingLine(source, sourceAmount, fromSource.base),
    clearingLine(target, pair.amount, fromTarget.base),
    ...(await result(difference)),
  ]
  const journalId = ctx.post({ ...journal, date: batch.on, lines })
  const rests = await postRests(
    ctx,
    journal,
    [
      { item: source, ...fromSource },
      { item: target, ...fromTarget },
    ],
    result,
  )
  const gained = difference + rests.gained
  ctx.tx.put('allocation', {
    ...{ id: `${batch.id}:${n + 1}`, batchId: batch.id, on: batch.on, source: source.ref, target: target.ref, sourceAmount },
    ...{ amount: pair.amount, difference: gained, status: 'posted', journalId, rests: JSON.stringify(rests.journals) },
  })
  return { gained, source, target }
}

/**
 * Applies items to each other in pairs, one journal and one row each (T8). Gives the exchange difference in base currency, a gain positive.
 * Refuses `allocation-exceeds`, `party-differs`, `currency-differs`, `wrong-state`, `date-out-of-order`.
 */
export const applyPairs = async (ctx: CommandContext, batch: Batch & { pairs: readonly Omit<Pair, 'item'>[] }): Promise<number> => {
  const deals: string[] = []
  const moved = new Map<string, Item>()
  let gained = 0
  for (const [n, pair] of batch.pairs.entries()) {
    const applied = await applyPair(ctx, batch, n, pair)
    gained += applied.gained
    for (const item of [applied.source, applied.target]) {
      moved.set(item.documentId, item)
      deals.push(...(await dealsOf(ctx, item)))
    }
  }
  for (const item of moved.values()) await documentOf(ctx, item).applied?.(ctx, item, batch.on)
  await refreshDeals(ctx, deals)
  return gained
}

/** Applies one source item to its targets (T8). */
export const applyTargets = (
  ctx: CommandContext,
  batch: Batch & { source: string; targets: readonly AllocationTarget[] },
): Promise<number> =>
  applyPairs(ctx, {
    ...batch,
    pairs: batch.targets.map(({ item, amount, sourceAmount }) => ({ source: batch.source, target: item, amount, sourceAmount })),
  })

const clearedItemsOf = async (ctx: CommandContext, refs: readonly string[]): Promise<Item[]> => {
  const items: Item[] = []
  for (const ref of refs) if (ref !== WRITTEN_OFF) items.push(await itemOf(ctx, ref))
  return items.filter((item) => item.openForeign === 0)
}
/** T41. What was settled and is open again is the present salesperson's, with the receipt that brought it. */
const giveToPresentOwner = (ctx: CommandContext, item: Item): void => {
  const owner = followCustomer(ctx.tx, item.ref)
  if (owner) documentOf(ctx, item).giveTo?.(ctx, item.documentId, owner)
}

/** Takes back what is still posted of a batch (T11). Refuses `already-reversed` through the ledger, `period-closed`, `date-out-of-order`. */
export const reverseBatch = async (ctx: CommandContext, batchId: string, on: IsoDate, reason: string): Promise<void> => {
  const rows = await ctx.db
    .selectFrom('allocation')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('status', '=', 'posted')
    .orderBy('journalId', 'desc')
    .execute()
  const deals: string[] = []
  const money = new Map<string, Item>()
  for (const row of rows) {
    const cleared = await clearedItemsOf(ctx, [row.source, row.target])
    reverseRests(ctx, row.rests, on, reason)
    ctx.reverse(row.journalId, on, reason)
    ctx.tx.patch('allocation', row.id, { status: 'reversed' })
    cleared.forEach((item) => giveToPresentOwner(ctx, item))
    for (const ref of [row.source, row.target]) {
      if (ref === WRITTEN_OFF) continue
      const item = await itemOf(ctx, ref)
      money.set(item.documentId, item)
      deals.push(...(await dealsOf(ctx, item)))
    }
  }
  for (const item of money.values()) await documentOf(ctx, item).applied?.(ctx, item, on)
  await refreshDeals(ctx, deals)
}

/** The receipt or payment whose money gives something back: it is reversed as a whole, so that no money stands unexplained (T28). */
const refundOf = async (ctx: CommandContext, ref: string): Promise<{ by: string; number: string } | null> => {
  const item = await itemOf(ctx, ref)
  return item.kind === 'refund' ? { by: item.documentKind, number: item.documentNumber } : null
}

export const allocationCommands = defineCommands({
  allocate: async (input, ctx) => {
    await movableItem(ctx, input.source)
    for (const target of input.targets) await movableItem(ctx, target.item)
    const gained = await applyTargets(ctx, input)
    return { id: input.id, exchangeDifference: { minor: gained, currency: ctx.company.baseCurrency } }
  },

  'reverse-allocation': async (input, ctx) => {
    const rows = await ctx.db.selectFrom('allocation').selectAll().where('batchId', '=', input.id).orderBy('journalId').execute()
    const first = ctx.orNotFound(rows[0], 'receivable')
    for (const row of rows) await movableItem(ctx, row.target)
    if (rows.every((r) => r.status === 'reversed')) {
      const item = await itemOf(ctx, first.target)
      refuse('already-reversed', { document: item.documentNumber })
    }
    const refund = await refundOf(ctx, first.target)
    if (refund) refuse('in-use', refund)
    await reverseBatch(ctx, input.id, input.on, input.reason)
    return {}
  },

  'write-off': async (input, ctx) => {
    const item = await movableItem(ctx, input.item)
    if (sideOf(item) === null) refuse('wrong-state', { kind: 'open-item', state: item.kind, needed: 'invoice' })
    const taken = await takeOpen(ctx, item, input.amount, input.on)
    const base = ctx.company.baseCurrency
    const result = (gain: number) =>
      splitOverDeals(ctx, item, {
        ...dimensionsOf(item),
        account: '6603',
        currency: base,
        foreign: -gain || 0,
        base: -gain || 0,
        category: 'write-off',
      })
    const journal = {
      kind: 'write-off' as const,
      documentKind: item.documentKind,
      documentId: item.documentId,
      documentNumber: item.documentNumber,
      memo: input.reason,
    }
    const lines = [clearingLine(item, input.amount, taken.base), ...(await result(-taken.base || 0))]
    const journalId = ctx.post({ ...journal, date: input.on, lines })
    const rests = await postRests(ctx, journal, [{ item, ...taken }], result)
    ctx.tx.put('allocation', {
      id: `${input.id}:1`,
      batchId: input.id,
      on: input.on,
      source: WRITTEN_OFF,
      target: item.ref,
      sourceAmount: input.amount,
      amount: input.amount,
      difference: (-taken.base || 0) + rests.gained,
      status: 'posted',
      journalId,
      rests: JSON.stringify(rests.journals),
    })
    await refreshDeals(ctx, await dealsOf(ctx, item))
    return {}
  },
})
