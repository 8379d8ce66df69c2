// How a document stands with its approval: the one question every gated step asks, and what a change of the document does to it. Rules A3 to A6.
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { ApprovalTable } from '../../../db/schema/tables.ts'
import type { Switches } from '../../../preload/contract/modules/people/calls.ts'
import { type ApprovalKind, approvalSwitch } from '../../../preload/contract/records.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { passedByRoute } from './passing.ts'
import { recordEvent } from './record-event.ts'
import { approvableOf, contentHash, type Reading, type Subject } from './subjects.ts'

export type ApprovalRow = Selectable<ApprovalTable>
export type ApprovalStatus = 'none' | 'pending' | 'approved' | 'rejected' | 'returned' | 'ended'
type Document = { documentId: string; revision: number; number: string }

/** Whether the company has this kind approved at all. */
export const isSwitchedOn = (switches: Switches, kind: ApprovalKind): boolean => switches[approvalSwitch(kind)]

/** The submissions of a document, the newest first. */
export const submissionsOf = (db: ReadableDb, kind: ApprovalKind, documentId: string) =>
  db
    .selectFrom('approval')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('kind', '=', kind)
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')

/** The newest submission of a document, whatever became of it. */
export const newestApproval = (db: ReadableDb, kind: ApprovalKind, documentId: string): Promise<ApprovalRow | undefined> =>
  submissionsOf(db, kind, documentId).limit(1).executeTakeFirst()

/** What was approved, or may come to be: whatever else has become of a submission, it approves nothing. */
export const isPendingOrApproved = <Row extends Pick<ApprovalRow, 'state'>>(row: Row): row is Row & { state: 'pending' | 'approved' } =>
  row.state === 'pending' || row.state === 'approved'

const approvalStatusFrom = (row: ApprovalRow | undefined, revision: number): ApprovalStatus => {
  if (!row || row.state === 'withdrawn') return 'none'
  const same = row.documentRevision === revision
  if (isPendingOrApproved(row)) return same ? row.state : 'ended'
  if (row.state === 'rejected' || row.state === 'returned') return same ? row.state : 'none'
  return 'ended'
}

/** The same for a row of a list: an expression over the document's id and revision (column references such as 'c.id'; `newest` is taken). */
export const approvalStatusOf = (kind: ApprovalKind, id: string, revision: string): RawBuilder<string> => {
  const same = sql`newest.documentRevision = ${sql.ref(revision)}`
  return sql<string>`coalesce((
    select case when newest.state = 'withdrawn' then 'none' when newest.state = 'ended' or ${same} then newest.state
      when newest.state in ('pending', 'approved') then 'ended' else 'none' end
    from approval newest where newest.documentId = ${sql.ref(id)} and newest.kind = ${kind} order by newest.submittedAt desc, newest.id desc limit 1), 'none')`
}

/** How a document stands at exactly this revision: `approved` for no other (A3). */
export const approvalState = async (db: ReadableDb, kind: ApprovalKind, documentId: string, revision: number): Promise<ApprovalStatus> =>
  approvalStatusFrom(await newestApproval(db, kind, documentId), revision)

/** How a document stands; one that nobody was asked about as it stands passes now where its route has no steps (A19). */
export const letPass = async (
  ctx: CommandContext,
  kind: ApprovalKind,
  document: { documentId: string; revision: number },
): Promise<ApprovalStatus> => {
  const state = await approvalState(ctx.db, kind, document.documentId, document.revision)
  return (state === 'none' || state === 'ended') && (await passedByRoute(ctx, kind, document)) ? 'approved' : state
}

/** Refuses `approval-needed` when the kind's switch is on, no route lets it pass and the document is not approved as it stands; does nothing when the switch is off (A4). */
export const requireApproved = async (ctx: CommandContext, kind: ApprovalKind, document: Document): Promise<void> => {
  if (!isSwitchedOn(ctx.company.switches, kind)) return
  const state = await letPass(ctx, kind, document)
  if (state !== 'approved') refuse('approval-needed', { kind, number: document.number, state })
}

/** What a contract needs before it is signed, or an amendment before it comes into force: nothing where the company signs first and approves after (A20). */
export const requireApprovedToSign = async (ctx: CommandContext, kind: ApprovalKind, document: Document): Promise<void> => {
  if (!ctx.company.switches.signBeforeApproval) await requireApproved(ctx, kind, document)
}

/** The same for the document of this kind that counts for a deal, e.g. its newest profit estimate; a deal without one is refused too (A5). */
export const requireDealApproved = async (
  ctx: CommandContext,
  kind: ApprovalKind,
  deal: { dealId: string; number: string },
): Promise<void> => {
  if (!isSwitchedOn(ctx.company.switches, kind)) return
  const document = await approvableOf(ctx, kind)?.ofDeal?.(ctx.db, deal.dealId)
  if (!document) return refuse('approval-needed', { kind, number: deal.number, state: 'none' })
  await requireApproved(ctx, kind, document)
}

/** The margin (per cent) of the profit estimate that counts for a deal, and at the office's rates; null when there is none: for the routes of its contracts (A7, A25). */
export const marginOfDeal = async (on: Reading, dealId: string): Promise<Pick<Subject, 'margin' | 'marginAtRates'>> => {
  const estimate = approvableOf(on, 'profit-estimate')
  const newest = await estimate?.ofDeal?.(on.db, dealId)
  const read = newest && (await estimate?.read(on, newest.documentId))
  return { margin: read?.margin ?? null, ...(read?.marginAtRates ? { marginAtRates: read.marginAtRates } : {}) }
}

const living = (ctx: CommandContext, kind: ApprovalKind, documentId: string): Promise<ApprovalRow[]> =>
  ctx.db
    .selectFrom('approval')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('kind', '=', kind)
    .where('state', 'in', ['pending', 'approved'])
    .execute()

const end = async (ctx: CommandContext, row: ApprovalRow): Promise<void> => {
  await recordEvent(ctx, row, { act: 'ended', reason: '' })
  ctx.tx.patch('approval', row.id, { state: 'ended', decidedAt: ctx.now, revision: row.revision + 1 })
}

/** The document changed or was voided: what was asked or given for it ends, whatever the change was (A6, [AP-20]). */
export const endApprovals = async (ctx: CommandContext, kind: ApprovalKind, documentId: string): Promise<void> => {
  for (const row of await living(ctx, kind, documentId)) await end(ctx, row)
}

/**
 * The document's revision was counted from `from` to `to` without a change of its content (signed, handed over): what was asked or given goes
 * with it, and with its owner. Anything that does change the content, or was bound to another revision, ends (A6).
 */
export const carryApprovals = async (
  ctx: CommandContext,
  kind: ApprovalKind,
  documentId: string,
  { from, to }: { from: number; to: number },
): Promise<void> => {
  const rows = await living(ctx, kind, documentId)
  if (rows.length === 0) return
  const subject = await approvableOf(ctx, kind)?.read(ctx, documentId)
  for (const row of rows) {
    const same = subject?.revision === to && row.documentRevision === from && contentHash(kind, subject) === row.contentHash
    if (!same) await end(ctx, row)
    else ctx.tx.patch('approval', row.id, { documentRevision: to, ownerId: subject.ownerId, departmentId: subject.departmentId })
  }
}

/**
 * What was approved under one id is what another document says from now on: an amendment's approval becomes its contract's when it comes into force (A21).
 * Only where both come to the same amount; else nothing moves.
 */
export const moveApproval = async (
  ctx: CommandContext,
  kind: ApprovalKind,
  from: { documentId: string; revision: number },
  to: { documentId: string; revision: number },
): Promise<void> => {
  const row = await newestApproval(ctx.db, kind, from.documentId)
  const subject = await approvableOf(ctx, kind)?.read(ctx, to.documentId)
  if (row?.state !== 'approved' || row.documentRevision !== from.revision || subject?.revision !== to.revision) return
  if (row.amount !== (subject.amount?.minor ?? null) || row.currency !== (subject.amount?.currency ?? null)) return
  ctx.tx.patch('approval', row.id, {
    ...{ documentId: subject.documentId, documentNumber: subject.number, documentRevision: subject.revision },
    contentHash: contentHash(kind, subject),
    facts: JSON.stringify(subject.facts ?? {}),
  })
}
