// Submissions with everything needed to say who is asked now and who may see them: the one reading that decisions, lists and screens share.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { ApprovalEventTable } from '../../../db/schema/tables.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import type { ApprovalStep } from '../../../preload/contract/modules/approvals/calls.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { inScope, type Viewer } from '../../access/viewer.ts'
import { readOrganisation } from './organisation.ts'
import { openAssignees, assigneesOf, type Organisation, type Assignee } from './rules.ts'
import type { ApprovalRow } from './approval-status.ts'
import { approvableOf, selfApproved, visibilityOf } from './subjects.ts'

export type EventRow = Selectable<ApprovalEventTable>
/** What commands and queries both have. */
export type Reader = {
  db: ReadableDb
  contributed: Contributed
  viewer: Viewer
  company: Company
  today: IsoDate
  may(permission: Permission): boolean
}

export type Board = {
  organisation: Organisation & { roles: ReadonlyMap<string, string> }
  eventsOf(row: ApprovalRow): readonly EventRow[]
  /** The seats still open on the current step; none when nothing is pending. */
  open(row: ApprovalRow): { seats: Assignee[]; mode: ApprovalStep['mode'] }
  /** Seats of any step that the viewer may take, decided or not. */
  namedOn(row: ApprovalRow, step: number): boolean
  /** A15: who submitted, decided or is named on it, who may open the document, and who may view all approvals. */
  sees(row: ApprovalRow): boolean
}

export const stepsOf = (row: ApprovalRow): ApprovalStep[] => JSON.parse(row.steps) as ApprovalStep[]
export const assigneesDone = (events: readonly EventRow[], step: number): Set<string> =>
  new Set(events.filter((e) => e.step === step && e.act === 'approved').flatMap((e) => JSON.parse(e.seats) as string[]))

/** Whether the viewer may see documents of this kind with this owner. */
export const seesDocument = (
  reader: Reader,
  departments: Organisation['departments'],
  kind: ApprovalKind,
  owned: { ownerId: string | null; departmentId: string | null },
): boolean => {
  const approvable = approvableOf(reader, kind)
  if (!approvable) return false
  const { view, scope } = visibilityOf(approvable)
  return reader.may(view) && (scope === null || inScope(reader.viewer, scope, owned, (id) => departments.get(id)?.path))
}

export const readBoard = async (reader: Reader, rows: readonly ApprovalRow[]): Promise<Board> => {
  const { db, viewer } = reader
  const organisation = await readOrganisation(db, reader.today, viewer.language)
  const ids = rows.map((r) => r.id)
  const events =
    ids.length === 0 ? [] : await db.selectFrom('approval_event').selectAll().where('approvalId', 'in', ids).orderBy('position').execute()
  const byApproval = new Map<string, EventRow[]>()
  for (const event of events) byApproval.set(event.approvalId, [...(byApproval.get(event.approvalId) ?? []), event])
  const eventsOf = (row: ApprovalRow) => byApproval.get(row.id) ?? []
  const self = (row: ApprovalRow) => selfApproved(reader, row.kind as ApprovalKind)
  const open: Board['open'] = (row) =>
    row.state === 'pending'
      ? openAssignees(stepsOf(row)[row.step]!, assigneesDone(eventsOf(row), row.step), row, organisation, self(row))
      : { seats: [], mode: 'any' }
  const namedOn: Board['namedOn'] = (row, step) => {
    const taken = stepsOf(row)[step]
    return taken !== undefined && assigneesOf(taken, row, organisation, self(row)).some((s) => s.deputies.includes(viewer.userId))
  }
  return {
    organisation,
    eventsOf,
    open,
    namedOn,
    sees: (row) =>
      reader.may('approval.view') ||
      row.submittedBy === viewer.userId ||
      eventsOf(row).some((e) => e.userId === viewer.userId) ||
      stepsOf(row).some((_, step) => namedOn(row, step)) ||
      open(row).seats.some((s) => s.deputies.includes(viewer.userId)) ||
      seesDocument(reader, organisation.departments, row.kind as ApprovalKind, row),
  }
}

/** Every pending submission: few at any time, because somebody waits for each of them. */
export const pendingRows = (db: ReadableDb): Promise<ApprovalRow[]> =>
  db.selectFrom('approval').selectAll().where('state', '=', 'pending').orderBy('submittedAt').orderBy('id').execute()

/** Pending submissions that wait for the viewer, oldest first. */
export const waitingForViewer = async (reader: Reader): Promise<{ rows: ApprovalRow[]; board: Board; pending: ApprovalRow[] }> => {
  const pending = await pendingRows(reader.db)
  const board = await readBoard(reader, pending)
  const mine = (row: ApprovalRow) => board.open(row).seats.some((s) => s.deputies.includes(reader.viewer.userId))
  return { rows: reader.may('approval.decide') ? pending.filter(mine) : [], board, pending }
}

/** The newest submissions of the viewer that were decided since a day. */
export const answeredFor = ({ db, viewer }: Reader, since: IsoDate): Promise<ApprovalRow[]> =>
  db
    .selectFrom('approval')
    .selectAll()
    .where('submittedBy', '=', viewer.userId)
    .where('state', 'in', ['approved', 'rejected', 'returned'])
    .where('decidedAt', '>=', since)
    .orderBy('decidedAt', 'desc')
    .limit(50)
    .execute()
