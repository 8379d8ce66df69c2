// Tax refunds received.
import { column, record } from '../../define/record.ts'
import { posted, postedStates } from '../../define/shared-facts.ts'

const { text, code, date, base, named } = column

export const taxRefundReceipt = record('tax-refund-receipt', {
  table: 'tax_refund_receipt',
  attachable: { add: ['receipt.create'] },
  sync: 'money',
  series: { prefix: 'TX', yearly: true, name: 'tax-refund' },
  searchable: true,
  route: 'tax-refund-receipt',
  view: 'payable.view',
  states: postedStates,
  title: ['number'],
  columns: {
    ...{ number: code(), bankAccountId: named('bank_account'), receivedOn: date(), amount: base(), remark: text(), ...posted },
  },
  internal: { journalId: 'ledger' },
  parts: {
    tax_refund_line: {
      of: { column: 'receiptId', table: 'tax_refund_receipt' },
      line: true,
      title: ['item'],
      columns: { item: named('open_item'), amount: base(), writtenOff: base() },
    },
  },
})

export const taxRefundsRecords = [taxRefundReceipt] as const
