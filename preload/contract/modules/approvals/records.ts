// Approval routes, approvals and delegations.
import { column, record, states } from '../../define/record.ts'
import { cost, profit } from '../../define/shared-facts.ts'

const { text, code, integer, boolean, date, datetime, percent, base, money, named, formed, word } = column
const amounts = { amount: money('currency', cost), amountBase: base(cost) }

/** Of one submission; `none` of a document that was never submitted. */
export const approvalStates = states('approval-state', {
  pending: 'moving',
  approved: 'good',
  rejected: 'alarm',
  returned: 'alarm',
  withdrawn: 'gone',
  ended: 'gone',
  none: 'quiet',
})

export const approvalRoute = record('approval-route', {
  table: 'approval_route',
  sync: 'company',
  actions: ['view', 'edit'],
  grants: { administrator: 'all' },
  title: ['name'],
  route: 'approval-route',
  columns: {
    ...{ name: text(), kind: word('approval-kind'), active: boolean(), amountFrom: base(), marginBelow: percent() },
    ...{ levels: formed('words'), departmentIds: formed('changed'), steps: formed('changed') },
  },
})

export const approval = record('approval', {
  table: 'approval',
  sync: 'trade',
  /** view: every approval of the company; decide: decisions that a route or a delegation puts before this person. */
  actions: ['view', 'decide', 'export'],
  grants: { 'sales-manager': ['decide', 'export'], merchandiser: ['decide'], purchaser: ['decide'], accountant: ['decide', 'export'] },
  papers: { 'approval-sheet': { code: 'AP', language: 'zh', internal: true, unsealed: true } },
  states: approvalStates,
  title: ['documentNumber'],
  route: 'approval',
  columns: {
    ...{ kind: word('approval-kind'), documentNumber: code(), title: text(), ...amounts, margin: text(profit) },
    ...{
      note: text(),
      state: word('approval-state'),
      step: integer(),
      submittedBy: named('user'),
      enteredBy: named('user'),
      decidedAt: datetime(),
    },
    ...{ ownerId: named('user'), documentRevision: integer() },
  },
  internal: {
    documentId: 'plain',
    contentHash: 'plain',
    currency: 'plain',
    facts: 'plain',
    departmentId: 'plain',
    routeName: 'plain',
    steps: 'plain',
    submittedAt: 'plain',
  },
  parts: {
    approval_event: {
      internal: { at: 'plain', step: 'plain', approvalRevision: 'plain', seats: 'plain' },
      of: { column: 'approvalId', table: 'approval' },
      line: true,
      title: [],
      columns: { act: word('approval-act'), userId: named('user'), reason: text() },
    },
  },
})

export const delegation = record('delegation', {
  table: 'delegation',
  sync: 'company',
  states: states('delegation-state', { active: 'good', coming: 'quiet', over: 'gone', ended: 'gone' }),
  title: ['toUserId'],
  columns: {
    ...{ fromUserId: named('user'), toUserId: named('user'), fromDate: date(), toDate: date(), reason: text(), active: boolean() },
  },
})

export const approvalsRecords = [approvalRoute, approval, delegation] as const
