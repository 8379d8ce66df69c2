// Money in and money out.
import { column, record } from '../../define/record.ts'
import { posted, paid } from '../../define/trade-columns.ts'

const { text, code, date, named, word } = column

export const receipt = record('receipt', {
  table: 'receipt',
  title: ['number'],
  route: 'receipt',
  columns: {
    ...{ number: code(), bankAccountId: named('bank_account'), receivedOn: date(), ...paid, payerName: text(), bankReference: code() },
    ...{
      customerId: named('party'),
      vendorId: named('party'),
      contractId: named('sales_contract'),
      dealId: named('deal'),
      remark: text(),
    },
    ...{ status: word('receipt-status'), ownerId: named('user'), departmentId: named('department') },
  },
})

export const payment = record('payment', {
  table: 'payment',
  title: ['number'],
  route: 'payment',
  columns: {
    ...{ number: code(), bankAccountId: named('bank_account'), paidOn: date(), partyId: named('party'), ...paid, bankReference: code() },
    ...{ contractId: named('purchase_contract'), requestId: named('payment_request'), remark: text(), ...posted },
  },
})

export const receiptsAndPaymentsRecords = [receipt, payment] as const
