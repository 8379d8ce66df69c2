// The export tax refund comes in (退税): money on a bank account in base currency, taken from the refunds of shipments that it is for. Rules T20, T21 of SPEC.md.
import { requireNotBefore } from '../../../db/ledger/days.ts'
import type { PostingLine } from '../../../db/ledger/post.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { refreshDeals } from '../deals/index.ts'
import { bankForUse } from '../bank-accounts/index.ts'
import { dimensionsOf, itemOf, openFrom, type Item } from '../open-items/index.ts'

type Input = CommandParsed<'receive-tax-refund'>
type Taken = { item: Item; amount: number; writtenOff: number }

/**
 * What one line takes from its refund: no more than is open, on that day and since (T9); closing it takes all, and what differs is written off.
 * The bureau rounds by itself, so what closes a refund may exceed it by one per cent.
 */
const takenOf = async (ctx: CommandContext, line: Input['lines'][number], at: number, on: string): Promise<Taken> => {
  const item = await itemOf(ctx, line.item)
  if (item.kind !== 'tax-refund') refuse('wrong-state', { kind: 'open-item', state: item.kind, needed: 'tax-refund' })
  const { openForeign: open, currency } = item
  const exceeds = (left: number) =>
    refuse('allocation-exceeds', {
      asked: money(line.amount, currency),
      open: money(left, currency),
      of: 'tax-refund',
      document: item.documentNumber,
    })
  if (open === 0) refuse('nothing-to-do', {})
  const most = line.close ? open + Math.trunc(Math.max(open, 0) / 100) : open
  if (line.amount > most) exceeds(open)
  if (!line.close && line.amount === 0) refuse('invalid-input', { issues: [{ path: `lines.${at}.amount`, rule: 'positive' }] })
  const free = await openFrom(ctx, item, on)
  requireNotBefore(on, line.close && free.amount < open ? free.lastDate : free.firstDate)
  if (!line.close && line.amount > free.amount) exceeds(free.amount)
  return { item, amount: line.amount, writtenOff: line.close ? open - line.amount : 0 }
}

const postings = (ctx: CommandContext, bankAccountId: string, taken: readonly Taken[]): PostingLine[] => {
  const currency = ctx.company.baseCurrency
  const line = (account: string, amount: number, more: object): PostingLine => ({
    account,
    currency,
    foreign: amount,
    base: amount,
    ...more,
  })
  const received = taken.reduce((sum, t) => sum + t.amount, 0)
  return [
    line('1002', received, { bankAccountId }),
    ...taken.flatMap(({ item, amount, writtenOff }) => [
      line(item.account, -(amount + writtenOff), { ...dimensionsOf(item), item: item.ref }),
      line('6603', writtenOff, { ...dimensionsOf(item), category: 'write-off' }),
    ]),
  ]
}

const dealsOf = (taken: readonly Taken[]): string[] => taken.flatMap(({ item }) => item.dealId ?? [])

const requireOnce = ({ lines }: Input): void => {
  if (new Set(lines.map((l) => l.item)).size < lines.length) refuse('invalid-input', { issues: [{ path: 'lines', rule: 'duplicate' }] })
}

export const taxRefundCommands = defineCommands({
  'receive-tax-refund': async (input, ctx) => {
    const currency = ctx.company.baseCurrency
    if (ctx.tx.row('tax_refund_receipt', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    const bank = bankForUse(ctx, input.bankAccountId, input.receivedOn)
    if (bank.currency !== currency) refuse('currency-differs', { expected: currency, found: bank.currency })
    requireOnce(input)
    const taken: Taken[] = []
    for (const [at, line] of input.lines.entries()) taken.push(await takenOf(ctx, line, at, input.receivedOn))
    const left = input.amount - taken.reduce((sum, t) => sum + t.amount, 0)
    if (left !== 0) refuse('amount-not-zero', { amount: money(left, currency) })
    const number = ctx.number('tax-refund', input.receivedOn)
    const journalId = ctx.post({
      date: input.receivedOn,
      kind: 'tax-refund',
      documentKind: 'tax-refund-receipt',
      documentId: input.id,
      documentNumber: number,
      memo: cutText(input.remark, 200),
      lines: postings(ctx, bank.id, taken),
    })
    ctx.tx.put('tax_refund_receipt', {
      ...{ id: input.id, number, bankAccountId: bank.id, receivedOn: input.receivedOn, amount: input.amount, remark: input.remark },
      ...{ status: 'posted', journalId, createdAt: ctx.now },
    })
    for (const [position, { item, amount, writtenOff }] of taken.entries())
      ctx.tx.put('tax_refund_line', {
        ...{ id: `${input.id}:${position + 1}`, receiptId: input.id, position, item: item.ref, amount, writtenOff },
      })
    await refreshDeals(ctx, dealsOf(taken))
    indexRecord(ctx, {
      ...{ id: input.id, kind: 'tax-refund-receipt', title: number, detail: bank.name, ownerId: null, departmentId: null },
      words: [...taken.map(({ item }) => item.documentNumber), input.remark],
    })
    return { id: input.id, number }
  },

  'reverse-tax-refund': async (input, ctx) => {
    const receipt = ctx.orNotFound(ctx.tx.row('tax_refund_receipt', input.id), 'receipt')
    if (receipt.status === 'reversed') refuse('already-reversed', { document: receipt.number })
    ctx.reverse(receipt.journalId, input.on, input.reason)
    ctx.tx.patch('tax_refund_receipt', receipt.id, { status: 'reversed' })
    const lines = await ctx.db.selectFrom('tax_refund_line').select('item').where('receiptId', '=', receipt.id).orderBy('id').execute()
    for (const { item } of lines) await refreshDeals(ctx, dealsOf([{ item: await itemOf(ctx, item), amount: 0, writtenOff: 0 }]))
    return { id: receipt.id, number: receipt.number }
  },
})
