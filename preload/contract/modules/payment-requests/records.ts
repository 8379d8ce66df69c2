// Payment requests.
import { column, record } from '../../define/record.ts'
import { owed } from '../../define/trade-columns.ts'

const { text, code, date, rate, base, money, named, word } = column

export const paymentRequest = record('payment-request', {
  table: 'payment_request',
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
