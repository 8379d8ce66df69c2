// The ends of an inquiry: voided, closed by hand or because its goods have left, and what becomes of it when its shipment is dropped. Rule F10 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { carryApprovals, endApprovals } from '../../records/approvals/index.ts'
import type { InquiryRow } from './inquiry.ts'
import { requireNotBooked, inquiryForUpdate } from './recalculate.ts'

/** Writes what changes nothing of what was compared and chosen: an approval goes along. */
const patchAlong = async (ctx: CommandContext, inquiry: InquiryRow, part: Partial<InquiryRow>): Promise<void> => {
  const revision = inquiry.revision + 1
  ctx.tx.patch('freight_inquiry', inquiry.id, { ...part, revision })
  await carryApprovals(ctx, 'freight-inquiry', inquiry.id, { from: inquiry.revision, to: revision })
}

export const closeInquiry: CommandHandler<'close-freight-inquiry'> = async (input, ctx) => {
  const inquiry = inquiryForUpdate(ctx, input)
  requireNotBooked(ctx, inquiry)
  await patchAlong(ctx, inquiry, { status: 'closed' })
  return { id: inquiry.id, number: inquiry.number, revision: inquiry.revision + 1 }
}

export const voidInquiry: CommandHandler<'void-freight-inquiry'> = async (input, ctx) => {
  const inquiry = ctx.orNotFound(ctx.tx.row('freight_inquiry', input.id), 'freight-inquiry')
  ctx.requireScope('freight-inquiry', inquiry)
  ctx.requireRevision(inquiry, input.revision)
  if (inquiry.status === 'void') refuse('wrong-state', { kind: 'freight-inquiry', state: 'void', needed: 'asking' })
  requireNotBooked(ctx, inquiry)
  const revision = inquiry.revision + 1
  ctx.tx.patch('freight_inquiry', inquiry.id, { status: 'void', voidReason: input.reason, revision })
  await endApprovals(ctx, 'freight-inquiry', inquiry.id)
  return { id: inquiry.id, number: inquiry.number, revision }
}

const linkedTo = (ctx: CommandContext, shipmentId: string, status: string): Promise<InquiryRow[]> =>
  ctx.db.selectFrom('freight_inquiry').selectAll().where('shipmentId', '=', shipmentId).where('status', '=', status).orderBy('id').execute()

/** The goods have left: what was chosen for them is closed. */
export const closeFreightOf = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  for (const inquiry of await linkedTo(ctx, shipmentId, 'chosen')) await patchAlong(ctx, inquiry, { status: 'closed' })
}

/** A dispatch was taken back: its inquiries stand open again. */
export const reopenFreightOf = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  for (const inquiry of await linkedTo(ctx, shipmentId, 'closed'))
    if (inquiry.chosenQuoteId !== null) await patchAlong(ctx, inquiry, { status: 'chosen' })
}

/** The shipment is dropped: its inquiries stand for themselves again. */
export const releaseFreightOf = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  const rows = await ctx.db.selectFrom('freight_inquiry').selectAll().where('shipmentId', '=', shipmentId).orderBy('id').execute()
  for (const inquiry of rows) await patchAlong(ctx, inquiry, { shipmentId: null, bookedOn: null })
}
