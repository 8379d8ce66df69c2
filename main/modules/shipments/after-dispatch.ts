// What follows a dispatch: its steps to the end, and taking it back by a reversing journal (H8, H9).
import { lastDayOfItems, requireNotBefore } from '../../../db/ledger/days.ts'
import type { ReadableDb } from '../../../db/open.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandHandler } from '../../commands/define-command.ts'
import { holderOf } from '../../records/holds.ts'
import { lastCostDay, unsourceShipment } from '../purchasing/index.ts'
import { callFollowers } from './followers.ts'
import { isDispatched, requireStep } from './rules.ts'
import { refreshDeals, shipmentForUpdate } from './save-shipment.ts'
import { proveByShipment } from './prove-milestones.ts'

const dayOf = {
  'on-board': 'onBoardOn',
  arrived: 'arrivedOn',
  'documents-delivered': 'documentsDeliveredOn',
  done: 'doneOn',
} as const

/** Records a step with its day. Refuses `wrong-state` for a step back, `date-out-of-order` before the dispatch. */
export const recordShipmentStep: CommandHandler<'record-shipment-step'> = async (input, ctx) => {
  const shipment = shipmentForUpdate(ctx, input)
  requireStep(shipment, input.step, input.on)
  const revision = shipment.revision + 1
  ctx.tx.patch('shipment', shipment.id, { status: input.step, [dayOf[input.step]]: input.on, revision })
  return { id: shipment.id, number: shipment.number, revision }
}

/** The last day on which anything was posted to the shipment's receivables or tax refunds. */
export const lastDayOfShipment = (db: ReadableDb, shipmentId: string) =>
  lastDayOfItems(db, { from: `${shipmentId}:`, to: `${shipmentId};` })

/**
 * Takes a dispatch back on a day: mirrored journal, cost and shipped quantities as before; the shipment is planned or booked again.
 * Refuses `wrong-state`, `already-allocated` while any of its receivables is touched or its tax refund has come, `date-out-of-order` before the last day on
 * which a receivable, a refund or a later cost of it was touched, `period-closed`.
 */
export const reverseDispatch: CommandHandler<'reverse-dispatch'> = async (input, ctx) => {
  const shipment = shipmentForUpdate(ctx, input)
  if (!isDispatched(shipment.status) || shipment.dispatchedOn === null)
    return refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'dispatched' })
  requireNotBefore(input.on, shipment.dispatchedOn)
  if (shipment.journalId !== null) {
    const touched = await ctx.db
      .selectFrom('open_item')
      .select('documentNumber')
      .where('documentId', '=', shipment.id)
      .where('journalId', '=', shipment.journalId)
      .where('account', '=', '1122')
      .where((e) => e.or([e('openForeign', '<>', e.ref('foreign')), e('openBase', '<>', e.ref('base'))]))
      .orderBy('id')
      .executeTakeFirst()
    if (touched) refuse('already-allocated', { document: touched.documentNumber })
  }
  const holder = await holderOf(ctx, 'shipment', shipment.id, 'reverse')
  if (holder) refuse('already-allocated', { document: holder.number })
  requireNotBefore(input.on, await lastDayOfShipment(ctx.db, shipment.id), await lastCostDay(ctx, shipment.id)) // H17
  if (shipment.journalId !== null) ctx.reverse(shipment.journalId, input.on, input.reason)
  await unsourceShipment(ctx, shipment, { on: input.on, memo: input.reason })
  const lines = await ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipment.id).orderBy('id').execute()
  for (const line of lines) {
    const sold = ctx.tx.row('sales_line', line.salesLineId)!
    ctx.tx.patch('sales_line', sold.id, { shipped: sold.shipped - line.quantity })
    ctx.tx.patch('shipment_line', line.id, { amountBase: null })
  }
  const revision = shipment.revision + 1
  ctx.tx.patch('shipment', shipment.id, {
    status: shipment.bookingNumber === '' ? 'planned' : 'booked',
    dispatchedOn: null,
    onBoardOn: null,
    arrivedOn: null,
    documentsDeliveredOn: null,
    doneOn: null,
    rate: null,
    totalBase: null,
    journalId: null,
    revision,
  })
  await callFollowers(ctx, 'afterTakenBack', shipment.id) // H13
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  await proveByShipment(
    ctx,
    shipment,
    lines.map((l) => l.salesLineId),
    input.on,
  )
  return { id: shipment.id, number: shipment.number, revision }
}
