// What screens ask about approvals: how one document stands, one submission, the routes, and the lists of submissions and delegations.
import { type ApprovalKind, APPROVAL_KINDS } from '../../../preload/contract/records.ts'
import { sql } from 'kysely'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import {
  approvableOf,
  approvalState,
  assigneesOf,
  isSwitchedOn,
  readBoard,
  readOrganisation,
  routesOf,
  seesDocument,
  submissionsOf,
  visibilityOf,
  waitingForViewer,
} from '../../records/approvals/index.ts'
import { amountsShown, approvalViewOf } from './views.ts'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'

/** The document may be submitted: it stands still, its revision is the one on screen, and the viewer has the right. */
const maySubmit = async (q: QueryContext, kind: ApprovalKind, documentId: string, revision: number): Promise<boolean> => {
  const approvable = approvableOf(q, kind)
  if (!approvable || !q.may(approvable.submit) || !q.may(visibilityOf(approvable).view)) return false
  const subject = await approvable.read(q, documentId)
  if (subject === undefined || subject.closed !== undefined || subject.revision !== revision) return false
  const { departments } = await readOrganisation(q.db, q.today, q.viewer.language)
  return seesDocument(q, departments, kind, subject)
}

export const approvalsQueries = defineQueries({
  'document-approval': async ({ kind, documentId, revision }, q) => {
    const rows = await submissionsOf(q.db, kind, documentId).limit(50).execute()
    const board = await readBoard(q, rows)
    const seen = rows.filter((row) => board.sees(row))
    // How it stands is told to nobody who sees neither the document nor a submission of it (A15).
    const may = await maySubmit(q, kind, documentId, revision)
    const status = may || seen.length > 0 ? await approvalState(q.db, kind, documentId, revision) : 'none'
    return {
      on: isSwitchedOn(q.company.switches, kind),
      standing: status,
      maySubmit: may && status !== 'pending' && status !== 'approved' && rows[0]?.state !== 'pending',
      submissions: seen.map((row) => approvalViewOf(q, board, row)),
    }
  },

  approval: async ({ id }, q) => {
    const row = q.orNotFound(await q.db.selectFrom('approval').selectAll().where('id', '=', id).executeTakeFirst(), 'approval')
    const board = await readBoard(q, [row])
    return approvalViewOf(q, board, q.orNotFound(board.sees(row) ? row : undefined, 'approval'))
  },

  'approval-routes': async (_, q) => {
    const organisation = await readOrganisation(q.db, q.today, q.viewer.language)
    const departments = await q.db
      .selectFrom('department as d')
      .select(['d.id', nameIn(q.viewer.language, 'department', 'd').as('name')])
      .orderBy(orderOfNames(q.viewer.language, 'department', 'd'))
      .orderBy('d.id')
      .execute()
    const roles = await q.db
      .selectFrom('role as r')
      .select(['r.id', nameIn(q.viewer.language, 'role', 'r').as('name')])
      .orderBy(orderOfNames(q.viewer.language, 'role', 'r'))
      .orderBy('r.id')
      .execute()
    // Asked for a document that nobody here has submitted and no department has made: heads differ by document.
    const people = (step: Parameters<typeof assigneesOf>[0]) =>
      assigneesOf(step, { submittedBy: '', departmentId: null }, organisation, true).map((s) => ({
        id: s.userId,
        name: organisation.people.get(s.userId)?.name ?? '',
      }))
    return {
      routes: (await routesOf(q.db)).map((r) => ({ ...r, people: r.steps.map(people) })),
      roles,
      departments,
    }
  },
})

/** The condition for submissions that the viewer may see (A15), as SQL; `named` are pending ones on which he is named. */
const visible = (q: QueryContext, named: readonly string[]) => {
  if (q.may('approval.view')) return sql<boolean>`1`
  const byDocument = APPROVAL_KINDS.flatMap((kind) => {
    const approvable = approvableOf(q, kind)
    if (!approvable) return []
    const { view, scope } = visibilityOf(approvable)
    if (!q.may(view)) return []
    const mine = scope === null ? undefined : q.scope(scope, 'a.ownerId', 'a.departmentId')
    return [mine ? sql<boolean>`(a.kind = ${kind} and ${mine})` : sql<boolean>`a.kind = ${kind}`]
  })
  return sql<boolean>`(${sql.join(
    [
      sql<boolean>`a.submittedBy = ${q.viewer.userId}`,
      sql<boolean>`exists (select 1 from approval_event e where e.approvalId = a.id and e.userId = ${q.viewer.userId})`,
      ...(named.length > 0 ? [sql<boolean>`a.id in (${sql.join(named)})`] : []),
      ...byDocument,
    ],
    sql` or `,
  )})`
}

/** Amounts of kinds that the viewer may not see are empty. */
const shownAmount = (q: QueryContext, column: 'amount' | 'amountBase') => {
  const hidden = APPROVAL_KINDS.filter((kind) => !amountsShown(q, kind))
  const ref = sql.ref(`a.${column}`)
  return hidden.length === 0 ? ref : sql`case when a.kind in (${sql.join(hidden)}) then null else ${ref} end`
}

export const approvalsLists = defineLists({
  approvals: async ({ box }, q) => {
    const { rows, board, pending } = await waitingForViewer(q)
    const named = pending.filter((row) => board.sees(row)).map((row) => row.id)
    let from = q.db.selectFrom('approval as a').leftJoin('user as s', 's.id', 'a.submittedBy')
    const none = ['']
    if (box === 'waiting') from = from.where('a.id', 'in', rows.length > 0 ? rows.map((r) => r.id) : none)
    else if (box === 'sent') from = from.where('a.state', '=', 'pending').where('a.submittedBy', '=', q.viewer.userId)
    else from = from.where(visible(q, named))
    const mine = rows.map((r) => r.id)
    const waitsFor = new Map(
      pending.map((row) => [
        row.id,
        board
          .open(row)
          .seats.map((s) => board.organisation.people.get(s.userId)?.name ?? '')
          .join(', '),
      ]),
    )
    return {
      from,
      id: 'a.id',
      fields: {
        submittedAt: 'a.submittedAt',
        kind: 'a.kind',
        document: 'a.documentNumber',
        documentId: 'a.documentId',
        title: 'a.title',
        currency: 'a.currency',
        amount: shownAmount(q, 'amount'),
        amountBase: shownAmount(q, 'amountBase'),
        margin: 'a.margin',
        state: 'a.state',
        submitter: 's.name',
        waitsFor: 'a.id', // only its place: the names come from the board
        note: 'a.note',
        decidedAt: 'a.decidedAt',
        revision: 'a.revision',
        contentHash: 'a.contentHash',
        mine: mine.length > 0 ? sql`a.id in (${sql.join(mine)})` : sql`0`,
        withdrawable: sql`(a.state = 'pending' and a.submittedBy = ${q.viewer.userId})`,
      },
      computed: { waitsFor: (raw) => waitsFor.get(String(raw['id$'])) ?? '' },
      search: ['a.documentNumber', 'a.title', 's.name', 'a.note'],
    }
  },

  delegations: (_, q) => {
    let from = q.db
      .selectFrom('delegation as g')
      .innerJoin('user as f', 'f.id', 'g.fromUserId')
      .innerJoin('user as t', 't.id', 'g.toUserId')
    if (!q.may('approval-route.view'))
      from = from.where((e) => e.or([e('g.fromUserId', '=', q.viewer.userId), e('g.toUserId', '=', q.viewer.userId)]))
    return {
      from,
      id: 'g.id',
      fields: {
        fromUser: 'f.name',
        toUser: 't.name',
        fromDate: 'g.fromDate',
        toDate: 'g.toDate',
        reason: 'g.reason',
        state: sql`case when g.active = 0 then 'ended' when g.toDate < ${q.today} then 'over' when g.fromDate > ${q.today} then 'coming' else 'active' end`,
        revision: 'g.revision',
        fromUserId: 'g.fromUserId',
        endable: sql`(g.active = 1 and g.toDate >= ${q.today} and (g.fromUserId = ${q.viewer.userId} or ${q.may('approval-route.edit') ? 1 : 0} = 1))`,
      },
      search: ['f.name', 't.name', 'g.reason'],
    }
  },
})
