// Approval routes, approvals and delegations.
import { column, record } from '../../define/record.ts'
import { cost, profit } from '../../define/trade-columns.ts'

const { text, code, integer, boolean, date, datetime, percent, base, money, named, formed, word } = column
const amounts = { amount: money('currency', cost), amountBase: base(cost) }

export const approvalRoute = record('approval-route', {
  table: 'approval_route',
  title: ['name'],
  route: 'approval-route',
  columns: {
    ...{ name: text(), kind: word('approval-kind'), active: boolean(), amountFrom: base(), marginBelow: percent() },
    ...{ levels: formed('words'), departmentIds: formed('changed'), steps: formed('changed') },
  },
})

export const approval = record('approval', {
  table: 'approval',
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
  parts: {
    approval_event: {
      of: { column: 'approvalId', table: 'approval' },
      line: true,
      title: [],
      columns: { act: word('approval-act'), userId: named('user'), reason: text() },
    },
  },
})

export const delegation = record('delegation', {
  table: 'delegation',
  title: ['toUserId'],
  columns: {
    ...{ fromUserId: named('user'), toUserId: named('user'), fromDate: date(), toDate: date(), reason: text(), active: boolean() },
  },
})

export const approvalsRecords = [approvalRoute, approval, delegation] as const
