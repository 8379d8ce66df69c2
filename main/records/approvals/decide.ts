// Approving, rejecting, returning for change: by whom, on which step, and for exactly what was seen. Rules A9 to A12, A14 (sync.md S4).
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { ApprovalState } from '../../../preload/contract/modules/approvals/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { readBoard, stepsOf, type Board, type EventRow } from './board.ts'
import { assigneesOf } from './rules.ts'
import { recordEvent } from './record-event.ts'
import type { ApprovalRow } from './approval-status.ts'
import { approvableOf, contentHash, type Decision, type Subject } from './subjects.ts'

type Expect = { revision: number; contentHash: string }
type Outcome = { id: string; state: ApprovalState; revision: number }
const outcomeOf = (row: ApprovalRow): Outcome => ({ id: row.id, state: row.state as ApprovalState, revision: row.revision })
const meanwhile = (expect: Expect, row: ApprovalRow): never =>
  refuse('changed-meanwhile', { expected: expect.revision, found: row.revision })

/** The step that stood on screen at a revision of the approval; every event counts one revision on. */
const requireSameStep = (row: ApprovalRow, events: readonly EventRow[], revision: number): number | undefined =>
  revision === row.revision ? row.step : events.find((e) => e.approvalRevision === revision && e.position > 0)?.step

/**
 * The step that was seen is over: the same decision again changes nothing and is accepted; the contrary one is refused `already-decided`.
 * Only for who could have decided that step.
 */
const decidedBefore = (row: ApprovalRow, board: Board, step: number, decision: Decision): Outcome => {
  if (!board.namedOn(row, step)) refuse('not-your-step', { who: names(board, row) })
  const state = row.state === 'pending' ? 'approved' : row.state
  return state === decision ? outcomeOf(row) : refuse('already-decided', { state })
}

const names = (board: Board, row: ApprovalRow): string =>
  board
    .open(row)
    .seats.map((s) => board.organisation.people.get(s.userId)?.name ?? '')
    .join(', ')

/** Why none of the open seats is the viewer's: he has decided already, submitted it himself, or is not asked. */
const notMine = (ctx: CommandContext, row: ApprovalRow, board: Board, decision: Decision): Outcome => {
  const { userId } = ctx.viewer
  const before = board.eventsOf(row).find((e) => e.step === row.step && e.userId === userId && e.act === 'approved')
  if (before) return decision === 'approved' ? outcomeOf(row) : refuse('already-decided', { state: 'approved' })
  const step = stepsOf(row)[row.step]!
  if (
    (row.submittedBy === userId || row.enteredBy === userId) &&
    assigneesOf(step, row, board.organisation, true).some((s) => s.deputies.includes(userId))
  )
    refuse('self-approval', {})
  return refuse('not-your-step', { who: names(board, row) })
}

/** The document as it is now. Refuses `changed-meanwhile` unless it is exactly what was submitted (A2). */
const sameSubject = async (ctx: CommandContext, row: ApprovalRow, expect: Expect): Promise<Subject> => {
  const kind = row.kind as ApprovalKind
  const subject = await approvableOf(ctx, kind)?.read(ctx, row.documentId)
  if (!subject || subject.revision !== row.documentRevision || contentHash(kind, subject) !== row.contentHash) return meanwhile(expect, row)
  return subject
}

const decide = async (ctx: CommandContext, input: { id: string; expect: Expect }, decision: Decision, reason: string): Promise<Outcome> => {
  const row = ctx.orNotFound(ctx.tx.row('approval', input.id), 'approval')
  const board = await readBoard(ctx, [row])
  if (!board.sees(row)) refuse('not-found', { resource: 'approval' })
  const seen = requireSameStep(row, board.eventsOf(row), input.expect.revision)
  if (row.state === 'ended' || seen === undefined || input.expect.contentHash !== row.contentHash) return meanwhile(input.expect, row)
  if (row.state !== 'pending' || seen !== row.step) return decidedBefore(row, board, seen, decision)
  const { seats, mode } = board.open(row)
  const mine = seats.filter((s) => s.deputies.includes(ctx.viewer.userId)).map((s) => s.userId)
  if (mine.length === 0) return notMine(ctx, row, board, decision)
  const subject = await sameSubject(ctx, row, input.expect)
  await recordEvent(ctx, row, { act: decision, reason, seats: mine })
  const revision = row.revision + 1
  const stepDone = decision === 'approved' && (mode === 'any' || seats.length === mine.length)
  const over = decision !== 'approved' || (stepDone && row.step === stepsOf(row).length - 1)
  if (!over) {
    ctx.tx.patch('approval', row.id, { step: stepDone ? row.step + 1 : row.step, revision })
    return { id: row.id, state: 'pending', revision }
  }
  ctx.tx.patch('approval', row.id, { state: decision, decidedAt: ctx.now, revision })
  await approvableOf(ctx, row.kind as ApprovalKind)?.decided?.(ctx, subject, decision)
  return { id: row.id, state: decision, revision }
}

export const approve: CommandHandler<'approve'> = (input, ctx) => decide(ctx, input, 'approved', input.note)
export const reject: CommandHandler<'reject'> = (input, ctx) => decide(ctx, input, 'rejected', input.reason)
export const returnForChange: CommandHandler<'return-for-change'> = (input, ctx) => decide(ctx, input, 'returned', input.reason)
