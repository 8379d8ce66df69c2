// What every change of an inquiry leaves true: quotes calculated, a choice that still exists, the status, the revision, no approval of what was before. F7, F8.
import type { CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { endApprovals } from '../../records/approvals/index.ts'
import { dayRates } from '../credit/index.ts'
import { calculateInquiry, type InquiryRow, type CalculatedInquiry } from './inquiry.ts'

const OPEN = ['draft', 'asking', 'chosen']
export const isOpen = (status: string): boolean => OPEN.includes(status)

/** The inquiry as seen, in the viewer's scope and still open. Refuses `not-found`, `changed-meanwhile`, `wrong-state`. */
export const inquiryForUpdate = (ctx: CommandContext, input: { id: string; revision: number }): InquiryRow => {
  const inquiry = ctx.orNotFound(ctx.tx.row('freight_inquiry', input.id), 'freight-inquiry')
  ctx.requireScope('freight-inquiry', inquiry)
  ctx.requireRevision(inquiry, input.revision)
  if (!isOpen(inquiry.status)) refuse('wrong-state', { kind: 'freight-inquiry', state: inquiry.status, needed: 'asking' })
  return inquiry
}

/** A shipment that was booked on this inquiry and has not left holds it (F10). Refuses `in-use`. */
export const requireNotBooked = (ctx: CommandContext, inquiry: InquiryRow): void => {
  if (inquiry.bookedOn === null || inquiry.shipmentId === null) return
  const shipment = ctx.tx.row('shipment', inquiry.shipmentId)
  if (shipment && (shipment.status === 'planned' || shipment.status === 'booked'))
    refuse('in-use', { by: 'shipment', number: shipment.number })
}

export const noChoice = {
  chosenQuoteId: null,
  chosenOn: null,
  chosenReason: '',
  chosenBase: null,
  cheapestBase: null,
  quotesCounted: null,
} as const

/** What a choice stands on as of its day; nothing when the chosen quote is no longer what was chosen: replaced, declined, for another route or cargo. */
const choiceNow = (inquiry: InquiryRow, calculated: CalculatedInquiry) => {
  const chosen = calculated.quotes.find((q) => q.row.id === inquiry.chosenQuoteId)
  if (!chosen || chosen.state !== 'valid') return noChoice
  return { chosenBase: chosen.totalBase, cheapestBase: calculated.cheapest.totalBase, quotesCounted: calculated.valid }
}

const indexInquiry = async (ctx: CommandContext, inquiry: InquiryRow): Promise<void> => {
  const parties = await ctx.db
    .selectFrom('freight_contract as x')
    .innerJoin('sales_contract as c', 'c.id', 'x.contractId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['c.number', 'p.name', 'p.nameZh'])
    .where('x.inquiryId', '=', inquiry.id)
    .orderBy('c.number')
    .execute()
  indexRecord(ctx, {
    id: inquiry.id,
    kind: 'freight-inquiry',
    title: inquiry.number,
    detail: `${inquiry.portOfLoading} → ${inquiry.portOfDischarge}`,
    ownerId: inquiry.ownerId,
    departmentId: inquiry.departmentId,
    words: [inquiry.goods, ...parties.flatMap((p) => [p.number, p.name, p.nameZh])],
  })
}

/** Settles an inquiry whose rows have just been written; gives the outcome of the command. */
export const recalculate = async (ctx: CommandContext, inquiryId: string) => {
  const inquiry = ctx.tx.row('freight_inquiry', inquiryId)!
  const on = inquiry.chosenOn ?? ctx.today
  const rates = await dayRates(ctx.db, ctx.company, ctx.today)
  const calculated = await calculateInquiry(ctx.db, inquiry, { on, rates })
  for (const { row, unpriced, totalBase } of calculated.quotes) {
    const complete = unpriced.length === 0 ? 1 : 0
    if (row.complete !== complete || row.totalBase !== totalBase) ctx.tx.patch('freight_quote', row.id, { complete, totalBase })
  }
  const choice = choiceNow(inquiry, calculated)
  const chosen = inquiry.chosenQuoteId !== null && choice !== noChoice
  const revision = inquiry.revision + 1
  ctx.tx.patch('freight_inquiry', inquiryId, {
    ...choice,
    status: chosen ? 'chosen' : calculated.forwarders.length > 0 ? 'asking' : 'draft',
    revision,
  })
  await endApprovals(ctx, 'freight-inquiry', inquiryId)
  await indexInquiry(ctx, inquiry)
  return { id: inquiryId, number: inquiry.number, revision }
}
