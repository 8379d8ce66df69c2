// A submission as a screen shows it: what was seen, where it stands, who is asked, what happened, and what this viewer may do (A15, A16).
import { viewRights } from '../../../preload/contract/access.ts'
import { type ApprovalKind, recordOf } from '../../../preload/contract/records.ts'
import { type Secret, seesSecret } from '../../../preload/contract/figures.ts'
import type { ApprovalStep, ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { approvableOf, type ApprovalRow, type Board, isPendingOrApproved, type Reader, stepsOf } from '../../records/approvals/index.ts'

const nameIn = (board: Board, id: string): string => board.organisation.people.get(id)?.name ?? ''
const person = (board: Board, id: string) => ({ id, name: nameIn(board, id) })

const stepName = (board: Board, step: ApprovalStep): string =>
  step.by === 'role' ? (board.organisation.roles.get(step.roleId ?? '') ?? '') : step.by === 'user' ? nameIn(board, step.userId ?? '') : ''

/** Amounts of a kind that not everybody may see are absent for who may not (A16). */
export const amountsShown = (reader: Pick<Reader, 'may' | 'contributed'>, kind: ApprovalKind): boolean => {
  const secret = approvableOf(reader, kind)?.amountSecret
  return secret === undefined || seesSecret(reader.may, secret)
}

/** Everybody who has the sheet reads the same figures on it: it is for who may see the kind's amounts, a profit estimate's for who sees profits. */
export const secretsOfSheet = (reader: Pick<Reader, 'contributed'>, kind: ApprovalKind): Secret[] => {
  const amount = approvableOf(reader, kind)?.amountSecret
  const isOfProfit = viewRights(recordOf(kind)).includes('profit.view')
  return [...(amount === undefined ? [] : [amount]), ...(isOfProfit ? (['profit'] as const) : [])]
}
/** For who sees the submission. */
export const maySeeSheet = (reader: Pick<Reader, 'may' | 'contributed'>, { kind }: Pick<ApprovalRow, 'kind'>): boolean =>
  secretsOfSheet(reader, kind as ApprovalKind).every((figure) => seesSecret(reader.may, figure))

const amountsOf = (reader: Reader, row: ApprovalRow) => {
  const { baseCurrency } = reader.company
  return {
    ...(amountsShown(reader, row.kind as ApprovalKind)
      ? {
          amount: row.amount === null || row.currency === null ? null : money(row.amount, row.currency),
          amountBase: row.amountBase === null ? null : money(row.amountBase, baseCurrency),
        }
      : {}),
    ...(reader.may('profit.view') ? { margin: row.margin } : {}),
  }
}

const stepStates = (board: Board, row: ApprovalRow): ApprovalView['steps'] => {
  const over = row.state !== 'pending'
  return stepsOf(row).map((step, at) => {
    const state = at < row.step || row.state === 'approved' ? 'done' : at === row.step && !over ? 'current' : 'waiting'
    const people = state === 'current' ? board.open(row).seats.map((s) => person(board, s.userId)) : []
    return { by: step.by, name: stepName(board, step), mode: step.mode, state, people }
  })
}

export const approvalViewOf = (reader: Reader, board: Board, row: ApprovalRow): ApprovalView => {
  const me = reader.viewer.userId
  const mine = board.open(row).seats.filter((s) => s.deputies.includes(me))
  return {
    id: row.id,
    kind: row.kind as ApprovalKind,
    documentId: row.documentId,
    number: row.documentNumber,
    documentRevision: row.documentRevision,
    title: row.title,
    ...amountsOf(reader, row),
    facts: JSON.parse(row.facts) as Record<string, string>,
    note: row.note,
    state: row.state as ApprovalView['state'],
    revision: row.revision,
    contentHash: row.contentHash,
    routeName: row.routeName,
    submittedBy: person(board, row.submittedBy),
    enteredBy: row.enteredBy === null ? null : person(board, row.enteredBy),
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    steps: stepStates(board, row),
    mayDecide: mine.length > 0 && reader.may('approval.decide'),
    mayWithdraw: row.state === 'pending' && row.submittedBy === me,
    hasSheet: isPendingOrApproved(row) && maySeeSheet(reader, row),
    inPlaceOf: mine.some((s) => s.userId === me) ? [] : mine.map((s) => nameIn(board, s.userId)),
    events: board.eventsOf(row).map((e) => ({
      at: e.at,
      act: e.act as ApprovalView['events'][number]['act'],
      step: e.step,
      user: nameIn(board, e.userId),
      inPlaceOf: (JSON.parse(e.seats) as string[]).filter((id) => id !== e.userId).map((id) => nameIn(board, id)),
      reason: e.reason,
    })),
  }
}
