// What stands between a planned shipment and its booking while the company requires freight inquiries. Rules F9 to F11 of SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import { refusal, Refused, type Refusal } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { approvalState, isSwitchedOn, letPass } from '../../records/approvals/index.ts'
import { dayRates } from '../credit/index.ts'
import type { Carrying, ShipmentToBook } from '../shipments/index.ts'
import { calculateInquiry, type InquiryRow } from './inquiry.ts'
import { quotesNeeded } from './quotes.ts'
import { notCovered } from './rules.ts'

type Judging = { db: ReadableDb; company: Company; today: IsoDate }

const inquiriesOf = (db: ReadableDb, shipmentId: string): Promise<InquiryRow[]> =>
  db
    .selectFrom('freight_inquiry')
    .selectAll()
    .where('shipmentId', '=', shipmentId)
    .where('status', 'in', ['draft', 'asking', 'chosen'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

const quoteOf = (db: ReadableDb, quoteId: string) =>
  db
    .selectFrom('freight_quote as q')
    .innerJoin('party as p', 'p.id', 'q.forwarderId')
    .select(['q.forwarderId', 'q.carrierId', 'q.validTo', 'p.name as forwarder'])
    .where('q.id', '=', quoteId)
    .executeTakeFirstOrThrow()

/**
 * F9. Why one inquiry does not let a shipment go, in the order in which it would be put right; undefined when it does. The number of quotes is checked as of
 * the day of the choice: others may run out after it. The chosen one must still be valid on the day of booking, not after it.
 */
const problemOf = async (
  { db, company, today }: Judging,
  inquiry: InquiryRow,
  shipment: ShipmentToBook,
  booked: boolean,
): Promise<Refusal | undefined> => {
  const { number } = inquiry
  const needed = company.switches.freightQuotesNeeded
  const rates = await dayRates(db, company, today)
  const calculated = await calculateInquiry(db, inquiry, { on: inquiry.chosenOn ?? today, rates })
  if (calculated.valid < needed) return refusal('freight-quotes-needed', quotesNeeded(number, needed, calculated))
  if (inquiry.chosenQuoteId === null) return refusal('freight-choice-needed', { number })
  const differs = notCovered({ ...inquiry, ...calculated.cargo }, shipment)
  if (differs) return refusal('freight-not-covered', { number, ...differs })
  const quote = await quoteOf(db, inquiry.chosenQuoteId)
  if (shipment.forwarderId !== null && shipment.forwarderId !== quote.forwarderId) {
    const found = await db.selectFrom('party').select('name').where('id', '=', shipment.forwarderId).executeTakeFirst()
    return refusal('party-differs', { expected: quote.forwarder, found: found?.name ?? '' })
  }
  if (isSwitchedOn(company.switches, 'freight-inquiry')) {
    const state = await approvalState(db, 'freight-inquiry', inquiry.id, inquiry.revision)
    if (state !== 'approved') return refusal('approval-needed', { kind: 'freight-inquiry', number, state })
  }
  if (!booked && quote.validTo < today)
    return refusal('freight-quote-expired', { number, forwarder: quote.forwarder, validTo: quote.validTo })
  return undefined
}

/** The first inquiry that lets the shipment go, or why none does: what the newest lacks (F9). */
export const checkFreightGate = async (
  judging: Judging,
  shipment: ShipmentToBook,
  booked = false,
): Promise<{ covering: InquiryRow } | { problem: Refusal }> => {
  const inquiries = await inquiriesOf(judging.db, shipment.id)
  let first: Refusal | undefined
  for (const inquiry of inquiries) {
    const problem = await problemOf(judging, inquiry, shipment, booked)
    if (!problem) return { covering: inquiry }
    first ??= problem
  }
  const needed = judging.company.switches.freightQuotesNeeded
  return { problem: first ?? refusal('freight-inquiry-needed', { shipment: shipment.number, needed }) }
}

/** Forwarder and carrier of the newest choice made for a shipment, whatever the company requires. */
export const chosenCarrying = async (db: ReadableDb, shipmentId: string): Promise<Carrying | null> => {
  const chosen = (await inquiriesOf(db, shipmentId)).find((i) => i.chosenQuoteId !== null)
  if (!chosen?.chosenQuoteId) return null
  const { forwarderId, carrierId } = await quoteOf(db, chosen.chosenQuoteId)
  return { forwarderId, carrierId }
}

/**
 * F9. Before a shipment is booked, in whatever way it passes planned. Refuses `freight-inquiry-needed`, `freight-quotes-needed`, `freight-choice-needed`,
 * `freight-not-covered`, `party-differs`, `approval-needed`, `freight-quote-expired` while the company requires inquiries; nothing with the switch off.
 * The inquiry that lets it go is bound to it from here on (F10).
 */
export const requireFreight = async (ctx: CommandContext, shipment: ShipmentToBook): Promise<void> => {
  if (!ctx.company.switches.freightInquiryRequired) return
  if (isSwitchedOn(ctx.company.switches, 'freight-inquiry'))
    for (const { id, revision, chosenQuoteId } of await inquiriesOf(ctx.db, shipment.id))
      if (chosenQuoteId !== null) await letPass(ctx, 'freight-inquiry', { documentId: id, revision })
  const checked = await checkFreightGate(ctx, shipment)
  if ('problem' in checked) throw new Refused(checked.problem)
  if (checked.covering.bookedOn === null) ctx.tx.patch('freight_inquiry', checked.covering.id, { bookedOn: ctx.today })
}

/**
 * F11. Before goods leave: a shipment that was never booked is checked as for booking; one that was booked on an inquiry must still be what that inquiry
 * covers, though its quote may have run out since; one that was booked before the company required inquiries goes on.
 */
export const requireFreightToDispatch = async (ctx: CommandContext, shipment: ShipmentToBook & { status: string }): Promise<void> => {
  if (!ctx.company.switches.freightInquiryRequired) return
  if (shipment.status === 'planned') return requireFreight(ctx, shipment)
  const held = (await inquiriesOf(ctx.db, shipment.id)).some((i) => i.bookedOn !== null)
  if (!held) return
  const checked = await checkFreightGate(ctx, shipment, true)
  if ('problem' in checked) throw new Refused(checked.problem)
}
