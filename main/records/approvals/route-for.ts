// Which route a document takes: the company's routes in their order, the first that fits, with its steps as they are now. Rules A7, A8, A19.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { ApprovalRouteFields, ApprovalStep } from '../../../preload/contract/modules/approvals/calls.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { ANY_OWNER, routeFits, type Organisation } from './rules.ts'
import type { Subject } from './subjects.ts'

export type StoredRoute = ApprovalRouteFields & { id: string; revision: number }

/** Routes in the order in which they are tried. */
export const routesOf = async (db: ReadableDb, kind?: ApprovalKind): Promise<StoredRoute[]> => {
  let query = db.selectFrom('approval_route').selectAll().orderBy('kind').orderBy('position').orderBy('id')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return (await query.execute()).map((r) => ({
    id: r.id,
    revision: r.revision,
    kind: r.kind as ApprovalKind,
    name: r.name,
    active: r.active === 1,
    amountFrom: r.amountFrom,
    marginBelow: r.marginBelow === null ? null : scaledText(r.marginBelow, 'percent'),
    levels: JSON.parse(r.levels) as StoredRoute['levels'],
    departmentIds: JSON.parse(r.departmentIds) as string[],
    steps: JSON.parse(r.steps) as ApprovalStep[],
  }))
}

/** The first route that fits (A7), else one step by any owner (A8). A route without steps lets the document pass (A19). */
export const routeFor = async (
  db: ReadableDb,
  kind: ApprovalKind,
  subject: Subject,
  organisation: Pick<Organisation, 'departments'>,
): Promise<{ name: string | null; steps: ApprovalStep[] }> => {
  const route = (await routesOf(db, kind)).find((r) => routeFits(r, subject, organisation.departments))
  return { name: route?.name ?? null, steps: route?.steps ?? [ANY_OWNER] }
}
