// The row of a deal: made with its first sales contract, following that contract's customer while it is alone, removed when nothing is left in it.
import type { Selectable } from 'kysely'
import type { DealTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { indexRecord, unindexRecord } from '../../records/search.ts'
import type { PartyRow } from '../parties/index.ts'
import type { RecordOwner } from '../people/index.ts'
import { holderOf } from '../../records/holds.ts'
import { afterDealGiven } from './parts.ts'

type Wanted = {
  id: string
  /** The sales contract that the deal is for. */
  contractId: string
  on: IsoDate
  customer: PartyRow
  owner: RecordOwner
}

/** A deal is found by its number and the customer's names. */
const findable = (ctx: CommandContext, deal: { id: string; number: string }, { customer, owner }: Wanted) =>
  indexRecord(ctx, {
    id: deal.id,
    kind: 'deal',
    title: deal.number,
    detail: customer.name,
    ...owner,
    words: [customer.nameZh, customer.shortName],
  })

/** A known deal must be the viewer's to see and of the same customer; a deal of this contract alone follows its customer (C6). */
const joinDeal = async (ctx: CommandContext, deal: Selectable<DealTable>, wanted: Wanted): Promise<void> => {
  const { customer, owner } = wanted
  ctx.requireScope('deal', deal)
  const alone = !(await holderOf(ctx, 'deal', deal.id, 'change', wanted.contractId))
  if (!alone && deal.customerId !== customer.id)
    refuse('party-differs', { expected: ctx.tx.row('party', deal.customerId)?.name ?? '', found: customer.name })
  const changed = deal.customerId !== customer.id || deal.ownerId !== owner.ownerId || deal.departmentId !== owner.departmentId
  if (!alone || !changed) return
  ctx.tx.patch('deal', deal.id, { customerId: customer.id, ...owner, revision: deal.revision + 1 })
  findable(ctx, deal, wanted)
  for (const follow of ctx.contributed(afterDealGiven)) await follow(ctx, deal.id, owner)
}

/** The deal of a sales contract: a new one for an id that is unknown. Refuses `not-found` out of scope, `party-differs` (C6). */
export const dealForContract = async (ctx: CommandContext, wanted: Wanted): Promise<void> => {
  const known = ctx.tx.row('deal', wanted.id)
  if (known) return joinDeal(ctx, known, wanted)
  const number = ctx.number('deal', wanted.on)
  ctx.tx.put('deal', {
    id: wanted.id,
    number,
    customerId: wanted.customer.id,
    openedOn: wanted.on,
    stage: 'draft',
    contractedBase: 0,
    ...wanted.owner,
    createdAt: ctx.now,
    revision: 1,
  })
  findable(ctx, { id: wanted.id, number }, wanted)
}

/** Removes a deal in which nothing is left (C7); says whether it did. */
export const dropEmptyDeal = async (ctx: CommandContext, dealId: string): Promise<boolean> => {
  if (await holderOf(ctx, 'deal', dealId, 'discard')) return false
  unindexRecord(ctx, dealId)
  return ctx.tx.remove('deal', dealId)
}
