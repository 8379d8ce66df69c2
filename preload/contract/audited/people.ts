// People, rights and the company in the audit trail.
import { column } from '../define/index.ts'
import { type AuditedTable, formed, named, word } from './define.ts'

const { text, code, integer, boolean, date, datetime, percent } = column
const money = column.money
const amounts = { amount: money('currency', { secret: 'cost' }), amountBase: column.base({ secret: 'cost' }) }

export const auditedPeople = {
  setting: { record: 'company', title: [], only: ['company'], columns: { value: formed('settings') } },
  department: {
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    columns: { name: text(), nameEn: text(), parentId: named('department'), headId: named('user') },
  },
  user: {
    view: 'user.view',
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    route: 'user',
    columns: {
      ...{ login: code(), name: text(), nameEn: text(), email: text(), phone: text() },
      ...{ departmentId: named('department'), language: word('language'), active: boolean() },
    },
  },
  /** That a password was set, never what it is: not even its hash is in the change log. */
  credential: { view: 'user.view', of: { column: 'userId', table: 'user' }, line: true, title: [], columns: {} },
  role: {
    view: 'role.view',
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    route: 'role',
    columns: { name: text(), nameEn: text(), permissions: formed('permissions'), scopes: formed('scopes') },
  },
  user_role: { of: { column: 'userId', table: 'user' }, line: true, title: ['roleId'], columns: { roleId: named('role') } },
  approval_route: {
    view: 'approval-route.view',
    title: ['name'],
    route: 'approval-route',
    columns: {
      ...{ name: text(), kind: word('approval-kind'), active: boolean(), amountFrom: column.base(), marginBelow: percent() },
      ...{ levels: formed('words'), departmentIds: formed('changed'), steps: formed('changed') },
    },
  },
  approval: {
    title: ['documentNumber'],
    route: 'approval',
    columns: {
      ...{ kind: word('approval-kind'), documentNumber: code(), title: text(), ...amounts, margin: text({ secret: 'profit' }) },
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
    // Who may not see the document sees nothing of its approval; an approval keeps the owner of what was approved.
    kinds: {
      'sales-contract': { view: 'sales-contract.view', owned: 'sales-contract' },
      'purchase-contract': { view: 'purchase-contract.view', owned: 'purchase-contract' },
      'profit-estimate': { view: ['profit-estimate.view', 'cost.view', 'profit.view'], owned: 'profit-estimate' },
      'payment-request': { view: 'payment-request.view', owned: 'payment-request' },
      'vendor-bank-details': { view: 'vendor.view' },
      'own-bank-details': { view: 'bank-account.view' },
      'freight-inquiry': { view: 'freight-inquiry.view', owned: 'freight-inquiry' },
      'credit-override': { view: 'shipment.view', owned: 'shipment' },
    },
  },
  approval_event: {
    of: { column: 'approvalId', table: 'approval' },
    line: true,
    title: [],
    columns: { act: word('approval-act'), userId: named('user'), reason: text() },
  },
  list_view: {
    title: ['name'],
    columns: { ...{ name: text(), roleId: named('role'), preset: boolean() } },
  },
  delegation: {
    title: ['toUserId'],
    columns: {
      ...{ fromUserId: named('user'), toUserId: named('user'), fromDate: date(), toDate: date(), reason: text(), active: boolean() },
    },
  },
} as const satisfies Record<string, AuditedTable>
