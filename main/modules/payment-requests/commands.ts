// Payment requests (付款申请): saved, voided, and held against every payment made on them. Rules T17 to T19 of SPEC.md.
import type { Selectable } from 'kysely'
import type { PaymentRequestTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { money, toBase } from '../../../preload/contract/vocabulary/money.ts'
import { endApprovals, isSwitchedOn, requireApproved, type Approvable, type Reading, type Subject } from '../../records/approvals/index.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireFree } from '../../records/holds.ts'
import { indexRecord } from '../../records/search.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { loadForUpdate, loadToSave } from '../../records/load.ts'
import { paymentRequest } from '../../../preload/contract/modules/payment-requests/records.ts'
import { requireBankDetailsConfirmed, requirePartyInUse } from '../parties/index.ts'
import { ownerForUse } from '../people/index.ts'
import { requireBoughtApproved } from '../purchasing/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { paidParty } from '../parties/index.ts'
import { itemOf, returnableItem, canBeCleared, sideOf } from '../open-items/index.ts'
import { paidOn, requestedElsewhere, type Sum } from './sums.ts'

type Input = CommandParsed<'save-payment-request'>
export type RequestRow = Selectable<PaymentRequestTable>

type Line = { id: string; item: string; amount: number }
/** Who may not see what is owed names bills and no amounts: by trying amounts he would find them (U49). */
const seesOwed = (ctx: CommandContext): boolean => seesSecret(ctx.may, 'owed')

/** What a line asks for: as typed, else what it asked for before, else all that is left of the bill. */
const askedBy = (ctx: CommandContext, requestId: string, line: Input['lines'][number], left: number): number => {
  if (line.amount !== null) return seesOwed(ctx) ? line.amount : refuse('not-permitted', { permission: 'payable.view' })
  const stored = ctx.tx.row('payment_request_line', line.id)
  return stored?.requestId === requestId && stored.item === line.item ? stored.amount : left
}

/** The bills asked for: open items of this vendor in the request's currency, none asked for twice beyond what is open (T17). */
const requiredLines = async (ctx: CommandContext, input: Input, party: { id: string; name: string; kind: string }): Promise<Line[]> => {
  const refs = input.lines.map((l) => l.item)
  // A customer is not paid in advance: a request to give back says what of.
  if (party.kind === 'customer' && refs.length === 0) refuse('invalid-input', { issues: [{ path: 'lines', rule: 'required' }] })
  if (new Set(refs).size < refs.length) refuse('invalid-input', { issues: [{ path: 'lines', rule: 'duplicate' }] })
  const elsewhere = await requestedElsewhere(ctx, refs, input.id)
  const lines: Line[] = []
  for (const line of input.lines) {
    const ref = line.item
    const item = party.kind === 'customer' ? await returnableItem(ctx, ref, 'receivable', party) : await itemOf(ctx, ref)
    if (party.kind !== 'customer' && (sideOf(item) !== 'payable' || !canBeCleared(item)))
      refuse('wrong-state', { kind: 'open-item', state: item.kind, needed: 'bill' })
    if (item.partyId !== party.id)
      refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', item.partyId ?? '')?.name ?? '' })
    if (item.currency !== input.currency) refuse('currency-differs', { expected: item.currency, found: input.currency })
    const left = Math.max(0, Math.abs(item.openForeign) - (elsewhere.get(ref) ?? 0))
    const amount = askedBy(ctx, input.id, line, left)
    if (amount === 0) refuse('nothing-to-do', {})
    if (amount > left)
      refuse('allocation-exceeds', {
        asked: money(amount, item.currency),
        open: money(left, item.currency),
        of: party.kind === 'customer' ? 'receivable' : 'payable',
        document: item.documentNumber,
      })
    lines.push({ id: line.id, item: ref, amount })
  }
  return lines
}

/** A prepayment may name a signed purchase contract of the vendor; bills name none. */
const requireContract = (ctx: CommandContext, input: Input, party: { id: string; name: string }): void => {
  if (input.contractId === null) return
  if (input.lines.length > 0) refuse('invalid-input', { issues: [{ path: 'contractId', rule: 'choice' }] })
  const contract = ctx.orNotFound(ctx.tx.row('purchase_contract', input.contractId), 'purchase-contract')
  ctx.requireScope('purchase-contract', contract)
  if (contract.supplierId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', contract.supplierId)?.name ?? '' })
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'purchase-contract', state: contract.status, needed: 'signed' })
}

/** The sum of the bills, or the amount typed for a prepayment; who may not see it may leave it as it is. */
const amountOf = (ctx: CommandContext, input: Input, lines: readonly Line[], unseen: number | null): number => {
  const sum = lines.reduce((total, l) => total + l.amount, 0)
  if (lines.length === 0) return input.amount ?? unseen ?? refuse('invalid-input', { issues: [{ path: 'amount', rule: 'required' }] })
  if (input.amount !== null && (input.amount !== sum || !seesOwed(ctx)))
    refuse('invalid-input', { issues: [{ path: 'amount', rule: 'choice' }] })
  return sum
}

const requestForUpdate = (ctx: CommandContext, input: { id: string; revision: number }): RequestRow =>
  loadForUpdate(ctx, paymentRequest, input, ['open'])

const writeLines = async (ctx: CommandContext, input: Input, lines: readonly Line[]): Promise<void> => {
  const old = await ctx.db.selectFrom('payment_request_line').select('id').where('requestId', '=', input.id).orderBy('id').execute()
  const ids = uniqueIds(lines)
  for (const { id } of old) if (!ids.has(id)) ctx.tx.remove('payment_request_line', id)
  for (const [position, { id, item, amount }] of lines.entries()) {
    saveRow(ctx, 'payment_request_line', id, { requestId: input.id }, { position, item, amount })
  }
}

const oldRequest = async (ctx: CommandContext, input: Input): Promise<RequestRow | undefined> => {
  const old = loadToSave(ctx, paymentRequest, input, ['open'])
  if (old) await requireFree(ctx, 'payment-request', old.id, 'change') // T18
  return old
}

/** The amount of a prepayment that whoever changes it may not see. */
const amountOutOfScope = async (ctx: CommandContext, old: RequestRow | undefined): Promise<number | null> => {
  if (!old || seesOwed(ctx)) return null
  const bill = await ctx.db.selectFrom('payment_request_line').select('id').where('requestId', '=', old.id).executeTakeFirst()
  return bill ? null : old.amount
}

export const paymentRequestCommands = defineCommands({
  'save-payment-request': async (input, ctx) => {
    const old = await oldRequest(ctx, input)
    const party = paidParty(ctx, input.partyId)
    // What is owed is paid whoever it is owed to; nothing is paid ahead to who is dealt with no longer (T45).
    if (input.lines.length === 0) requirePartyInUse(ctx, party.id)
    const owner = await ownerForUse(ctx, input.ownerId)
    ctx.requireScope('payment-request', owner)
    const base = ctx.company.baseCurrency
    const rate = checkedRate(base, input.currency, input.rate)
    requireContract(ctx, input, party)
    const lines = await requiredLines(ctx, input, party)
    const amount = amountOf(ctx, input, lines, await amountOutOfScope(ctx, old))
    const revision = (old?.revision ?? 0) + 1
    const number = old?.number ?? ctx.number('payment-request', ctx.today)
    const fields = {
      partyId: party.id,
      contractId: input.contractId,
      currency: input.currency,
      amount,
      rate,
      amountBase: toBase(amount, input.currency, rate, base),
      payBy: input.payBy,
      purpose: input.purpose,
      remark: input.remark,
      ...owner,
      revision,
    }
    if (old) await endApprovals(ctx, 'payment-request', old.id)
    if (old) ctx.tx.patch('payment_request', old.id, fields)
    else
      ctx.tx.put('payment_request', {
        ...{ id: input.id, number, requestedOn: ctx.today, status: 'open', voidReason: null, createdAt: ctx.now },
        ...fields,
      })
    await writeLines(ctx, input, lines)
    indexRecord(ctx, {
      id: input.id,
      kind: 'payment-request',
      title: number,
      detail: party.name,
      ...owner,
      words: [party.nameZh, input.purpose],
    })
    return { id: input.id, number, revision }
  },

  'void-payment-request': async (input, ctx) => {
    const request = requestForUpdate(ctx, input)
    await requireFree(ctx, 'payment-request', request.id, 'void') // T18
    await endApprovals(ctx, 'payment-request', request.id)
    const revision = request.revision + 1
    ctx.tx.patch('payment_request', request.id, { status: 'void', voidReason: input.reason, revision })
    return { id: request.id, number: request.number, revision }
  },
})

// ---- approval and payment ----------------------------------------------------------------------------------------------------------------------

const subjectOf = async ({ db }: Reading, requestId: string): Promise<Subject | undefined> => {
  const r = await db
    .selectFrom('payment_request as r')
    .innerJoin('party as p', 'p.id', 'r.partyId')
    .leftJoin('purchase_contract as c', 'c.id', 'r.contractId')
    .selectAll('r')
    .select(['p.name as party', 'c.number as contractNumber'])
    .where('r.id', '=', requestId)
    .executeTakeFirst()
  if (!r) return undefined
  return {
    documentId: r.id,
    number: r.number,
    revision: r.revision,
    title: r.party,
    amount: money(r.amount, r.currency),
    amountBase: r.amountBase,
    margin: null,
    customerLevel: null,
    ownerId: r.ownerId,
    departmentId: r.departmentId,
    facts: {
      payBy: r.payBy,
      ...(r.purpose === '' ? {} : { purpose: r.purpose }),
      ...(r.contractNumber === null ? {} : { contractNumber: r.contractNumber }),
    },
    ...(r.status === 'void' ? { closed: { kind: 'payment-request' as const, state: 'void', needed: 'open' } } : {}),
  }
}
export const paymentRequestApproval: Approvable = {
  submit: 'payment-request.submit',
  amountSecret: 'owed',
  read: subjectOf,
  // T23. Nobody approves money for an account that has not been confirmed.
  decided: async (ctx, { documentId }, decision) => {
    const party = ctx.tx.row('party', ctx.tx.row('payment_request', documentId)?.partyId ?? '')
    const bill = await ctx.db.selectFrom('payment_request_line').select('id').where('requestId', '=', documentId).executeTakeFirst()
    if (decision === 'approved' && party && !bill) requirePartyInUse(ctx, party.id) // T45
    if (decision === 'approved' && party && party.kind !== 'customer') await requireBankDetailsConfirmed(ctx, 'vendor', party)
  },
}

type Payment = CommandParsed<'register-payment'>
/** A payment on a request: for its vendor, in its currency, and never more than is left of it, whole and bill by bill (T19). */
const requireWithin = async (ctx: CommandContext, request: RequestRow, payment: Payment, currency: string): Promise<void> => {
  if (request.partyId !== payment.partyId)
    refuse('party-differs', {
      expected: ctx.tx.row('party', request.partyId)?.name ?? '',
      found: ctx.tx.row('party', payment.partyId)?.name ?? '',
    })
  if (request.currency !== currency) refuse('currency-differs', { expected: request.currency, found: currency })
  if (request.contractId !== payment.contractId) refuse('invalid-input', { issues: [{ path: 'contractId', rule: 'choice' }] })
  const paid = await paidOn(ctx, request.id)
  const exceeds = (asked: number, left: number) =>
    refuse('allocation-exceeds', {
      asked: money(asked, currency),
      open: money(Math.max(0, left), currency),
      of: 'payable',
      document: request.number,
    })
  if (payment.amount > request.amount - paid.total) exceeds(payment.amount, request.amount - paid.total)
  const lines = await ctx.db
    .selectFrom('payment_request_line')
    .select(['item', 'amount'])
    .where('requestId', '=', request.id)
    .orderBy('id')
    .execute()
  for (const { item, amount } of lines.length === 0
    ? []
    : [...new Set(payment.targets.map((t) => t.item))].map((item) => sumOf(payment, item))) {
    const left = (lines.find((l) => l.item === item)?.amount ?? 0) - (paid.items.get(item) ?? 0)
    if (amount > left) exceeds(amount, left)
  }
}
const sumOf = (payment: Payment, item: string): Sum => ({
  item,
  amount: payment.targets.filter((t) => t.item === item).reduce((sum, t) => sum + t.amount, 0),
})

const contractsPaid = async (ctx: CommandContext, payment: Payment): Promise<string[]> => {
  const bills: string[] = []
  for (const target of payment.targets) bills.push((await itemOf(ctx, target.item)).documentId)
  if (bills.length === 0) return payment.contractId === null ? [] : [payment.contractId]
  const rows = await ctx.db
    .selectFrom('bill_line as l')
    .innerJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
    .select('p.contractId')
    .where('l.billId', 'in', bills)
    .execute()
  return [...rows.map((r) => r.contractId), ...(payment.contractId === null ? [] : [payment.contractId])]
}

/** With payment approval switched on, a payment is made on an approved request and stays within it (T19). */
const requireRequest = async (ctx: CommandContext, payment: Payment, currency: string): Promise<void> => {
  const requestId = payment.requestId ?? null
  if (requestId === null) {
    if (isSwitchedOn(ctx.company.switches, 'payment-request'))
      refuse('payment-request-needed', { party: ctx.tx.row('party', payment.partyId)?.name ?? '' })
    return
  }
  const request = ctx.orNotFound(ctx.tx.row('payment_request', requestId), 'payment-request')
  ctx.requireScope('payment-request', request)
  if (request.status !== 'open') refuse('wrong-state', { kind: 'payment-request', state: request.status, needed: 'open' })
  await requireApproved(ctx, 'payment-request', { documentId: request.id, revision: request.revision, number: request.number })
  await requireWithin(ctx, request, payment, currency)
}

/**
 * What stands before every payment (T19, T23): the purchase contracts it is for are approved, so is its request, and the vendor's bank details are
 * confirmed. Refuses `approval-needed`, `payment-request-needed`, `bank-details-needed`, `bank-details-unconfirmed`, and what `requireWithin` does.
 */
export const requireMayPay = async (ctx: CommandContext, payment: Payment, currency: string): Promise<void> => {
  if (isSwitchedOn(ctx.company.switches, 'purchase-contract')) await requireBoughtApproved(ctx, await contractsPaid(ctx, payment))
  await requireRequest(ctx, payment, currency)
  // Of a customer no details are kept: his money goes back the way it came (T27).
  const party = paidParty(ctx, payment.partyId)
  if (party.kind !== 'customer') await requireBankDetailsConfirmed(ctx, 'vendor', party)
}
