// Money out: a payment is a prepayment for its whole amount, applied in the same command to the bills it pays. Rules T9, T13 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../commands/search-index.ts'
import { proveMilestones } from '../production/index.ts'
import { applyTargets, dealsOfBill, refreshDeals, reverseBatch, type AllocationTarget } from './allocations.ts'
import { returnCharge } from './charges.ts'
import { bankForUse, checkedRate, dealDimensions, paidVendor, soleOf } from './checks.ts'
import { itemOf, requireUntouched } from './items.ts'
import { requireMayPay } from './payment-requests.ts'

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
  const contract = ctx.found(ctx.tx.row('purchase_contract', contractId), 'purchase-contract')
  ctx.requireScope('purchase-contract', contract)
  if (contract.supplierId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', contract.supplierId)?.name ?? '' })
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'purchase-contract', state: contract.status, needed: 'signed' })
}

export const paymentCommands = defineCommands({
  'register-payment': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    const bank = bankForUse(ctx, input.bankAccountId, input.paidOn)
    const rate = checkedRate(base, bank.currency, input.rate)
    const party = paidVendor(ctx, input.partyId)
    requireContract(ctx, input.contractId, party)
    await requireMayPay(ctx, input, bank.currency)
    const deals = await dealsPaid(ctx, input.contractId, input.targets)
    const deal = soleOf(deals)
    const of = { partyId: party.id, contractId: input.contractId, ...(deal === null ? {} : dealDimensions(ctx, deal)) }
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
      memo: input.remark.slice(0, 200),
      lines: [
        {
          ...of,
          account: '1123',
          currency: bank.currency,
          foreign: input.amount,
          base: amountBase,
          opens: { ref: item, kind: 'prepayment', dueDate: input.paidOn },
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
      words: [party.nameZh, party.code],
    })
    await applyTargets(ctx, { id: input.id, on: input.paidOn, source: item, targets: input.targets })
    await refreshDeals(ctx, deals)
    await proveMilestones(ctx, input.contractId === null ? [] : [input.contractId], { documentId: input.id, number, on: input.paidOn })
    return { id: input.id, number, item }
  },

  'reverse-payment': async (input, ctx) => {
    const payment = ctx.found(ctx.tx.row('payment', input.id), 'payment')
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
