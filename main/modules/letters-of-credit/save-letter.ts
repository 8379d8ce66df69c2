// Registering a letter of credit and changing it: freely as a draft, once accepted only what is ours to say (DC1). Accepting, closing, discarding.
import { FINISHED_STAGES } from '../../../preload/contract/modules/deals/calls.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { loadToSave } from '../../records/load.ts'
import { letterOfCredit } from '../../../preload/contract/modules/letters-of-credit/records.ts'
import { unindexRecord } from '../../records/search.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { customerForUse, requirePartyInUse } from '../parties/index.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import {
  changesBetween,
  contractsOf,
  indexLetter,
  type LetterRow,
  requireState,
  letterForUpdate,
  termColumns,
  writeContracts,
} from './records.ts'
import { requireDates } from './rules.ts'

type Input = CommandParsed<'save-letter-of-credit'>

/** DC1. Contracts of this customer in this currency, signed and within the viewer's scope, each once. */
const requireContracts = (ctx: CommandContext, input: Input, customer: string, known: readonly string[]): void => {
  if (new Set(input.contractIds).size < input.contractIds.length)
    refuse('invalid-input', { issues: [{ path: 'contractIds', rule: 'duplicate' }] })
  for (const id of input.contractIds) {
    const contract = ctx.orNotFound(ctx.tx.row('sales_contract', id), 'sales-contract')
    ctx.requireScope('sales-contract', contract)
    if (contract.customerId !== input.customerId)
      refuse('party-differs', { expected: customer, found: ctx.tx.row('party', contract.customerId)?.name ?? '' })
    if (contract.currency !== input.currency) refuse('currency-differs', { expected: input.currency, found: contract.currency })
    if (!known.includes(id) && contract.status !== 'signed')
      refuse('wrong-state', { kind: 'sales-contract', state: contract.status, needed: 'signed' })
  }
}

/**
 * Who is named; else the owner of the first contract while its deal is under way, and after that whoever has the customer (parties Y10); else whoever keeps
 * it already or makes it.
 */
const ownerOf = async (ctx: CommandContext, input: Input, old: LetterRow | undefined): Promise<RecordOwner> => {
  const [first] = input.contractIds
  const contract = first === undefined ? undefined : ctx.tx.row('sales_contract', first)
  const stage = contract === undefined ? undefined : ctx.tx.row('deal', contract.dealId)?.stage
  const present =
    stage === undefined || !FINISHED_STAGES.includes(stage) ? contract?.ownerId : ctx.tx.row('party', input.customerId)?.ownerId
  const ownerId = input.ownerId ?? present ?? old?.ownerId ?? ctx.viewer.userId
  if (old?.ownerId === ownerId) return { ownerId, departmentId: old.departmentId }
  const owner = await ownerForUse(ctx, ownerId)
  ctx.requireScope('letter-of-credit', owner)
  return owner
}

const fixedColumns = (input: Input) => ({
  bankNumber: input.bankNumber,
  issuingBank: input.issuingBank,
  advisingBank: input.advisingBank,
  customerId: input.customerId,
  applicant: input.applicant,
  currency: input.currency,
  issuedOn: input.issuedOn,
  availability: input.availability,
  tenorDays: input.availability === 'sight' ? 0 : input.tenorDays,
  confirmed: input.confirmed ? 1 : 0,
})

/** DC1. Of an accepted credit the bank's words stand: `wrong-state` when any of them is typed differently. */
const requireSameTerms = (old: LetterRow, input: Input): void => {
  const fixed = fixedColumns(input)
  const same = (Object.keys(fixed) as (keyof typeof fixed)[]).every((key) => old[key] === fixed[key])
  if (!same || changesBetween(old, input).length > 0)
    refuse('wrong-state', { kind: 'letter-of-credit', state: old.status, needed: 'draft' })
}

const oldLetter = (ctx: CommandContext, input: Input): LetterRow | undefined =>
  loadToSave(ctx, letterOfCredit, input, ['draft', 'accepted'])

/** DC1. Refuses `date-out-of-order`, `party-differs`, `currency-differs`, `wrong-state`, `already-exists`. */
export const saveLetter: CommandHandler<'save-letter-of-credit'> = async (input, ctx) => {
  const old = oldLetter(ctx, input)
  const customer = await customerForUse(ctx, input.customerId)
  requireContracts(ctx, input, customer.name, old ? await contractsOf(ctx, input.id) : [])
  if (old?.status === 'accepted') requireSameTerms(old, input)
  else {
    requireDates(input)
    // The bank's number is unique among the credits of one issuing bank that stand.
    await requireUniqueCodes(ctx, 'save-letter-of-credit', input)
  }
  const owner = await ownerOf(ctx, input, old)
  const number = old?.number ?? ctx.number('letter-of-credit', input.issuedOn)
  const revision = (old?.revision ?? 0) + 1
  const columns = { ...fixedColumns(input), ...termColumns(input), remark: input.remark, ...owner, revision }
  if (old) ctx.tx.patch('letter_of_credit', old.id, columns)
  else {
    const made = { status: 'draft', acceptedOn: null, closedReason: null, createdAt: ctx.now }
    ctx.tx.put('letter_of_credit', { id: input.id, number, ...made, ...columns })
  }
  await writeContracts(ctx, input.id, input.contractIds)
  indexLetter(ctx, input.id, input.contractIds)
  return { id: input.id, number, revision }
}

const changed = (ctx: CommandContext, letter: LetterRow, part: Partial<LetterRow>) => {
  const revision = letter.revision + 1
  ctx.tx.patch('letter_of_credit', letter.id, { ...part, revision })
  return { id: letter.id, number: letter.number, revision }
}

/** DC1. From now on it covers (credit R13). Refuses `wrong-state`, and `date-out-of-order` before its issue or after its expiry. */
export const acceptLetter: CommandHandler<'accept-letter-of-credit'> = (input, ctx) => {
  const letter = letterForUpdate(ctx, input)
  requireState(letter, 'draft')
  if (input.acceptedOn < letter.issuedOn) refuse('date-out-of-order', { earlier: letter.issuedOn, later: input.acceptedOn })
  if (letter.expiresOn < input.acceptedOn) refuse('date-out-of-order', { earlier: input.acceptedOn, later: letter.expiresOn })
  requirePartyInUse(ctx, letter.customerId) // C25
  return changed(ctx, letter, { status: 'accepted', acceptedOn: input.acceptedOn })
}

/** DC1. Closed when nothing more will be drawn, cancelled when it never was: refused `in-use` while documents lie with the bank. */
export const closeLetter: CommandHandler<'close-letter-of-credit'> = async (input, ctx) => {
  const letter = letterForUpdate(ctx, input)
  requireState(letter, 'accepted', 'draft')
  const waiting = await ctx.db
    .selectFrom('letter_presentation as p')
    .innerJoin('shipment as s', 's.id', 'p.shipmentId')
    .select('s.number')
    .where('p.letterId', '=', letter.id)
    .where('p.status', 'in', input.as === 'closed' ? ['presented', 'accepted'] : ['presented', 'accepted', 'paid'])
    .orderBy('s.number')
    .executeTakeFirst()
  if (waiting) refuse('in-use', { by: 'letter-presentation', number: waiting.number })
  return changed(ctx, letter, { status: input.as, closedReason: input.reason })
}

/** A draft that never was accepted goes, with what was prepared under it. */
export const discardLetter: CommandHandler<'discard-letter-of-credit'> = async (input, ctx) => {
  const letter = letterForUpdate(ctx, input)
  requireState(letter, 'draft')
  for (const table of ['letter_presentation', 'letter_amendment', 'letter_contract'] as const) {
    const rows = await ctx.db.selectFrom(table).select('id').where('letterId', '=', letter.id).orderBy('id').execute()
    for (const { id } of rows) ctx.tx.remove(table, id)
  }
  ctx.tx.remove('letter_of_credit', letter.id)
  unindexRecord(ctx, letter.id)
  return {}
}
