// Credit notes: an own item of the party, negative for a customer and positive for a vendor, until it is allocated. Rule T14 of SPEC.md.
import type { Dimensions, PostingLine } from '../../../db/ledger/post.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { customerForUse, vendorForUse } from '../parties/index.ts'
import { checkedRate, dealDimensions } from './checks.ts'
import { refreshDeals } from './allocations.ts'

/** Where the other side of a credit note goes: a customer's lowers revenue; a factory's lowers cost of sales, any other vendor's its expense. */
const counterLine = (kind: string, hasDeal: boolean): { account: string; category?: string } =>
  kind === 'customer'
    ? { account: '6001' }
    : kind === 'factory'
      ? { account: '6401' }
      : { account: hasDeal ? '6601' : '6602', category: 'other' }

const creditedDeal = (ctx: CommandContext, dealId: string | null, party: { id: string; kind: string; name: string }): Dimensions => {
  const of = dealDimensions(ctx, dealId)
  const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
  if (deal && party.kind === 'customer' && deal.customerId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', deal.customerId)?.name ?? '' })
  return of
}

export const creditNoteCommands = defineCommands({
  'post-credit-note': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    // Of an unknown party nobody can say whether it is a customer; it is answered like one out of scope.
    const isCustomer = (ctx.tx.row('party', input.partyId)?.kind ?? 'customer') === 'customer'
    const party = isCustomer ? await customerForUse(ctx, input.partyId) : await vendorForUse(ctx, input.partyId)
    const of: Dimensions = {
      ...(isCustomer ? { ownerId: party.ownerId, departmentId: party.departmentId } : {}),
      ...creditedDeal(ctx, input.dealId, party),
      partyId: party.id,
    }
    const rate = checkedRate(base, input.currency, input.rate)
    const amountBase = toBase(input.amount, input.currency, rate, base)
    const number = ctx.number('credit-note', input.on)
    const item = `${input.id}:1`
    const sign = isCustomer ? -1 : 1
    const opening: PostingLine = {
      ...of,
      account: isCustomer ? '1122' : '2202',
      currency: input.currency,
      foreign: sign * input.amount,
      base: sign * amountBase,
      opens: { ref: item, kind: 'credit-note', dueDate: input.on },
    }
    const counter: PostingLine = {
      ...of,
      ...counterLine(party.kind, input.dealId !== null),
      currency: input.currency,
      foreign: -sign * input.amount,
      base: -sign * amountBase,
    }
    const journalId = ctx.post({
      date: input.on,
      kind: 'credit-note',
      documentKind: 'credit-note',
      documentId: input.id,
      documentNumber: number,
      memo: input.reason,
      lines: [opening, counter],
    })
    ctx.tx.put('credit_note', {
      id: input.id,
      number,
      partyId: party.id,
      on: input.on,
      currency: input.currency,
      amount: input.amount,
      rate,
      dealId: input.dealId,
      reason: input.reason,
      status: 'posted',
      journalId,
      createdAt: ctx.now,
    })
    await refreshDeals(ctx, input.dealId === null ? [] : [input.dealId])
    return { id: input.id, number, item }
  },
})
