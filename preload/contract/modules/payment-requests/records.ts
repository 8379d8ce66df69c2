// Payment requests.
import { column, record, states } from '../../define/record.ts'
import { owed } from '../../define/shared-facts.ts'

const { text, code, date, rate, base, money, named, word } = column

export const paymentRequest = record('payment-request', {
  table: 'payment_request',
  attachable: { figure: 'owed' },
  sync: 'money',
  series: { prefix: 'PR', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'edit', 'void', 'submit', 'export'],
  grants: {
    merchandiser: ['view', 'create', 'edit', 'submit'],
    purchaser: ['view', 'create', 'edit', 'submit', 'export'],
    'shipping-clerk': ['view', 'create', 'edit', 'submit'],
    accountant: 'all',
    cashier: ['view', 'export'],
  },
  approvable: { switch: 'approvePayment' },
  papers: { 'payment-request': { code: 'PR', language: 'zh', figure: 'owed' } },
  states: states('payment-request-status', { open: 'quiet', paid: 'good', void: 'gone' }),
  title: ['number'],
  route: 'payment-request',
  columns: {
    ...{ number: code(), requestedOn: date(), partyId: named('party'), contractId: named('purchase_contract'), currency: code() },
    ...{ amount: money('currency', owed), rate: rate(), amountBase: base(owed), payBy: date(), purpose: text(), remark: text() },
    ...{ status: word('payment-request-status'), voidReason: text(), ownerId: named('user'), departmentId: named('department') },
  },
  parts: {
    payment_request_line: {
      of: { column: 'requestId', table: 'payment_request' },
      line: true,
      title: ['item'],
      columns: { item: named('open_item'), amount: money('^currency', owed) },
    },
  },
})

export const paymentRequestsRecords = [paymentRequest] as const
