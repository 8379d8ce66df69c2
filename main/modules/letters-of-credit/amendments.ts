// Amendments of a credit (改证): recorded as they come, in force when they are accepted; what was before stays readable. Rule DC5.
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { type Change, changesBetween, type LetterRow, requireState, letterForUpdate, termsOf } from './records.ts'
import { requireDates } from './rules.ts'

const amendmentsOf = (ctx: CommandContext, letterId: string) =>
  ctx.db.selectFrom('letter_amendment').selectAll().where('letterId', '=', letterId).orderBy('number', 'desc').execute()

const counted = (ctx: CommandContext, letter: LetterRow, columns: Partial<LetterRow> = {}) => {
  const revision = letter.revision + 1
  ctx.tx.patch('letter_of_credit', letter.id, { ...columns, revision })
  return { id: letter.id, number: letter.number, revision }
}

/** Refuses `nothing-to-do` when nothing changes, `wrong-state` unless the credit is accepted and no earlier amendment waits, `date-out-of-order`. */
export const recordAmendment: CommandHandler<'record-letter-amendment'> = async (input, ctx) => {
  const letter = letterForUpdate(ctx, input)
  requireState(letter, 'accepted')
  const earlier = await amendmentsOf(ctx, letter.id)
  if (earlier.some((a) => a.state === 'pending')) refuse('wrong-state', { kind: 'letter-amendment', state: 'pending', needed: 'accepted' })
  if (input.receivedOn < letter.issuedOn) refuse('date-out-of-order', { earlier: letter.issuedOn, later: input.receivedOn })
  const terms = { ...termsOf(letter), ...input.terms }
  requireDates({ ...terms, issuedOn: letter.issuedOn })
  const changes = changesBetween(letter, terms)
  if (changes.length === 0) refuse('nothing-to-do', {})
  const number = (earlier[0]?.number ?? 0) + 1
  ctx.tx.put('letter_amendment', {
    id: derivedId(letter.id, `amendment ${number}`),
    letterId: letter.id,
    number,
    receivedOn: input.receivedOn,
    changes: JSON.stringify(changes),
    state: 'pending',
    decidedOn: null,
    remark: input.remark,
    createdAt: ctx.now,
  })
  return { ...counted(ctx, letter), amendment: number }
}

/** Of the one that waits (`nothing-to-do` without): accepted, what it changes holds at once; rejected, the credit stands as before (UCP 600 art. 10). */
export const decideAmendment: CommandHandler<'decide-letter-amendment'> = async (input, ctx) => {
  const letter = letterForUpdate(ctx, input)
  requireState(letter, 'accepted')
  const [amendment] = await amendmentsOf(ctx, letter.id)
  if (amendment?.state !== 'pending') return refuse('nothing-to-do', {})
  if (input.on < amendment.receivedOn) refuse('date-out-of-order', { earlier: amendment.receivedOn, later: input.on })
  ctx.tx.patch('letter_amendment', amendment.id, { state: input.accept ? 'accepted' : 'rejected', decidedOn: input.on })
  if (!input.accept) return counted(ctx, letter)
  requirePartyInUse(ctx, letter.customerId)
  const changes = JSON.parse(amendment.changes) as Change[]
  const to = Object.fromEntries(changes.map((c) => [c.field, c.to])) as Partial<LetterRow>
  return counted(ctx, letter, to)
}
