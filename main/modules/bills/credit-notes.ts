// Credit notes: an own item of the party, negative for a customer and positive for a vendor, until it is allocated. Rules T14 and T30 of SPEC.md.
import type { Selectable } from 'kysely'
import type { Dimensions, PostingLine } from '../../../db/ledger/post.ts'
import type { PartyTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { customerForUse, vendorForUse } from '../parties/index.ts'
import { recordBilled } from '../purchasing/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { dealDimensions, soleOf, itemOf, requireUntouched } from '../open-items/index.ts'
import { refreshDeals } from '../deals/index.ts'
import { linesOfDeal, namedLines, type Creditable, type CreditedLine } from './credited-lines.ts'
import { billAmounts, type LineAmounts } from './rules.ts'

type Input = CommandParsed<'post-credit-note'>
type Party = Selectable<PartyTable>
/** One line of a note as it is booked: goods of a purchase line, or (without one) the deal's result as a whole. */
type Line = { goods: (Creditable & CreditedLine) | null; amount: number; vatRate: number }

const wrong = (path: string, rule: string): never => refuse('invalid-input', { issues: [{ path, rule }] })

const ownerOf = ({ ownerId, departmentId }: Party) => ({ ownerId, departmentId })
const creditedDeal = (ctx: CommandContext, dealId: string | null, party: Party): Dimensions => {
  const of = dealDimensions(ctx, dealId)
  const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
  if (deal && party.kind === 'customer' && deal.customerId !== party.id)
    refuse('party-differs', { expected: party.name, found: ctx.tx.row('party', deal.customerId)?.name ?? '' })
  return of
}

/** What the note is about. VAT is only in what a vendor has charged; only a factory's goods are named by line. */
const linesOf = async (ctx: CommandContext, input: Input, party: Party): Promise<Line[]> => {
  const vatRate = toScaled(input.vatRate ?? '0', 'percent')
  const whole = [{ goods: null, amount: input.amount, vatRate }]
  if (party.kind === 'customer' && vatRate !== 0) wrong('vatRate', 'not-used')
  if (party.kind !== 'factory') return input.lines && input.lines.length > 0 ? wrong('lines', 'not-used') : whole
  const note = { party, currency: input.currency, amount: input.amount }
  const goods =
    input.lines !== undefined
      ? input.lines.length === 0
        ? []
        : await namedLines(ctx, note, input.lines)
      : input.dealId === null || input.vatRate !== undefined
        ? []
        : await linesOfDeal(ctx, note, input.dealId)
  if (goods.length === 0) return whole
  if (input.dealId !== null && goods.some((g) => g.dealId !== input.dealId)) wrong('dealId', 'choice')
  return goods.map((g) => ({ goods: g, amount: g.amount, vatRate: g.vatRate }))
}

/** Where the other side goes: a customer's lowers revenue, goods of a factory their stock card, any other of a factory the cost of sales, of others the expense. */
const counterLine = (kind: string, line: Line, hasDeal: boolean): { account: string; category?: string } => {
  if (kind === 'customer') return { account: '6001' }
  if (line.goods) return { account: '1405' }
  return kind === 'factory' ? { account: '6401' } : { account: hasDeal ? '6601' : '6602', category: 'other' }
}

const dimensionsOfLine = (ctx: CommandContext, line: Line, party: Party, whole: Dimensions): Dimensions => {
  if (!line.goods) return whole
  const deal = line.goods.dealId === null ? undefined : ctx.tx.row('deal', line.goods.dealId)
  const of = deal ? { dealId: deal.id, ownerId: deal.ownerId, departmentId: deal.departmentId } : {}
  return { ...of, partyId: party.id, contractId: line.goods.contractId }
}

/** The journal's lines: the note's own item, and net and VAT of each line against it. */
const postingsOf = (
  ctx: CommandContext,
  input: Input,
  party: Party,
  booked: { lines: readonly Line[]; amounts: readonly LineAmounts[]; totalBase: number; of: Dimensions },
): PostingLine[] => {
  const sign = party.kind === 'customer' ? -1 : 1
  const line = (of: Dimensions, account: string, foreign: number, base: number): PostingLine => ({
    ...of,
    account,
    currency: input.currency,
    foreign: foreign || 0,
    base: base || 0,
  })
  const counters = booked.lines.flatMap((l, i) => {
    const { net, vat, netBase, vatBase } = booked.amounts[i]!
    const of = dimensionsOfLine(ctx, l, party, booked.of)
    const { account, ...category } = counterLine(party.kind, l, input.dealId !== null)
    return [{ ...line(of, account, -sign * net, -sign * netBase), ...category }, line(of, '222101', -sign * vat, -sign * vatBase)]
  })
  return [
    {
      // The deal's result is corrected where it was earned; the note itself is the present salesperson's (T41).
      ...line(
        party.kind === 'customer' ? { ...booked.of, ...ownerOf(party) } : booked.of,
        party.kind === 'customer' ? '1122' : '2202',
        sign * input.amount,
        sign * booked.totalBase,
      ),
      opens: { ref: `${input.id}:1`, kind: 'credit-note', dueDate: input.on },
    },
    ...counters,
  ]
}

/** Whose note it is, with the deal and contract that all of it belongs to. */
const wholeDimensions = (ctx: CommandContext, input: Input, party: Party, lines: readonly Line[]): Dimensions => {
  const owner = party.kind === 'customer' ? ownerOf(party) : {}
  const goods = lines.flatMap((l) => l.goods ?? [])
  const dealId = input.dealId ?? soleOf(goods.map((g) => g.dealId))
  return {
    ...owner,
    ...creditedDeal(ctx, dealId, party),
    partyId: party.id,
    ...(goods.length === 0 ? {} : { contractId: soleOf(goods.map((g) => g.contractId)) }),
  }
}

const writeLines = (ctx: CommandContext, noteId: string, lines: readonly Line[], amounts: readonly LineAmounts[]): void => {
  for (const [position, { goods, amount, vatRate }] of lines.entries()) {
    if (!goods) continue
    const { netBase, vatBase } = amounts[position]!
    const id = `${noteId}:${position + 1}`
    ctx.tx.put('credit_note_line', { id, creditNoteId: noteId, position, purchaseLineId: goods.id, amount, vatRate, netBase, vatBase })
  }
}

/** Lowers what is billed of the goods (or, for a note taken back, raises it again) and trues up the cost of what has left. */
const creditGoods = async (
  ctx: CommandContext,
  note: { id: string; number: string; on: string; memo: string },
  sign: 1 | -1,
): Promise<void> => {
  const lines = await ctx.db.selectFrom('credit_note_line').selectAll().where('creditNoteId', '=', note.id).orderBy('position').execute()
  if (lines.length === 0) return
  await recordBilled(
    ctx,
    lines.map((l) => ({
      purchaseLineId: l.purchaseLineId,
      quantity: 0,
      netBase: sign * l.netBase || 0,
      vatBase: sign * l.vatBase || 0,
    })),
    { on: note.on, documentKind: 'credit-note', documentId: note.id, documentNumber: note.number, memo: note.memo },
  )
}

const dealsOf = (lines: readonly Line[], dealId: string | null): string[] => [
  ...(dealId === null ? [] : [dealId]),
  ...lines.flatMap((l) => l.goods?.dealId ?? []),
]

export const creditNoteCommands = defineCommands({
  'post-credit-note': async (input, ctx) => {
    const base = ctx.company.baseCurrency
    // Of an unknown party nobody can say whether it is a customer; it is answered like one out of scope.
    const isCustomer = (ctx.tx.row('party', input.partyId)?.kind ?? 'customer') === 'customer'
    const party = isCustomer ? await customerForUse(ctx, input.partyId) : await vendorForUse(ctx, input.partyId)
    const rate = checkedRate(base, input.currency, input.rate)
    const lines = await linesOf(ctx, input, party)
    const of = wholeDimensions(ctx, input, party, lines)
    const { totalBase, lines: amounts } = billAmounts({ currency: input.currency, rate, lines }, base)
    const number = ctx.number('credit-note', input.on)
    const journalId = ctx.post({
      date: input.on,
      kind: 'credit-note',
      documentKind: 'credit-note',
      documentId: input.id,
      documentNumber: number,
      memo: input.reason,
      lines: postingsOf(ctx, input, party, { lines, amounts, totalBase, of }),
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
      vatRate: lines[0]?.goods ? 0 : (lines[0]?.vatRate ?? 0),
      status: 'posted',
      journalId,
      createdAt: ctx.now,
    })
    writeLines(ctx, input.id, lines, amounts)
    await creditGoods(ctx, { id: input.id, number, on: input.on, memo: input.reason }, -1)
    await refreshDeals(ctx, dealsOf(lines, input.dealId))
    indexRecord(ctx, {
      ...{ id: input.id, kind: 'credit-note', title: number, detail: party.name, ownerId: null, departmentId: null },
      words: [party.nameZh, party.code, input.reason],
    })
    return { id: input.id, number, item: `${input.id}:1` }
  },

  'reverse-credit-note': async (input, ctx) => {
    const note = ctx.orNotFound(ctx.tx.row('credit_note', input.id), 'bill')
    const party = ctx.tx.row('party', note.partyId)!
    if (party.kind === 'customer') ctx.requireScope('customer', party, 'bill')
    if (note.status === 'reversed') refuse('already-reversed', { document: note.number })
    await requireUntouched(ctx, await itemOf(ctx, `${note.id}:1`), input.on)
    ctx.reverse(note.journalId, input.on, input.reason)
    ctx.tx.patch('credit_note', note.id, { status: 'reversed' })
    await creditGoods(ctx, { id: note.id, number: note.number, on: input.on, memo: input.reason }, 1)
    const lines = await ctx.db
      .selectFrom('credit_note_line as l')
      .innerJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
      .select('p.dealId')
      .where('l.creditNoteId', '=', note.id)
      .execute()
    await refreshDeals(
      ctx,
      [note.dealId, ...lines.map((l) => l.dealId)].flatMap((id) => id ?? []),
    )
    return { id: note.id, number: note.number }
  },
})
