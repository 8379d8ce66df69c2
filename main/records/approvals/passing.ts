// Documents that nobody has to decide on: their route has no steps, and the trail says by which route they passed. Rule A19.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { readOrganisation } from './organisation.ts'
import { atOfficeRate } from './office-rate.ts'
import { recordEvent } from './record-event.ts'
import { routeFor } from './route-for.ts'
import { approvableOf, contentHash, type Subject } from './subjects.ts'

type Route = Awaited<ReturnType<typeof routeFor>>
/** The row of a submission as it is made: waiting on its first step, or passed when its route has none. */
export const submissionOf = (ctx: CommandContext, id: string, kind: ApprovalKind, subject: Subject, route: Route, note: string) => ({
  id,
  kind,
  documentId: subject.documentId,
  documentNumber: subject.number,
  documentRevision: subject.revision,
  contentHash: contentHash(kind, subject),
  title: subject.title,
  amount: subject.amount?.minor ?? null,
  currency: subject.amount?.currency ?? null,
  amountBase: subject.amountBase,
  margin: subject.margin,
  facts: JSON.stringify(subject.facts ?? {}),
  note,
  ownerId: subject.ownerId,
  departmentId: subject.departmentId,
  routeName: route.name,
  steps: JSON.stringify(route.steps),
  step: 0,
  state: route.steps.length === 0 ? 'approved' : 'pending',
  submittedBy: ctx.viewer.userId,
  submittedAt: ctx.now,
  decidedAt: route.steps.length === 0 ? ctx.now : null,
  revision: 1,
  enteredBy: subject.enteredBy ?? null,
})

/** The event of a document that passed: by which route, and in whose hands it was. */
export const recordPassed = async (ctx: CommandContext, id: string, kind: ApprovalKind, subject: Subject, route: Route): Promise<void> => {
  await recordEvent(ctx, { id, step: 0, revision: 1 }, { act: 'passed', reason: route.name ?? '' })
  await approvableOf(ctx, kind)?.decided?.(ctx, subject, 'approved')
}

/** Lets the document pass where its route has no steps: true then, with the trail written. Kinds that mean two persons never pass (A18). */
export const passedByRoute = async (
  ctx: CommandContext,
  kind: ApprovalKind,
  document: { documentId: string; revision: number },
): Promise<boolean> => {
  const approvable = approvableOf(ctx, kind)
  if (!approvable || approvable.twoPersons) return false
  const read = await approvable.read(ctx, document.documentId)
  if (!read || read.closed !== undefined || read.revision !== document.revision) return false
  const subject = await atOfficeRate(ctx, read)
  const route = await routeFor(ctx.db, kind, subject, await readOrganisation(ctx.db, ctx.today))
  if (route.steps.length > 0) return false
  const id = derivedId(document.documentId, `passed ${kind} ${document.revision}`)
  ctx.tx.put('approval', submissionOf(ctx, id, kind, subject, route, ''))
  await recordPassed(ctx, id, kind, subject, route)
  return true
}
