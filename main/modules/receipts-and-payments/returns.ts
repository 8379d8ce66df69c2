// Money that goes back the way it came (退款): to a customer his advance or credit note, from a vendor a prepayment or credit note. Rules T27, T28 of SPEC.md.
import type { Dimensions } from '../../../db/ledger/post.ts'
import type { Side } from '../../../db/ledger/sides.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { applyPairs, type AllocationTarget, soleOf, returnableItem, type Item } from '../open-items/index.ts'

export type Returned = { item: Item; given: AllocationTarget }

/**
 * What the money returns: wholly what the items are told to give, so nothing of it stands unexplained. Of a target, `amount` is in the item's currency and,
 * across currencies, `sourceAmount` in the money's. Refuses `amount-not-zero` with what is not accounted for, `currency-differs`.
 */
export const returnedItems = async (
  ctx: CommandContext,
  side: Side,
  party: { id: string; name: string },
  of: { amount: number; currency: string; targets: readonly AllocationTarget[] },
): Promise<Returned[]> => {
  const returned: Returned[] = []
  let left = of.amount
  for (const given of of.targets) {
    const item = await returnableItem(ctx, given.item, side, party)
    if (item.currency !== of.currency && given.sourceAmount === undefined)
      refuse('currency-differs', { expected: item.currency, found: of.currency })
    left -= given.sourceAmount ?? given.amount
    returned.push({ item, given })
  }
  if (left !== 0) refuse('amount-not-zero', { amount: money(left, of.currency) })
  return returned
}

/** Dimensions of the money: the deal and contract that all of what it returns is of. */
export const returnedDimensions = (ctx: CommandContext, partyId: string, returned: readonly Returned[]): Dimensions => {
  const dealId = soleOf(returned.map((r) => r.item.dealId))
  const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
  const owner = deal ?? ctx.tx.row('party', partyId)
  return {
    partyId,
    dealId,
    ownerId: owner?.ownerId ?? null,
    departmentId: owner?.departmentId ?? null,
    contractId: soleOf(returned.map((r) => r.item.contractId)),
  }
}

/** Takes what is returned out of its items, against the item that the money opened. */
export const applyReturns = (
  ctx: CommandContext,
  batch: { id: string; on: IsoDate; refund: string; returned: readonly Returned[] },
): Promise<number> =>
  applyPairs(ctx, {
    ...batch,
    pairs: batch.returned.map(({ item, given }) => ({
      source: item.ref,
      target: batch.refund,
      amount: given.sourceAmount ?? given.amount,
      sourceAmount: given.sourceAmount === undefined ? undefined : given.amount,
    })),
  })
