// Saving a shipment: its planned draft, what may still be written after dispatch, and discarding one that never left.
import type { Selectable } from 'kysely'
import type { ShipmentTable } from '../../../db/schema/tables.ts'
import { bookingFields, type BookingFields } from '../../../preload/contract/modules/shipments/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { loadForUpdate } from '../../records/load.ts'
import { shipment as shipmentRecord } from '../../../preload/contract/modules/shipments/records.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { holderOf, requireFree } from '../../records/holds.ts'
import { unindexRecord } from '../../records/search.ts'
import { requireSoldApproved } from '../contracts/index.ts'
import { refreshDeal } from '../deals/index.ts'
import { customerForUse, requirePartyInUse, vendorForUse } from '../parties/index.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import { carryingChosen, callFollowers } from './followers.ts'
import { indexShipment } from './index-shipment.ts'
import { lineStates, type SalesLineState } from './line-states.ts'
import { isOpen, requireLeft, shippedAmounts } from './rules.ts'
import { packingColumns, removePackages, savePackages } from './packing/stored.ts'
import { proveByShipment } from './prove-milestones.ts'

type Input = CommandParsed<'save-shipment'>
export type ShipmentRow = Selectable<ShipmentTable>

/** The shipment as seen, in the viewer's scope. Refuses `not-found` and `changed-meanwhile`. */
export const shipmentForUpdate = (ctx: CommandContext, input: { id: string; revision: number }): ShipmentRow =>
  loadForUpdate(ctx, shipmentRecord, input)

/** The deals of a shipment's lines, brought up to date with it. */
export const refreshDeals = async (ctx: CommandContext, dealIds: Iterable<string>): Promise<void> => {
  for (const dealId of new Set(dealIds)) await refreshDeal(ctx, dealId)
}

const linesOf = (ctx: CommandContext, shipmentId: string) =>
  ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipmentId).orderBy('position').execute()

/** H3. Refuses lines that are unknown or out of scope, of an unsigned contract, another customer or another currency. */
const requireFitting = (ctx: CommandContext, input: Input, customer: string, states: Map<string, SalesLineState>): void => {
  for (const { salesLineId } of input.lines) {
    const line = ctx.orNotFound(states.get(salesLineId), 'sales-contract')
    ctx.requireScope('sales-contract', line)
    if (line.contractStatus !== 'signed') refuse('wrong-state', { kind: 'sales-contract', state: line.contractStatus, needed: 'signed' })
    if (line.customerId !== input.customerId) refuse('party-differs', { expected: customer, found: line.customer })
    if (line.currency !== input.currency) refuse('currency-differs', { expected: input.currency, found: line.currency })
  }
}

/** Forwarder and carrier must be in use when they are chosen; one switched off later stays on its shipments. */
const requireVendors = async (ctx: CommandContext, input: Input, old: ShipmentRow | undefined): Promise<void> => {
  if (input.forwarderId !== null && input.forwarderId !== old?.forwarderId) await vendorForUse(ctx, input.forwarderId, ['forwarder'])
  if (input.carrierId !== null && input.carrierId !== old?.carrierId) await vendorForUse(ctx, input.carrierId, ['carrier'])
}

/** What was not given stays. */
const bookingColumns = (input: Input): Partial<BookingFields> => {
  const fields = Object.keys(bookingFields().shape) as (keyof BookingFields)[]
  return Object.fromEntries(fields.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]))
}

const insuranceColumns = ({ insuranceMarkup, premiumRate, insuredWhole, insuranceConditions, claimsAt }: Input) => ({
  ...(insuranceMarkup === undefined ? {} : { insuranceMarkup: toScaled(insuranceMarkup, 'percent') }),
  ...(premiumRate === undefined ? {} : { premiumRate: premiumRate === null ? null : toScaled(premiumRate, 'percent') }),
  ...(insuredWhole === undefined ? {} : { insuredWhole: insuredWhole ? 1 : 0 }),
  ...(insuranceConditions === undefined ? {} : { insuranceConditions }),
  ...(claimsAt === undefined ? {} : { claimsAt }),
})

const billColumns = ({ billPackages, billGrossWeight, billVolume, billMarks }: Input) => ({
  ...(billPackages === undefined ? {} : { billPackages }),
  ...(billGrossWeight === undefined ? {} : { billGrossWeight: billGrossWeight === null ? null : toScaled(billGrossWeight, 'measure') }),
  ...(billVolume === undefined ? {} : { billVolume: billVolume === null ? null : toScaled(billVolume, 'measure') }),
  ...(billMarks === undefined ? {} : { billMarks }),
})

/** What the voyage brings, with the free text: may be written until the shipment is done (H10). */
const voyageOf = (input: Input) => ({
  forwarderId: input.forwarderId,
  carrierId: input.carrierId,
  vessel: input.vessel,
  voyage: input.voyage,
  bookingNumber: input.bookingNumber,
  billOfLadingNumber: input.billOfLadingNumber,
  invoiceNumber: input.invoiceNumber,
  declarationNumber: input.declarationNumber,
  transportMode: input.transportMode,
  portOfLoading: input.portOfLoading,
  portOfDischarge: input.portOfDischarge,
  etd: input.etd,
  eta: input.eta,
  containers: JSON.stringify(input.containers),
  remark: input.remark,
  ...packingColumns(input),
  ...bookingColumns(input),
  ...insuranceColumns(input),
  ...billColumns(input),
})

/** Brings the stored lines to the typed ones: kept lines are changed in place, so that the change log tells what really changed. */
const writeLines = async (ctx: CommandContext, input: Input, states: Map<string, SalesLineState>, amounts: number[]): Promise<string[]> => {
  const old = await linesOf(ctx, input.id)
  const ids = uniqueIds(input.lines)
  for (const line of old) if (!ids.has(line.id)) ctx.tx.remove('shipment_line', line.id)
  input.lines.forEach((line, position) => {
    const state = states.get(line.salesLineId)!
    const values = {
      position,
      salesLineId: line.salesLineId,
      contractId: state.contractId,
      dealId: state.dealId,
      productId: state.productId,
      quantity: toScaled(line.quantity, 'quantity'),
      amount: amounts[position] ?? 0,
      amountBase: null,
    }
    saveRow(ctx, 'shipment_line', line.id, { shipmentId: input.id }, values)
  })
  return [...old.map((l) => l.dealId), ...input.lines.map((l) => states.get(l.salesLineId)!.dealId)]
}

export const contractsOf = (states: ReadonlyMap<string, SalesLineState>): string[] => [...states.values()].map((s) => s.contractId)

/** A new owner must be active, and within the viewer's scope: nobody makes a shipment for a colleague he cannot see. */
const ownerOf = async (ctx: CommandContext, ownerId: string, old: ShipmentRow | undefined): Promise<RecordOwner> => {
  if (old?.ownerId === ownerId) return { ownerId, departmentId: old.departmentId }
  const owner = await ownerForUse(ctx, ownerId)
  ctx.requireScope('shipment', owner)
  return owner
}

/** A booking number typed into a planned shipment is a booking (H15). */
const requireBookableForNumber = async (ctx: CommandContext, input: Input, old: ShipmentRow | undefined, number: string): Promise<void> => {
  const { bookingNumber, portOfLoading, portOfDischarge, containers, forwarderId } = input
  if (bookingNumber === '' || bookingNumber === old?.bookingNumber || old?.status === 'booked') return
  await callFollowers(ctx, 'beforeBooking', { id: input.id, number, portOfLoading, portOfDischarge, containers, forwarderId })
}

const saveDraft = async (ctx: CommandContext, input: Input, old: ShipmentRow | undefined) => {
  const customer = await customerForUse(ctx, input.customerId)
  const owner = await ownerOf(ctx, input.ownerId, old)
  await requireVendors(ctx, input, old)
  // H30. Our invoice and the customs declaration are of one shipment; a void one frees its numbers.
  await requireUniqueCodes(ctx, 'save-shipment', input)
  const asked = input.lines.map((l) => ({ salesLineId: l.salesLineId, quantity: toScaled(l.quantity, 'quantity') }))
  const states = await lineStates(
    ctx.db,
    asked.map((l) => l.salesLineId),
    input.id,
  )
  requireFitting(ctx, input, customer.name, states)
  await requireSoldApproved(ctx, contractsOf(states)) // H11
  requireLeft(asked, states) // H1
  const amounts = shippedAmounts(asked, states) // H2
  const fields = {
    customerId: input.customerId,
    currency: input.currency,
    ...voyageOf(input),
    total: amounts.reduce((sum, a) => sum + a, 0),
    ...owner,
  }
  const number = old?.number ?? ctx.number('shipment', input.etd ?? ctx.today)
  await requireBookableForNumber(ctx, input, old, number)
  const revision = (old?.revision ?? 0) + 1
  if (old) ctx.tx.patch('shipment', input.id, { ...fields, revision })
  else ctx.tx.put('shipment', { id: input.id, number, status: 'planned', ...fields, createdAt: ctx.now, revision })
  await indexShipment(ctx, input.id)
  const before = old?.status === 'booked' ? await linesOf(ctx, input.id) : []
  await refreshDeals(ctx, await writeLines(ctx, input, states, amounts))
  await savePackages(ctx, input.id, input.packages, input.lines)
  // Of a booked shipment, goods that come or go are booked or not.
  if (old?.status === 'booked')
    await proveByShipment(
      ctx,
      { id: input.id, number },
      [...before, ...asked].map((l) => l.salesLineId),
      ctx.today,
    )
  if (old) await callFollowers(ctx, 'afterChange', input.id) // H13
  return { id: input.id, number, revision }
}

/** H10. Refuses `wrong-state` when anything changed that the dispatch has posted. */
const saveVoyage = async (ctx: CommandContext, input: Input, old: ShipmentRow) => {
  const lines = await linesOf(ctx, input.id)
  const text = (all: readonly { id: string; salesLineId: string; quantity: number }[]) =>
    JSON.stringify(all.map((l) => [l.id, l.salesLineId, l.quantity]))
  const same =
    text(lines) === text(input.lines.map((l) => ({ ...l, quantity: toScaled(l.quantity, 'quantity') }))) &&
    (['customerId', 'currency', 'ownerId'] as const).every((field) => input[field] === old[field])
  if (!same || old.status === 'done' || old.status === 'void')
    refuse('wrong-state', { kind: 'shipment', state: old.status, needed: 'planned' })
  await requireVendors(ctx, input, old)
  // H30. Our invoice and the customs declaration are of one shipment; a void one frees its numbers.
  await requireUniqueCodes(ctx, 'save-shipment', input)
  const revision = old.revision + 1
  ctx.tx.patch('shipment', input.id, { ...voyageOf(input), revision })
  await savePackages(ctx, input.id, input.packages, input.lines)
  await indexShipment(ctx, input.id)
  return { id: input.id, number: old.number, revision }
}

/** Makes a planned shipment or changes one. Rules H1 to H3, H10; refusals as they say. */
export const saveShipment: CommandHandler<'save-shipment'> = (input, ctx) => {
  const { id, revision } = input
  if (revision === undefined) {
    if (ctx.tx.row('shipment', id)) refuse('already-exists', { field: 'id', value: id })
    return saveDraft(ctx, input, undefined)
  }
  ctx.require('shipment.edit')
  const old = shipmentForUpdate(ctx, { id, revision })
  return isOpen(old.status) ? saveDraft(ctx, input, old) : saveVoyage(ctx, input, old)
}

/** A shipment as it is booked. */
export const toBook = (shipment: ShipmentRow) => ({ ...shipment, containers: JSON.parse(shipment.containers) as Input['containers'] })

/** Forwarder and carrier that nobody has typed yet come from the chosen quote (H15). */
const carriedBy = async (ctx: CommandContext, { id, forwarderId, carrierId }: ShipmentRow) => {
  const chosen = await ctx.contributed(carryingChosen)(ctx.db, id)
  if (!chosen) return {}
  // Another forwarder than the chosen one has his own carrier.
  const own = forwarderId === null || forwarderId === chosen.forwarderId
  return { forwarderId: forwarderId ?? chosen.forwarderId, carrierId: carrierId ?? (own ? chosen.carrierId : null) }
}

/** Books a planned shipment: the space is confirmed under a number. Refuses `wrong-state`, and what later modules require (H15). */
export const bookShipment: CommandHandler<'book-shipment'> = async (input, ctx) => {
  const shipment = shipmentForUpdate(ctx, input)
  if (shipment.status !== 'planned') refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'planned' })
  requirePartyInUse(ctx, shipment.customerId) // H21
  await callFollowers(ctx, 'beforeBooking', toBook(shipment))
  const revision = shipment.revision + 1
  const carried = await carriedBy(ctx, shipment)
  const { forwarderId, carrierId } = { ...shipment, ...carried }
  for (const vendorId of [forwarderId, carrierId]) requirePartyInUse(ctx, vendorId)
  ctx.tx.patch('shipment', shipment.id, { status: 'booked', bookingNumber: input.bookingNumber, ...carried, revision })
  await callFollowers(ctx, 'afterChange', shipment.id)
  await indexShipment(ctx, shipment.id)
  const lines = await linesOf(ctx, shipment.id)
  await proveByShipment(
    ctx,
    shipment,
    lines.map((l) => l.salesLineId),
    ctx.today,
  )
  return { id: shipment.id, number: shipment.number, revision }
}

/** Drops a shipment that has not left: a plain draft goes; one that was booked or once dispatched, or of which something is kept, stays as void, for its history. */
export const discardShipment: CommandHandler<'discard-shipment'> = async (input, ctx) => {
  const shipment = shipmentForUpdate(ctx, input)
  if (!isOpen(shipment.status)) refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'planned' })
  await requireFree(ctx, 'shipment', shipment.id, 'discard') // H16
  const lines = await linesOf(ctx, shipment.id)
  const isKept = (await holderOf(ctx, 'shipment', shipment.id, 'remove')) !== undefined
  if (shipment.status === 'planned' && shipment.dispatches === 0 && !isKept) {
    await removePackages(ctx, shipment.id)
    for (const line of lines) ctx.tx.remove('shipment_line', line.id)
    ctx.tx.remove('shipment', shipment.id)
    unindexRecord(ctx, shipment.id)
  } else ctx.tx.patch('shipment', shipment.id, { status: 'void', revision: shipment.revision + 1 })
  await callFollowers(ctx, 'afterDropped', shipment.id)
  await proveByShipment(
    ctx,
    shipment,
    lines.map((l) => l.salesLineId),
    ctx.today,
  )
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  return {}
}
