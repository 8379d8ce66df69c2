// Submitting a document for approval and taking the submission back. Rules A2, A7 to A10, A13.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { ApprovalStep } from '../../../preload/contract/modules/approvals/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { readBoard } from './board.ts'
import { readOrganisation } from './organisation.ts'
import { atOfficeRate } from './office-rate.ts'
import { recordPassed, submissionOf } from './passing.ts'
import { recordEvent } from './record-event.ts'
import { routeFor } from './route-for.ts'
import { ANY_OWNER, assigneesOf, type Organisation } from './rules.ts'
import { newestApproval } from './approval-status.ts'
import { approvableOf, selfApproved, visibilityOf, type Approvable, type Subject } from './subjects.ts'

/** The document as it is now, for who may submit it. Refuses `not-permitted`, `not-found`, `changed-meanwhile`, `wrong-state`. */
const subjectToSubmit = async (
  ctx: CommandContext,
  { kind, documentId, revision }: { kind: ApprovalKind; documentId: string; revision: number },
): Promise<{ subject: Subject; approvable: Approvable }> => {
  const approvable = approvableOf(ctx, kind)
  if (!approvable) return refuse('invalid-input', { issues: [{ path: 'kind', rule: 'choice' }] })
  ctx.require(approvable.submit)
  const { view, resource, scope } = visibilityOf(approvable)
  const subject = ctx.orNotFound(ctx.may(view) ? await approvable.read(ctx, documentId) : undefined, resource)
  if (scope !== null) ctx.requireScope(scope, subject)
  ctx.requireRevision(subject, revision)
  if (subject.closed !== undefined) refuse('wrong-state', subject.closed)
  return { subject, approvable }
}

/** Nobody submits into the void: every step needs somebody who can decide it today (A10). */
const requireApprovers = (
  steps: readonly ApprovalStep[],
  submittedBy: string,
  subject: Subject,
  organisation: Organisation,
  self: boolean,
) => {
  const asked = { submittedBy, enteredBy: subject.enteredBy ?? null, departmentId: subject.departmentId }
  const empty = steps.findIndex((step) => assigneesOf(step, asked, organisation, self).length === 0)
  if (empty >= 0) refuse('no-approver', { step: empty + 1 })
}

export const submitForApproval: CommandHandler<'submit-for-approval'> = async (input, ctx) => {
  if (ctx.tx.row('approval', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const subject = await atOfficeRate(ctx, (await subjectToSubmit(ctx, input)).subject)
  const before = await newestApproval(ctx.db, input.kind, input.documentId)
  const same = before?.documentRevision === subject.revision
  if (before?.state === 'pending' || (before?.state === 'approved' && same))
    refuse('wrong-state', { kind: 'approval', state: before.state, needed: 'none' })
  const organisation = await readOrganisation(ctx.db, ctx.today)
  const route = await routeFor(ctx.db, input.kind, subject, organisation)
  requireApprovers(route.steps, ctx.viewer.userId, subject, organisation, selfApproved(ctx, input.kind))
  const row = submissionOf(ctx, input.id, input.kind, subject, route, input.note)
  ctx.tx.put('approval', row)
  await recordEvent(ctx, { id: input.id, step: 0, revision: 0 }, { act: 'submitted', reason: input.note })
  if (route.steps.length === 0) await recordPassed(ctx, input.id, input.kind, subject, route)
  return { id: input.id, state: route.steps.length === 0 ? 'approved' : 'pending', revision: 1 }
}

/** The names of those whom a document waits for, or who would be asked if it were submitted: for a refusal that says who can help. */
export const whoDecides = async (ctx: CommandContext, kind: ApprovalKind, documentId: string): Promise<string[]> => {
  const row = await newestApproval(ctx.db, kind, documentId)
  if (row?.state === 'pending') {
    const board = await readBoard(ctx, [row])
    return board.open(row).seats.map((s) => board.organisation.people.get(s.userId)?.name ?? '')
  }
  const subject = await approvableOf(ctx, kind)?.read(ctx, documentId)
  if (!subject) return []
  const organisation = await readOrganisation(ctx.db, ctx.today, ctx.viewer.language)
  const { steps } = await routeFor(ctx.db, kind, await atOfficeRate(ctx, subject), organisation)
  const asked = { submittedBy: '', enteredBy: subject.enteredBy ?? null, departmentId: subject.departmentId }
  return assigneesOf(steps[0] ?? ANY_OWNER, asked, organisation, false).map((s) => organisation.people.get(s.userId)?.name ?? '')
}

/** Only who submitted it takes it back, and only while it waits (A13). */
export const withdrawSubmission: CommandHandler<'withdraw-submission'> = async (input, ctx) => {
  const row = ctx.orNotFound(ctx.tx.row('approval', input.id), 'approval')
  const board = await readBoard(ctx, [row])
  if (!board.sees(row)) refuse('not-found', { resource: 'approval' })
  if (row.submittedBy !== ctx.viewer.userId) refuse('not-your-step', { who: board.organisation.people.get(row.submittedBy)?.name ?? '' })
  if (row.state === 'withdrawn') return { id: row.id, state: 'withdrawn', revision: row.revision }
  if (row.state !== 'pending') refuse('already-decided', { state: row.state })
  await recordEvent(ctx, row, { act: 'withdrawn', reason: input.reason })
  const revision = row.revision + 1
  ctx.tx.patch('approval', row.id, { state: 'withdrawn', decidedAt: ctx.now, revision })
  return { id: row.id, state: 'withdrawn', revision }
}
