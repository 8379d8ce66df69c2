// Documents of a shipment under a credit (交单): what they say, when they were presented, and what the bank said to them. Rule DC6.
import { requireOrder } from '../../../db/ledger/days.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { type LetterRow, type PresentationRow, requireState } from './records.ts'
import { requirePresentationStep } from './rules.ts'

type Input = CommandParsed<'save-presentation'>

const letterOf = (ctx: CommandContext, letterId: string): LetterRow => {
  const letter = ctx.orNotFound(ctx.tx.row('letter_of_credit', letterId), 'letter-of-credit')
  ctx.requireScope('letter-of-credit', letter)
  return letter
}

const presentationForUpdate = (
  ctx: CommandContext,
  input: { id: string; revision: number },
): { row: PresentationRow; letter: LetterRow } => {
  const row = ctx.orNotFound(ctx.tx.row('letter_presentation', input.id), 'letter-of-credit')
  const letter = letterOf(ctx, row.letterId)
  ctx.requireRevision(row, input.revision)
  return { row, letter }
}

/** A shipment that has not been dropped, with goods of a contract this credit pays for. */
const requireShipment = async (ctx: CommandContext, letter: LetterRow, shipmentId: string): Promise<void> => {
  const shipment = ctx.orNotFound(ctx.tx.row('shipment', shipmentId), 'shipment')
  ctx.requireScope('shipment', shipment)
  if (shipment.status === 'void') refuse('wrong-state', { kind: 'shipment', state: 'void', needed: 'dispatched' })
  const shared = await ctx.db
    .selectFrom('shipment_line as l')
    .innerJoin('letter_contract as c', 'c.contractId', 'l.contractId')
    .select('l.id')
    .where('l.shipmentId', '=', shipmentId)
    .where('c.letterId', '=', letter.id)
    .executeTakeFirst()
  if (!shared) refuse('invalid-input', { issues: [{ path: 'shipmentId', rule: 'choice' }] })
  if (shipment.currency !== letter.currency) refuse('currency-differs', { expected: letter.currency, found: shipment.currency })
}

const columnsOf = (input: Input) => ({
  amount: input.amount,
  insuredAmount: input.insuredAmount,
  insuredOn: input.insuredOn,
  packingCartons: input.packingCartons,
  billCartons: input.billCartons,
  packingGross: input.packingGross === null ? null : toScaled(input.packingGross, 'measure'),
  billGross: input.billGross === null ? null : toScaled(input.billGross, 'measure'),
  transhipped: input.transhipped === null ? null : input.transhipped ? 1 : 0,
  ticked: JSON.stringify(input.ticked),
  discrepancies: input.discrepancies,
})

/** DC6. What was paid is not typed over (`wrong-state`); what lies with the bank keeps its amount. */
const requireTypable = (row: PresentationRow, input: Input): void => {
  const moved = row.letterId !== input.letterId || row.shipmentId !== input.shipmentId
  const drawn = row.status !== 'preparing' && row.status !== 'refused'
  if (moved || row.status === 'paid' || (drawn && row.amount !== input.amount))
    refuse('wrong-state', { kind: 'letter-presentation', state: row.status, needed: 'preparing' })
}

export const savePresentation: CommandHandler<'save-presentation'> = async (input, ctx) => {
  const letter = letterOf(ctx, input.letterId)
  if (input.revision !== undefined) {
    const { row } = presentationForUpdate(ctx, { id: input.id, revision: input.revision })
    ctx.requireScope('shipment', ctx.orNotFound(ctx.tx.row('shipment', input.shipmentId), 'shipment'))
    requireTypable(row, input)
    const revision = row.revision + 1
    ctx.tx.patch('letter_presentation', row.id, { ...columnsOf(input), revision })
    return { id: row.id, revision }
  }
  requireState(letter, 'accepted', 'draft')
  await requireShipment(ctx, letter, input.shipmentId)
  const same = await ctx.db
    .selectFrom('letter_presentation')
    .select('id')
    .where((e) => e.or([e('id', '=', input.id), e.and([e('letterId', '=', letter.id), e('shipmentId', '=', input.shipmentId)])]))
    .executeTakeFirst()
  if (same) refuse('already-exists', { field: 'shipmentId', value: ctx.tx.row('shipment', input.shipmentId)?.number ?? '' })
  ctx.tx.put('letter_presentation', {
    id: input.id,
    letterId: letter.id,
    shipmentId: input.shipmentId,
    ...columnsOf(input),
    ...{ status: 'preparing', presentedOn: null, acceptedOn: null, refusedOn: null, paidOn: null, createdAt: ctx.now, revision: 1 },
  })
  return { id: input.id, revision: 1 }
}

const dayOf = { presented: 'presentedOn', accepted: 'acceptedOn', refused: 'refusedOn', paid: 'paidOn' } as const

/** DC6. Records what happened with its day. Refuses `wrong-state` for a step that does not follow or a credit we have not accepted, `date-out-of-order`. */
export const recordPresentationStep: CommandHandler<'record-presentation-step'> = (input, ctx) => {
  const { row, letter } = presentationForUpdate(ctx, input)
  requirePresentationStep(row, input.step, input.on)
  if (input.step === 'presented') {
    requireState(letter, 'accepted')
    requireOrder(letter.issuedOn, input.on, 'on')
    requireOrder(ctx.tx.row('shipment', row.shipmentId)?.dispatchedOn, input.on, 'on')
  }
  const revision = row.revision + 1
  const discrepancies = input.discrepancies === '' ? row.discrepancies : input.discrepancies
  ctx.tx.patch('letter_presentation', row.id, { status: input.step, [dayOf[input.step]]: input.on, discrepancies, revision })
  return { id: row.id, revision }
}

/** What was only prepared may go. */
export const discardPresentation: CommandHandler<'discard-presentation'> = (input, ctx) => {
  const { row } = presentationForUpdate(ctx, input)
  if (row.status !== 'preparing') refuse('wrong-state', { kind: 'letter-presentation', state: row.status, needed: 'preparing' })
  ctx.tx.remove('letter_presentation', row.id)
  return {}
}
