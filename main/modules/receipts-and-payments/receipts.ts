// Money in: registering what the bank has (收汇登记), saying whose it is (认领), a vendor's money back, and taking a receipt back. Rules T6,
// T13, T28 of SPEC.md.
import type { Selectable } from 'kysely'
import type { SalesContractTable } from '../../../db/schema/tables.ts'
import type { Dimensions } from '../../../db/ledger/post.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { requireNotBefore } from '../../../db/ledger/days.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord, reownRecord } from '../../records/search.ts'
import { refreshDeals } from '../deals/index.ts'
import { reverseBatch, itemOf, clearingLine, requireUntouched } from '../open-items/index.ts'
import { followCharge, returnCharge } from './charges.ts'
import { notify } from '../../records/tasks/index.ts'
import { bankForUse } from '../bank-accounts/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { paidVendor, payingCustomer } from '../parties/index.ts'
import { applyReturns, returnedDimensions, returnedItems } from './returns.ts'

type PayerRefs = {
  customerId: string
  ownerId: string | null
  departmentId: string | null
  contract: Selectable<SalesContractTable> | null
}
/** The customer and contract that money is for. Refuses `not-found`, `party-differs`, `wrong-state` for a contract that is not signed. */
const payerRefs = (ctx: CommandContext, customerId: string, contractId: string | null): PayerRefs => {
  const customer = payingCustomer(ctx, customerId)
  const contract = contractId === null ? null : ctx.orNotFound(ctx.tx.row('sales_contract', contractId), 'sales-contract')
  if (contract) ctx.requireScope('sales-contract', contract)
  if (contract && contract.customerId !== customerId)
    refuse('party-differs', { expected: customer.name, found: ctx.tx.row('party', contract.customerId)?.name ?? '' })
  if (contract && contract.status !== 'signed') refuse('wrong-state', { kind: 'sales-contract', state: contract.status, needed: 'signed' })
  return { customerId, ownerId: customer.ownerId, departmentId: customer.departmentId, contract }
}
/** Found by who may see it: its customer's salesperson; unclaimed money by who sees all receipts. */
const index = (
  ctx: CommandContext,
  receipt: { id: string; number: string; payerName: string; bankReference: string },
  known: PayerRefs | null,
): void => {
  const customer = known ? ctx.tx.row('party', known.customerId) : undefined
  indexRecord(ctx, {
    id: receipt.id,
    kind: 'receipt',
    title: receipt.number,
    detail: customer?.name ?? receipt.payerName,
    ownerId: known?.ownerId ?? null,
    departmentId: known?.departmentId ?? null,
    words: [receipt.payerName, receipt.bankReference, customer?.nameZh, customer?.code, known?.contract?.number],
  })
}
const advanceOf = ({ customerId, ownerId, departmentId, contract }: PayerRefs) => ({
  partyId: customerId,
  dealId: contract?.dealId ?? null,
  // To whom the customer belongs, not to whoever signed the contract before a hand-over (T6, T41).
  ownerId,
  departmentId,
  contractId: contract?.id ?? null,
})

type Input = CommandParsed<'register-receipt'>
type Origin = {
  of: Dimensions
  account: '2203' | '2241' | '1123'
  kind: 'advance' | 'unclaimed' | 'refund'
  customer: PayerRefs | null
  vendor: { id: string; name: string } | null
  deals: string[]
  apply(item: string): Promise<number>
}
const noTargets = () => Promise.resolve(0)

/** A customer's money is an advance; nobody's waits to be claimed. */
const fromCustomer = (ctx: CommandContext, input: Input): Origin => {
  if (input.customerId === null && input.contractId !== null)
    refuse('invalid-input', { issues: [{ path: 'customerId', rule: 'required' }] })
  if (input.returns?.length) refuse('invalid-input', { issues: [{ path: 'vendorId', rule: 'required' }] })
  const customer = input.customerId === null ? null : payerRefs(ctx, input.customerId, input.contractId)
  const deals = customer?.contract ? [customer.contract.dealId] : []
  return customer
    ? { of: advanceOf(customer), account: '2203', kind: 'advance', customer, vendor: null, deals, apply: noTargets }
    : { of: {}, account: '2241', kind: 'unclaimed', customer, vendor: null, deals, apply: noTargets }
}
/** A vendor sends back what is open of our prepayments and his credit notes, and nothing else (T28). */
const fromVendor = async (ctx: CommandContext, input: Input, vendorId: string, currency: string): Promise<Origin> => {
  if (input.customerId !== null || input.contractId !== null) refuse('invalid-input', { issues: [{ path: 'vendorId', rule: 'choice' }] })
  const vendor = paidVendor(ctx, vendorId)
  const returned = await returnedItems(ctx, 'payable', vendor, { amount: input.amount, currency, targets: input.returns ?? [] })
  return {
    of: returnedDimensions(ctx, vendor.id, returned),
    account: '1123',
    kind: 'refund',
    customer: null,
    vendor,
    deals: returned.flatMap((r) => r.item.dealId ?? []),
    apply: (refund) => applyReturns(ctx, { id: input.id, on: input.receivedOn, refund, returned }),
  }
}

/** The receipt goes to the salesperson to whom its customer now belongs (T41). */
export const giveReceiptTo = (ctx: CommandContext, id: string, owner: { ownerId: string; departmentId: string | null }): void => {
  ctx.tx.patch('receipt', id, owner)
  reownRecord(ctx, id, owner)
}

export const receiptCommands = defineCommands({
  'register-receipt': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    const bank = bankForUse(ctx, input.bankAccountId, input.receivedOn)
    const rate = checkedRate(base, bank.currency, input.rate)
    if (input.charge > input.amount) refuse('invalid-input', { issues: [{ path: 'charge', rule: 'too-big' }] })
    const origin = input.vendorId ? await fromVendor(ctx, input, input.vendorId, bank.currency) : fromCustomer(ctx, input)
    const { of, account, kind, customer: known } = origin
    const amountBase = toBase(input.amount, bank.currency, rate, base)
    const chargeBase = toBase(input.charge, bank.currency, rate, base)
    const number = ctx.number('receipt', input.receivedOn)
    const item = `${input.id}:1`
    const journalId = ctx.post({
      date: input.receivedOn,
      kind: 'receipt',
      documentKind: 'receipt',
      documentId: input.id,
      documentNumber: number,
      memo: input.payerName,
      lines: [
        {
          ...of,
          account: '1002',
          currency: bank.currency,
          foreign: input.amount - input.charge,
          base: amountBase - chargeBase,
          bankAccountId: bank.id,
        },
        { ...of, account: '6603', currency: bank.currency, foreign: input.charge, base: chargeBase, category: 'bank-charge' },
        {
          ...of,
          account,
          currency: bank.currency,
          foreign: -input.amount,
          base: -amountBase,
          opens: { ref: item, kind, dueDate: input.receivedOn },
        },
      ],
    })
    ctx.tx.put('receipt', {
      id: input.id,
      number,
      bankAccountId: bank.id,
      receivedOn: input.receivedOn,
      currency: bank.currency,
      amount: input.amount,
      charge: input.charge,
      rate,
      amountBase,
      payerName: input.payerName,
      bankReference: input.bankReference ?? '',
      customerId: input.customerId,
      vendorId: origin.vendor?.id ?? null,
      contractId: input.contractId,
      dealId: of.dealId ?? null,
      remark: input.remark,
      status: kind === 'unclaimed' ? 'unclaimed' : 'claimed',
      item,
      journalId,
      claimJournalId: null,
      ownerId: known?.ownerId ?? null,
      departmentId: known?.departmentId ?? null,
      createdAt: ctx.now,
    })
    index(ctx, { id: input.id, number, payerName: origin.vendor?.name ?? input.payerName, bankReference: input.bankReference ?? '' }, known)
    await origin.apply(item)
    await refreshDeals(ctx, origin.deals)
    return { id: input.id, number, item }
  },

  'claim-receipt': async (input, ctx) => {
    const receipt = ctx.orNotFound(ctx.tx.row('receipt', input.id), 'receipt')
    if (receipt.status !== 'unclaimed') {
      ctx.requireScope('receipt', receipt)
      refuse('wrong-state', { kind: 'receipt', state: receipt.status, needed: 'unclaimed' })
    }
    requireNotBefore(input.on, receipt.receivedOn)
    const owner = payerRefs(ctx, input.customerId, input.contractId)
    const waiting = await itemOf(ctx, receipt.item)
    const item = `${receipt.id}:2`
    const claimJournalId = ctx.post({
      date: input.on,
      kind: 'claim',
      documentKind: 'receipt',
      documentId: receipt.id,
      documentNumber: receipt.number,
      memo: receipt.payerName,
      lines: [
        clearingLine(waiting, Math.abs(waiting.openForeign), waiting.openBase),
        {
          ...advanceOf(owner),
          account: '2203',
          currency: waiting.currency,
          foreign: waiting.openForeign,
          base: waiting.openBase,
          // An advance ages from the day the money came, not from the day somebody said whose it is.
          opens: { ref: item, kind: 'advance', dueDate: receipt.receivedOn, documentDate: receipt.receivedOn },
        },
      ],
    })
    ctx.tx.patch('receipt', receipt.id, {
      status: 'claimed',
      customerId: owner.customerId,
      contractId: owner.contract?.id ?? null,
      dealId: owner.contract?.dealId ?? null,
      ownerId: owner.ownerId,
      departmentId: owner.departmentId,
      item,
      claimJournalId,
    })
    index(ctx, receipt, owner)
    await followCharge(ctx, { documentKind: 'receipt', documentId: receipt.id }, input.on)
    await refreshDeals(ctx, owner.contract ? [owner.contract.dealId] : [])
    // Whoever claimed it, it is the salesperson's customer who has paid.
    const text = ctx.tx.row('party', owner.customerId)?.name ?? ''
    if (owner.ownerId !== null) notify(ctx, owner.ownerId, { event: 'claimed', recordKind: 'receipt', recordId: receipt.id, text })
    return { id: receipt.id, number: receipt.number, item }
  },

  'reverse-receipt': async (input, ctx) => {
    const receipt = ctx.orNotFound(ctx.tx.row('receipt', input.id), 'receipt')
    ctx.requireScope('receipt', receipt)
    if (receipt.status === 'reversed') refuse('already-reversed', { document: receipt.number })
    // What it gave back goes with it; what it was applied to later has to be taken back first.
    if (receipt.vendorId !== null) await reverseBatch(ctx, receipt.id, input.on, input.reason)
    await requireUntouched(ctx, await itemOf(ctx, receipt.item), input.on)
    await returnCharge(ctx, { documentKind: 'receipt', documentId: receipt.id }, input.on)
    if (receipt.claimJournalId !== null) ctx.reverse(receipt.claimJournalId, input.on, input.reason)
    ctx.reverse(receipt.journalId, input.on, input.reason)
    ctx.tx.patch('receipt', receipt.id, { status: 'reversed' })
    await refreshDeals(ctx, receipt.dealId === null ? [] : [receipt.dealId])
    return { id: receipt.id, number: receipt.number }
  },
})
