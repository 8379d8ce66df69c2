// Month-end revaluation (期末调汇): posted once a month, open items back at their own value the day after, taken back on its own days. Rules T25, T26 of SPEC.md.
import { closedThrough, lastRevaluation } from '../../../db/ledger/periods.ts'
import type { Dimensions, JournalInput, PostingLine } from '../../../db/ledger/post.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { addDays, monthEnd, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { dimensionsOf, itemOf } from '../open-items/index.ts'
import { differenceOf, sumOf, valuedOn, type Valued } from './revaluation-lines.ts'

/** The month's last day, when it may be revalued: it is over, open, and neither it nor a later one is revalued. */
const dayToRevalue = (ctx: CommandContext, month: string): IsoDate => {
  const on = monthEnd(`${month}-01`)
  const next = addDays(on, 1)
  if (next > ctx.today) refuse('date-out-of-order', { earlier: next, later: ctx.today })
  const closed = closedThrough(ctx.tx.sql)
  if (closed !== null && on <= closed) refuse('period-closed', { closedThrough: closed, date: on })
  const last = lastRevaluation(ctx.tx.sql)
  if (last && on <= last.on) refuse('period-revalued', { revaluedThrough: last.on, number: last.number, date: on })
  return on
}

/** The result of a revaluation is the company's: no deal, no salesperson bears it, on no day. */
const result = (ctx: CommandContext, difference: number): PostingLine => ({
  account: '6603',
  category: 'revaluation',
  currency: ctx.company.baseCurrency,
  foreign: -difference || 0,
  base: -difference || 0,
})

type Document = Pick<JournalInput, 'documentKind' | 'documentId' | 'documentNumber' | 'memo'>
const journal = (document: Document, date: IsoDate, lines: PostingLine[]): JournalInput => ({
  ...document,
  kind: 'revaluation',
  date,
  lines,
})

const postBanks = (ctx: CommandContext, document: Document, on: IsoDate, lines: readonly Valued[]): number | null => {
  const moved = lines.map(
    (l): PostingLine => ({
      account: '1002',
      currency: l.currency,
      foreign: 0,
      base: differenceOf(l),
      ...(l.bankAccountId === null ? {} : { bankAccountId: l.bankAccountId }),
    }),
  )
  return ctx.post(journal(document, on, [...moved, ...moved.map((l) => result(ctx, l.base))])) || null
}

/** Each item's difference stands in an item of its own for that one day (L13); the second journal takes all of them to zero. */
const postItems = async (
  ctx: CommandContext,
  document: Document,
  on: IsoDate,
  lines: readonly Valued[],
): Promise<{ itemJournalId: number | null; returnJournalId: number | null }> => {
  const opened: PostingLine[] = []
  const returned: PostingLine[] = []
  for (const [at, line] of lines.entries()) {
    const difference = differenceOf(line)
    if (difference === 0) continue
    const item = await itemOf(ctx, line.item!)
    const of: Dimensions & { account: string; currency: string; foreign: number } = {
      ...dimensionsOf(item),
      account: item.account,
      currency: item.currency,
      foreign: 0,
    }
    const ref = `${document.documentId}:${at + 1}`
    const opens = { ref, kind: item.kind, dueDate: item.dueDate, documentDate: item.documentDate }
    opened.push({ ...of, base: difference, opens }, result(ctx, difference))
    returned.push({ ...of, base: -difference, item: ref }, result(ctx, -difference))
  }
  const itemJournalId = ctx.post(journal(document, on, opened)) || null
  return { itemJournalId, returnJournalId: ctx.post(journal(document, addDays(on, 1), returned)) || null }
}

const writeLines = (ctx: CommandContext, id: string, lines: readonly Valued[]): void => {
  for (const [position, l] of lines.entries())
    ctx.tx.put('revaluation_line', {
      ...{ id: `${id}:${position + 1}`, revaluationId: id, position, account: l.account, bankAccountId: l.bankAccountId, item: l.item },
      ...{ subject: l.subject, currency: l.currency, foreign: l.foreign, rate: l.rate, baseBefore: l.base, baseAfter: l.after ?? l.base },
    })
}

/** Refuses `in-use` while currency left a revalued account, on a later day, at what the revaluation made of it (T10). */
const requireNothingTaken = async (ctx: CommandContext, revaluation: { id: string; on: IsoDate; bankJournalId: number | null }) => {
  if (revaluation.bankJournalId === null) return
  const transfer = await ctx.db
    .selectFrom('transfer as t')
    .innerJoin('revaluation_line as l', 'l.bankAccountId', 't.fromAccountId')
    .select('t.number')
    .where('l.revaluationId', '=', revaluation.id)
    .whereRef('l.baseBefore', '<>', 'l.baseAfter')
    .where('t.on', '>', revaluation.on)
    .where('t.journalId', '>', revaluation.bankJournalId)
    .where((e) =>
      e.or([
        e('t.status', '=', 'posted'),
        // Taken back on a later day it still stands on the days between.
        e.exists(e.selectFrom('journal as r').select('r.id').whereRef('r.reverses', '=', 't.journalId').whereRef('r.date', '>', 't.on')),
      ]),
    )
    .orderBy('t.on', 'desc')
    .orderBy('t.number')
    .executeTakeFirst()
  if (transfer) refuse('in-use', { by: 'transfer', number: transfer.number })
}

export const revaluationCommands = defineCommands({
  'revalue-month': async ({ id, month, withAdvances }, ctx) => {
    if (ctx.tx.row('revaluation', id)) refuse('already-exists', { field: 'id', value: id })
    const on = dayToRevalue(ctx, month)
    const { baseCurrency } = ctx.company
    const { lines, missing } = await valuedOn({ sql: ctx.tx.sql, db: ctx.db, baseCurrency }, on, withAdvances)
    if (missing[0] !== undefined) refuse('rate-missing', { currency: missing[0], date: on })
    if (lines.length === 0) refuse('nothing-to-do', {})
    const number = ctx.number('revaluation', on)
    const document: Document = { documentKind: 'revaluation', documentId: id, documentNumber: number, memo: month }
    const banks = lines.filter((l) => l.item === null)
    const bankJournalId = postBanks(ctx, document, on, banks)
    const items = await postItems(
      ctx,
      document,
      on,
      lines.filter((l) => l.item !== null),
    )
    const bankDifference = sumOf(lines, 'bank')
    const itemDifference = sumOf(lines, 'item')
    ctx.tx.put('revaluation', {
      ...{ id, number, month, on, withAdvances: withAdvances ? 1 : 0, bankDifference, itemDifference, bankJournalId, ...items },
      ...{ status: 'posted', createdAt: ctx.now },
    })
    writeLines(ctx, id, lines)
    indexRecord(ctx, { id, kind: 'revaluation', title: number, detail: month, ownerId: null, departmentId: null })
    return { id, number, difference: money(bankDifference + itemDifference, baseCurrency) }
  },

  'reverse-revaluation': async ({ id, reason }, ctx) => {
    const revaluation = ctx.orNotFound(ctx.tx.row('revaluation', id), 'ledger')
    if (revaluation.status === 'reversed') refuse('already-reversed', { document: revaluation.number })
    const closed = closedThrough(ctx.tx.sql)
    if (closed !== null && revaluation.on <= closed) refuse('period-closed', { closedThrough: closed, date: revaluation.on })
    const last = lastRevaluation(ctx.tx.sql)
    if (last && last.on > revaluation.on) refuse('in-use', { by: 'revaluation', number: last.number })
    await requireNothingTaken(ctx, revaluation)
    // First, because nothing is posted on these days while it stands (L12).
    ctx.tx.patch('revaluation', id, { status: 'reversed' })
    for (const journalId of [revaluation.bankJournalId, revaluation.itemJournalId])
      if (journalId !== null) ctx.reverse(journalId, revaluation.on, reason)
    if (revaluation.returnJournalId !== null) ctx.reverse(revaluation.returnJournalId, addDays(revaluation.on, 1), reason)
    return { id, number: revaluation.number }
  },
})
