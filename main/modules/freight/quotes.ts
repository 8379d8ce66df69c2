// What forwarders answer, and the decision for one of them. Rules F4 to F8 of SPEC.md.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { dayRates } from '../credit/index.ts'
import { requirePartyInUse, vendorForUse } from '../parties/index.ts'
import { cargoOf, forwardersOf, calculateInquiry, type InquiryRow, type CalculatedInquiry } from './inquiry.ts'
import { unpricedOf } from './rules.ts'
import { askForwarder } from './save-inquiry.ts'
import { noChoice, inquiryForUpdate, recalculate } from './recalculate.ts'

type Quote = CommandParsed<'register-freight-quote'>

/** The forwarder's row of this inquiry; one who answers without having been asked is added. */
const forwarderRow = async (ctx: CommandContext, inquiryId: string, forwarderId: string): Promise<string> => {
  const asked = await forwardersOf(ctx.db, inquiryId)
  const known = asked.find((f) => f.forwarderId === forwarderId)
  return known?.id ?? (await askForwarder(ctx, inquiryId, forwarderId, asked.length))
}

const requireQuote = async (ctx: CommandContext, input: Quote, inquiry: InquiryRow): Promise<void> => {
  if (ctx.tx.row('freight_quote', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  if (new Set(input.lines.map((l) => l.id)).size < input.lines.length || input.lines.some((l) => ctx.tx.row('freight_charge', l.id)))
    refuse('invalid-input', { issues: [{ path: 'lines', rule: 'duplicate' }] })
  if (input.validFrom !== null && input.validTo < input.validFrom)
    refuse('date-out-of-order', { earlier: input.validFrom, later: input.validTo })
  if (input.carrierId !== null) await vendorForUse(ctx, input.carrierId, ['carrier'])
  const unpriced = unpricedOf(input.lines, cargoOf(inquiry))
  if (unpriced.length > 0) refuse('freight-quote-incomplete', { unpriced })
}

/** F4. Keeps an offer; an earlier one of the same forwarder stays as history. Refuses `freight-quote-incomplete`, `date-out-of-order`, `inactive-party`. */
export const registerQuote: CommandHandler<'register-freight-quote'> = async (input, ctx) => {
  const inquiry = inquiryForUpdate(ctx, { id: input.inquiryId, revision: input.revision })
  await requireQuote(ctx, input, inquiry)
  const row = await forwarderRow(ctx, inquiry.id, input.forwarderId)
  ctx.tx.patch('freight_forwarder', row, { state: 'quoted', declineReason: '' })
  const { round } = await ctx.db
    .selectFrom('freight_quote')
    .select((e) => e.fn.max('round').as('round'))
    .where('inquiryId', '=', inquiry.id)
    .where('forwarderId', '=', input.forwarderId)
    .executeTakeFirstOrThrow()
  ctx.tx.put('freight_quote', {
    id: input.id,
    inquiryId: inquiry.id,
    forwarderId: input.forwarderId,
    round: (round ?? 0) + 1,
    quotedOn: ctx.today,
    portOfLoading: inquiry.portOfLoading,
    portOfDischarge: inquiry.portOfDischarge,
    validFrom: input.validFrom,
    validTo: input.validTo,
    transitDays: input.transitDays,
    carrierId: input.carrierId,
    freeDays: input.freeDays,
    remark: input.remark,
    complete: 1,
    totalBase: null,
    createdAt: ctx.now,
  })
  for (const [position, line] of input.lines.entries()) ctx.tx.put('freight_charge', { ...line, quoteId: input.id, position })
  return recalculate(ctx, inquiry.id)
}

/** F5. A forwarder will not carry it, or takes his offer back: none of his quotes counts until he quotes again. */
export const recordDecline: CommandHandler<'record-freight-decline'> = async (input, ctx) => {
  const inquiry = inquiryForUpdate(ctx, input)
  const row = await forwarderRow(ctx, inquiry.id, input.forwarderId)
  ctx.tx.patch('freight_forwarder', row, { state: 'declined', declineReason: input.reason })
  return recalculate(ctx, inquiry.id)
}

/** Figures of an inquiry that lacks quotes: how many are needed, count, and do not count. */
export const quotesNeeded = (number: string, needed: number, { forwarders, quotes, valid }: CalculatedInquiry) => ({
  number,
  needed,
  valid,
  missing: needed - valid,
  declined: forwarders.filter((f) => f.state === 'declined').length,
  expired: quotes.filter((q) => q.state === 'expired').length,
})

/**
 * F6, F7. Decides for a quote that counts today. Refuses `freight-quotes-needed` while the company needs more, `wrong-state` for a quote that does not count,
 * `rate-missing` when it cannot be compared, and asks for a reason when it is not known to be the cheapest.
 */
export const chooseQuote: CommandHandler<'choose-freight-quote'> = async (input, ctx) => {
  const inquiry = inquiryForUpdate(ctx, input)
  const rates = await dayRates(ctx.db, ctx.company, ctx.today)
  const calculated = await calculateInquiry(ctx.db, inquiry, { on: ctx.today, rates })
  if (inquiry.status === 'draft') refuse('wrong-state', { kind: 'freight-inquiry', state: 'draft', needed: 'asking' })
  const { freightInquiryRequired, freightQuotesNeeded } = ctx.company.switches
  if (freightInquiryRequired && calculated.valid < freightQuotesNeeded)
    refuse('freight-quotes-needed', quotesNeeded(inquiry.number, freightQuotesNeeded, calculated))
  const quote = ctx.orNotFound(
    calculated.quotes.find((q) => q.row.id === input.quoteId),
    'freight-inquiry',
  )
  if (quote.state !== 'valid') refuse('wrong-state', { kind: 'freight-quote', state: quote.state, needed: 'valid' })
  if (quote.missingRate !== null && quote.compared === null) refuse('rate-missing', { currency: quote.missingRate, date: ctx.today })
  requirePartyInUse(ctx, quote.row.forwarderId)
  const { cheapest } = calculated
  const isCheapest = cheapest.allKnown && quote.compared?.minor === cheapest.total
  if (!isCheapest && input.reason === '') refuse('invalid-input', { issues: [{ path: 'reason', rule: 'required' }] })
  ctx.tx.patch('freight_inquiry', inquiry.id, {
    ...noChoice,
    chosenQuoteId: input.quoteId,
    chosenOn: ctx.today,
    chosenReason: input.reason,
  })
  return recalculate(ctx, inquiry.id)
}
