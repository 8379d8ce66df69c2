// Money out: a payment is a prepayment for its whole amount, applied in the same command to the bills it pays; or it gives a customer money back. Rules
// T9, T13, T27 of SPEC.md.
import type { Dimensions } from '../../../db/ledger/post.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { proveMilestones } from '../production/index.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { applyTargets, reverseBatch, type AllocationTarget, dealDimensions, soleOf, itemOf, requireUntouched } from '../open-items/index.ts'
import { dealsOfBill } from '../bills/index.ts'
import { refreshDeals } from '../deals/index.ts'
import { followCharge, returnCharge } from './charges.ts'
import { bankForUse } from '../bank-accounts/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { paidParty } from '../parties/index.ts'
import { requireMayPay } from '../payment-requests/index.ts'
import { applyReturns, returnedDimensions, returnedItems } from './returns.ts'

const contractDeals = async (ctx: CommandContext, contractId: string): Promise<string[]> => {
  const lines = await ctx.db.selectFrom('purchase_line').select('dealId').where('contractId', '=', contractId).execute()
  return lines.flatMap(({ dealId }) => (dealId === null ? [] : [dealId]))
}

/** Deals a payment is for: of its purchase contract, else of the bills it pays. */
const dealsPaid = async (ctx: CommandContext, contractId: string | null, targets: readonly AllocationTarget[]): Promise<string[]> => {
  if (contractId !== null) return contractDeals(ctx, contractId)
  const deals: string[] = []
  for (const target of targets) deals.push(...(await dealsOfBill(ctx, (await itemOf(ctx, target.item)).documentId)))
  return deals
}

/** Refuses `not-found`, `party-differs`, `wrong-state` for a contract that is not signed. */
const requireContract = (ctx: CommandContext, contractId: string | null, party: { id: string; name: string }): void => {
  if (contractId === null) return
  const contract = ctx.orNotFound(ctx.tx.row('purchase_contract', contractId), 'purchase-contract')
  ctx.requireScope('purchase-contract', contract)
  if (contract.supplierId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', contract.supplierId)?.name ?? '' })
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'purchase-contract', state: contract.status, needed: 'signed' })
}

type Input = CommandParsed<'register-payment'>
type Paid = {
  of: Dimensions
  account: '1123' | '2203'
  kind: 'prepayment' | 'refund'
  deals: string[]
  apply(item: string): Promise<number>
}
/** A vendor is paid in advance for the whole amount, which is then applied to the bills. */
const toVendor = async (ctx: CommandContext, input: Input, party: { id: string; name: string }): Promise<Paid> => {
  requireContract(ctx, input.contractId, party)
  const deals = await dealsPaid(ctx, input.contractId, input.targets)
  const deal = soleOf(deals)
  return {
    of: { partyId: party.id, contractId: input.contractId, ...(deal === null ? {} : dealDimensions(ctx, deal)) },
    account: '1123',
    kind: 'prepayment',
    deals,
    apply: (item) => applyTargets(ctx, { id: input.id, on: input.paidOn, source: item, targets: input.targets }),
  }
}
/** A customer is given back what is open of his advances and credit notes, and nothing else (T27). */
const toCustomer = async (ctx: CommandContext, input: Input, party: { id: string; name: string }, currency: string): Promise<Paid> => {
  if (input.contractId !== null) refuse('invalid-input', { issues: [{ path: 'contractId', rule: 'choice' }] })
  const returned = await returnedItems(ctx, 'receivable', party, { ...input, currency })
  return {
    of: returnedDimensions(ctx, party.id, returned),
    account: '2203',
    kind: 'refund',
    deals: returned.flatMap((r) => r.item.dealId ?? []),
    apply: (refund) => applyReturns(ctx, { id: input.id, on: input.paidOn, refund, returned }),
  }
}

export const paymentCommands = defineCommands({
  'register-payment': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    const bank = bankForUse(ctx, input.bankAccountId, input.paidOn)
    const rate = checkedRate(base, bank.currency, input.rate)
    const party = paidParty(ctx, input.partyId)
    const { of, account, kind, deals, apply } = await (party.kind === 'customer'
      ? toCustomer(ctx, input, party, bank.currency)
      : toVendor(ctx, input, party))
    await requireMayPay(ctx, input, bank.currency)
    const amountBase = toBase(input.amount, bank.currency, rate, base)
    const chargeBase = toBase(input.charge, bank.currency, rate, base)
    const number = ctx.number('payment', input.paidOn)
    const item = `${input.id}:1`
    const journalId = ctx.post({
      date: input.paidOn,
      kind: 'payment',
      documentKind: 'payment',
      documentId: input.id,
      documentNumber: number,
      memo: cutText(input.remark, 200),
      lines: [
        {
          ...of,
          account,
          currency: bank.currency,
          foreign: input.amount,
          base: amountBase,
          opens: { ref: item, kind, dueDate: input.paidOn },
        },
        { ...of, account: '6603', currency: bank.currency, foreign: input.charge, base: chargeBase, category: 'bank-charge' },
        {
          ...of,
          account: '1002',
          currency: bank.currency,
          foreign: -(input.amount + input.charge),
          base: -(amountBase + chargeBase),
          bankAccountId: bank.id,
        },
      ],
    })
    ctx.tx.put('payment', {
      id: input.id,
      number,
      bankAccountId: bank.id,
      paidOn: input.paidOn,
      partyId: party.id,
      currency: bank.currency,
      amount: input.amount,
      charge: input.charge,
      rate,
      amountBase,
      contractId: input.contractId,
      requestId: input.requestId ?? null,
      bankReference: input.bankReference ?? '',
      remark: input.remark,
      status: 'posted',
      item,
      journalId,
      createdAt: ctx.now,
    })
    indexRecord(ctx, {
      id: input.id,
      kind: 'payment',
      title: number,
      detail: party.name,
      ownerId: null,
      departmentId: null,
      words: [party.nameZh, party.code, input.bankReference],
    })
    await apply(item)
    if (input.targets.length === 0) await followCharge(ctx, { documentKind: 'payment', documentId: input.id }, input.paidOn)
    await refreshDeals(ctx, deals)
    await proveMilestones(ctx, input.contractId === null ? [] : [input.contractId], { documentId: input.id, number, on: input.paidOn })
    return { id: input.id, number, item }
  },

  'reverse-payment': async (input, ctx) => {
    const payment = ctx.orNotFound(ctx.tx.row('payment', input.id), 'payment')
    if (payment.status === 'reversed') refuse('already-reversed', { document: payment.number })
    // What was paid together with it goes back with it; what was applied later has to be taken back first.
    await reverseBatch(ctx, payment.id, input.on, input.reason)
    const item = await itemOf(ctx, payment.item)
    await requireUntouched(ctx, item, input.on)
    await returnCharge(ctx, { documentKind: 'payment', documentId: payment.id }, input.on)
    ctx.reverse(payment.journalId, input.on, input.reason)
    ctx.tx.patch('payment', payment.id, { status: 'reversed' })
    await refreshDeals(
      ctx,
      payment.contractId === null ? (item.dealId === null ? [] : [item.dealId]) : await contractDeals(ctx, payment.contractId),
    )
    const { id, number, contractId } = payment
    await proveMilestones(ctx, contractId === null ? [] : [contractId], { documentId: id, number, on: input.on })
    return { id, number }
  },
})
