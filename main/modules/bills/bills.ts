// Bills of factories (against lines of purchase contracts) and of everybody else (expenses of deals, or overhead). Rules T3 to T5, T13 of SPEC.md.
import type { Selectable } from 'kysely'
import type { Dimensions, PostingLine } from '../../../db/ledger/post.ts'
import type { PurchaseContractTable, PurchaseLineTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import type { BillFields } from '../../../preload/contract/modules/bills/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { requireOrder } from '../../../db/ledger/days.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { indexRecord } from '../../records/search.ts'
import { vendorForUse } from '../parties/index.ts'
import { recordBilled, requireBoughtApproved, type BilledLine } from '../purchasing/index.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { dealsOfBill } from './deals-of-bill.ts'
import { refreshDeals } from '../deals/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { dealDimensions, soleOf, itemOf, requireUntouched } from '../open-items/index.ts'
import { billAmounts, expenseAccount, type LineAmounts } from './rules.ts'
import { sharesOf, type Share } from './sharing.ts'

type Line = BillFields['lines'][number]
type PurchaseLine = Selectable<PurchaseLineTable>
/** What a line posts besides the payable, and what is written beside it. */
type Booked = { postings: PostingLine[]; dealIds: (string | null)[]; contractId: string | null; shares: Share[]; billed: BilledLine | null }

const wrong = (n: number, field: string, rule: string): never =>
  refuse('invalid-input', { issues: [{ path: `lines.${n}.${field}`, rule }] })

// ---- factory bills -------------------------------------------------------------------------------------------------------------------------

/**
 * The purchase line billed. Refuses `not-found`, `party-differs`, `currency-differs`, `wrong-state` for a contract that is not signed,
 * `date-out-of-order` for a bill dated before its contract (T37).
 */
const purchaseLine = (ctx: CommandContext, bill: BillFields, id: string): PurchaseLine => {
  const line = ctx.orNotFound(ctx.tx.row('purchase_line', id), 'purchase-contract')
  const contract: Selectable<PurchaseContractTable> = ctx.orNotFound(ctx.tx.row('purchase_contract', line.contractId), 'purchase-contract')
  ctx.requireScope('purchase-contract', contract)
  if (contract.supplierId !== bill.partyId)
    refuse('party-differs', {
      expected: ctx.tx.row('party', contract.supplierId)?.name ?? '',
      found: ctx.tx.row('party', bill.partyId)?.name ?? '',
    })
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'purchase-contract', state: contract.status, needed: 'signed' })
  if (contract.currency !== bill.currency) refuse('currency-differs', { expected: contract.currency, found: bill.currency })
  requireOrder(contract.contractDate, bill.billDate, 'billDate')
  return line
}

const bookFactoryLine = (ctx: CommandContext, bill: BillFields, n: number, amounts: LineAmounts, before: readonly Booked[]): Booked => {
  const line = bill.lines[n]!
  if (line.purchaseLineId === null) return wrong(n, 'purchaseLineId', 'required')
  if (line.quantity === null) return wrong(n, 'quantity', 'required')
  if (line.dealIds.length > 0) return wrong(n, 'dealIds', 'not-used')
  const bought = purchaseLine(ctx, bill, line.purchaseLineId)
  const quantity = toScaled(line.quantity, 'quantity')
  const inThisBill = before.reduce((sum, { billed }) => sum + (billed?.purchaseLineId === bought.id ? billed.quantity : 0), 0)
  const left = bought.quantity - bought.billed - inThisBill
  if (quantity > left) refuse('quantity-exceeded', { line: n + 1, asked: line.quantity, left: scaledText(Math.max(left, 0), 'quantity') })
  const of: Dimensions = { ...ownerOfDeal(ctx, bought.dealId), partyId: bill.partyId, contractId: bought.contractId }
  return {
    postings: [
      { ...of, account: '1405', currency: bill.currency, foreign: amounts.net, base: amounts.netBase },
      { ...of, account: '222101', currency: bill.currency, foreign: amounts.vat, base: amounts.vatBase },
    ],
    dealIds: [bought.dealId],
    contractId: bought.contractId,
    shares: [],
    billed: { purchaseLineId: bought.id, quantity, netBase: amounts.netBase, vatBase: amounts.vatBase },
  }
}

/** The deal of a purchase line comes with the contract: its scope has been asked for there. */
const ownerOfDeal = (ctx: CommandContext, dealId: string | null): Dimensions => {
  const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
  return deal ? { dealId: deal.id, ownerId: deal.ownerId, departmentId: deal.departmentId } : {}
}

/** What a bill had billed, to be taken off its purchase lines again. */
const billedBy = async (ctx: CommandContext, billId: string): Promise<BilledLine[]> => {
  const lines = await ctx.db.selectFrom('bill_line').selectAll().where('billId', '=', billId).orderBy('position').execute()
  return lines.flatMap(({ purchaseLineId, quantity, netBase, vatBase }) =>
    purchaseLineId === null || quantity === null
      ? []
      : [{ purchaseLineId, quantity: -quantity, netBase: -netBase || 0, vatBase: -vatBase || 0 }],
  )
}

// ---- expense bills -------------------------------------------------------------------------------------------------------------------------

const bookExpenseLine = async (ctx: CommandContext, bill: BillFields, line: Line, n: number, amounts: LineAmounts): Promise<Booked> => {
  const { category } = line
  if (category === null) return wrong(n, 'category', 'required')
  if (line.purchaseLineId !== null) return wrong(n, 'purchaseLineId', 'not-used')
  if (new Set(line.dealIds).size < line.dealIds.length) return wrong(n, 'dealIds', 'duplicate')
  if (line.shipmentId !== null) ctx.requireScope('shipment', ctx.orNotFound(ctx.tx.row('shipment', line.shipmentId), 'shipment'))
  const of: Dimensions = { partyId: bill.partyId, shipmentId: line.shipmentId }
  const shares = await sharesOf(ctx, line, amounts)
  const expense = (share: { amount: number; amountBase: number }, deal: Dimensions): PostingLine => ({
    ...deal,
    ...of,
    account: expenseAccount(category, deal.dealId !== undefined),
    category,
    currency: bill.currency,
    foreign: share.amount,
    base: share.amountBase,
  })
  const sole = soleOf(line.dealIds)
  return {
    postings: [
      ...(shares.length === 0
        ? [expense({ amount: amounts.net, amountBase: amounts.netBase }, {})]
        : shares.map((share) => expense(share, dealDimensions(ctx, share.dealId)))),
      {
        ...dealDimensions(ctx, sole),
        ...of,
        account: '222101',
        currency: bill.currency,
        foreign: amounts.vat,
        base: amounts.vatBase,
      },
    ],
    dealIds: line.dealIds.length === 0 ? [null] : line.dealIds,
    contractId: null,
    shares,
    billed: null,
  }
}

// ---- both ----------------------------------------------------------------------------------------------------------------------------------

/** The payable: trade payables 2202, or 2241 for a bill of nothing but commission (T4). */
const payableOf = (bill: BillFields): { account: string; kind: 'bill' | 'commission' } =>
  bill.kind === 'expense' && bill.lines.every((l) => l.category === 'commission')
    ? { account: '2241', kind: 'commission' }
    : { account: '2202', kind: 'bill' }

type Posted = { id: string; number: string; rate: number; total: number; totalBase: number; lines: LineAmounts[] }
const writeBill = (ctx: CommandContext, input: CommandParsed<'post-bill'>, posted: Posted, booked: Booked[], journalId: number): void => {
  ctx.tx.put('bill', {
    id: input.id,
    number: posted.number,
    kind: input.kind,
    partyId: input.partyId,
    invoiceNumber: input.invoiceNumber,
    billDate: input.billDate,
    dueDate: input.dueDate,
    currency: input.currency,
    rate: posted.rate,
    remark: input.remark,
    status: 'posted',
    total: posted.total,
    totalBase: posted.totalBase,
    journalId,
    createdAt: ctx.now,
  })
  for (const [n, line] of input.lines.entries()) {
    ctx.tx.put('bill_line', {
      id: line.id,
      billId: input.id,
      position: n,
      purchaseLineId: line.purchaseLineId,
      quantity: line.quantity === null ? null : toScaled(line.quantity, 'quantity'),
      category: line.category,
      description: line.description,
      amount: line.amount,
      vatRate: toScaled(line.vatRate, 'percent'),
      netBase: posted.lines[n]!.netBase,
      vatBase: posted.lines[n]!.vatBase,
      sharing: line.sharing,
      shipmentId: line.shipmentId,
    })
    for (const share of booked[n]!.shares) ctx.tx.put('bill_share', { id: `${line.id}:${share.dealId}`, billLineId: line.id, ...share })
  }
}

export const billCommands = defineCommands({
  'post-bill': async (input, ctx) => {
    requireOrder(input.billDate, input.dueDate, 'dueDate')
    const party = await vendorForUse(ctx, input.partyId)
    // T44. A vendor's invoice is entered once; a bill that was reversed frees its number.
    await requireUniqueCodes(ctx, 'post-bill', input)
    const base = ctx.company.baseCurrency
    const rate = checkedRate(base, input.currency, input.rate)
    const amounts = billAmounts(
      { currency: input.currency, rate, lines: input.lines.map((l) => ({ amount: l.amount, vatRate: toScaled(l.vatRate, 'percent') })) },
      base,
    )
    for (const [n, line] of input.lines.entries())
      if (line.amount === 0 && (input.kind === 'expense' || amounts.total === 0)) wrong(n, 'amount', 'positive') // T31
    const booked: Booked[] = []
    for (const [n, line] of input.lines.entries()) {
      const own = amounts.lines[n]!
      booked.push(input.kind === 'factory' ? bookFactoryLine(ctx, input, n, own, booked) : await bookExpenseLine(ctx, input, line, n, own))
    }
    // P16: nothing is billed on a purchase contract that is not approved.
    await requireBoughtApproved(
      ctx,
      booked.flatMap((b) => b.contractId ?? []),
    )
    const number = ctx.number('bill', input.billDate)
    const item = `${input.id}:1`
    const { account, kind } = payableOf(input)
    const document = {
      documentKind: 'bill',
      documentId: input.id,
      documentNumber: number,
      memo: input.invoiceNumber || cutText(input.remark, 200),
    }
    const journalId = ctx.post({
      date: input.billDate,
      kind: 'bill',
      ...document,
      lines: [
        ...booked.flatMap((b) => b.postings),
        {
          ...ownerOfDeal(ctx, soleOf(booked.flatMap((b) => b.dealIds))),
          partyId: input.partyId,
          contractId: soleOf(booked.map((b) => b.contractId)),
          account,
          currency: input.currency,
          foreign: -amounts.total,
          base: -amounts.totalBase,
          opens: { ref: item, kind, dueDate: input.dueDate },
        },
      ],
    })
    writeBill(ctx, input, { id: input.id, number, rate, ...amounts }, booked, journalId)
    indexRecord(ctx, {
      id: input.id,
      kind: 'bill',
      title: number,
      detail: party.name,
      ownerId: null,
      departmentId: null,
      words: [party.nameZh, party.code, input.invoiceNumber],
    })
    const billed = booked.flatMap((b) => b.billed ?? [])
    if (billed.length > 0) await recordBilled(ctx, billed, { on: input.billDate, ...document })
    const dealIds = booked.flatMap((b) => b.dealIds.flatMap((id) => id ?? []))
    // An expense is one more payable, which opens a closed deal again; the stage of any other stays what its documents gave before (C8).
    await refreshDeals(ctx, input.kind === 'factory' ? dealIds : dealIds.filter((id) => ctx.tx.row('deal', id)?.stage === 'closed'))
    return { id: input.id, number, item }
  },

  'reverse-bill': async (input, ctx) => {
    const bill = ctx.orNotFound(ctx.tx.row('bill', input.id), 'bill')
    if (bill.status === 'reversed') refuse('already-reversed', { document: bill.number })
    await requireUntouched(ctx, await itemOf(ctx, `${bill.id}:1`), input.on)
    ctx.reverse(bill.journalId, input.on, input.reason)
    ctx.tx.patch('bill', bill.id, { status: 'reversed' })
    const billed = await billedBy(ctx, bill.id)
    const document = { documentKind: 'bill', documentId: bill.id, documentNumber: bill.number, memo: input.reason }
    if (billed.length > 0) await recordBilled(ctx, billed, { on: input.on, ...document })
    await refreshDeals(ctx, await dealsOfBill(ctx, bill.id))
    return { id: bill.id, number: bill.number }
  },
})
