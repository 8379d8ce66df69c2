// Saving an inquiry: route, cargo, whose goods, which shipment, and which forwarders are asked. Rules F1, F7, F10 of SPEC.md.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { vendorForUse } from '../parties/index.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import { forwardersOf, type InquiryRow } from './inquiry.ts'
import { noChoice, requireNotBooked, inquiryForUpdate, recalculate } from './recalculate.ts'

type Input = CommandParsed<'save-freight-inquiry'>

/** The shipment named is one the viewer may see; a newly named one has not left. */
const requireShipment = (ctx: CommandContext, input: Input, old: InquiryRow | undefined): void => {
  const same = input.shipmentId === (old?.shipmentId ?? null)
  if (old && !same) requireNotBooked(ctx, old)
  if (input.shipmentId === null) return
  const shipment = ctx.orNotFound(ctx.tx.row('shipment', input.shipmentId), 'shipment')
  ctx.requireScope('shipment', shipment)
  if (same) return
  if (shipment.status !== 'planned' && shipment.status !== 'booked')
    refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'planned' })
}

/** The contracts named, which the viewer must see, or those whose goods the shipment carries. Newly named ones are not void. */
const contractsOf = async (ctx: CommandContext, input: Input, old: readonly string[]): Promise<string[]> => {
  for (const id of input.contractIds) {
    const contract = ctx.orNotFound(ctx.tx.row('sales_contract', id), 'sales-contract')
    ctx.requireScope('sales-contract', contract)
    if (contract.status === 'void' && !old.includes(id)) refuse('wrong-state', { kind: 'sales-contract', state: 'void', needed: 'signed' })
  }
  if (input.contractIds.length > 0 || input.shipmentId === null) return [...new Set(input.contractIds)]
  const carried = await ctx.db
    .selectFrom('shipment_line')
    .select('contractId')
    .distinct()
    .where('shipmentId', '=', input.shipmentId)
    .orderBy('contractId')
    .execute()
  return carried.map((c) => c.contractId)
}

const writeContracts = async (ctx: CommandContext, input: Input): Promise<void> => {
  const old = await ctx.db.selectFrom('freight_contract').selectAll().where('inquiryId', '=', input.id).orderBy('id').execute()
  const kept = await contractsOf(
    ctx,
    input,
    old.map((o) => o.contractId),
  )
  for (const row of old) if (!kept.includes(row.contractId)) ctx.tx.remove('freight_contract', row.id)
  for (const contractId of kept)
    if (!old.some((o) => o.contractId === contractId))
      ctx.tx.put('freight_contract', { id: derivedId(input.id, `contract ${contractId}`), inquiryId: input.id, contractId })
}

/** Adds a forwarder to those asked; one who is switched off can't be asked. Refuses `not-found` for who is no forwarder, `inactive-party`. */
export const askForwarder = async (ctx: CommandContext, inquiryId: string, forwarderId: string, position: number): Promise<string> => {
  await vendorForUse(ctx, forwarderId, ['forwarder'])
  const id = derivedId(inquiryId, `forwarder ${forwarderId}`)
  ctx.tx.put('freight_forwarder', { id, inquiryId, position, forwarderId, state: 'asked', askedOn: ctx.today, declineReason: '' })
  return id
}

/** Who is asked, in the order typed. Who has quoted or declined stays for the history: `in-use`. */
const writeForwarders = async (ctx: CommandContext, input: Input): Promise<void> => {
  const old = await forwardersOf(ctx.db, input.id)
  const asked = [...new Set(input.forwarderIds)]
  for (const row of old) {
    if (asked.includes(row.forwarderId)) continue
    const quoted = await ctx.db
      .selectFrom('freight_quote')
      .select('id')
      .where('inquiryId', '=', input.id)
      .where('forwarderId', '=', row.forwarderId)
      .executeTakeFirst()
    if (quoted) refuse('in-use', { by: 'freight-quote', number: ctx.tx.row('party', row.forwarderId)?.name ?? '' })
    ctx.tx.remove('freight_forwarder', row.id)
  }
  for (const [position, forwarderId] of asked.entries()) {
    const known = old.find((o) => o.forwarderId === forwarderId)
    if (!known) await askForwarder(ctx, input.id, forwarderId, position)
    else if (known.position !== position) ctx.tx.patch('freight_forwarder', known.id, { position })
  }
}

const ownerOf = async (ctx: CommandContext, ownerId: string, old: InquiryRow | undefined): Promise<RecordOwner> => {
  if (old?.ownerId === ownerId) return { ownerId, departmentId: old.departmentId }
  const owner = await ownerForUse(ctx, ownerId)
  ctx.requireScope('freight-inquiry', owner)
  return owner
}

const fieldsOf = (input: Input) => ({
  transportMode: input.transportMode,
  portOfLoading: input.portOfLoading,
  portOfDischarge: input.portOfDischarge,
  cargoLoad: input.cargoLoad,
  containers: JSON.stringify(input.cargoLoad === 'containers' ? input.containers : []),
  volume: input.volume === null ? null : toScaled(input.volume, 'measure'),
  weight: input.weight === null ? null : toScaled(input.weight, 'measure'),
  cargoReadyOn: input.cargoReadyOn,
  neededBy: input.neededBy,
  goods: input.goods,
  remark: input.remark,
  shipmentId: input.shipmentId,
})

/** Makes an inquiry or changes one; what was approved ends, quotes that no longer fit stop counting. Refusals as the rules say. */
export const saveInquiry: CommandHandler<'save-freight-inquiry'> = async (input, ctx) => {
  const { id, revision } = input
  if (revision === undefined && ctx.tx.row('freight_inquiry', id)) refuse('already-exists', { field: 'id', value: id })
  if (revision !== undefined) ctx.require('freight-inquiry.edit')
  const old = revision === undefined ? undefined : inquiryForUpdate(ctx, { id, revision })
  const owner = await ownerOf(ctx, input.ownerId, old)
  requireShipment(ctx, input, old)
  const fields = { ...fieldsOf(input), ...owner }
  if (old) ctx.tx.patch('freight_inquiry', id, fields)
  else
    ctx.tx.put('freight_inquiry', {
      ...{ id, number: ctx.number('freight-inquiry', ctx.today), status: 'draft', voidReason: null, bookedOn: null },
      ...fields,
      ...noChoice,
      createdAt: ctx.now,
      revision: 0,
    })
  await writeContracts(ctx, input)
  await writeForwarders(ctx, input)
  return recalculate(ctx, id)
}
