// Names of receipts and payments in both languages.
import type { Names } from '../../names/define.ts'

export const receiptsAndPaymentsNames = {
  'record.receipt': ['收汇', 'Receipt'],
  'record.payment': ['付款', 'Payment'],
  'list.receipts': ['收汇', 'Receipts'],
  'list.payments': ['付款', 'Payments'],
  'query.receipt': ['收汇', 'Receipt'],
  'query.payment': ['付款', 'Payment'],
  'command.register-receipt': ['收汇登记', 'Register receipt'],
  'command.claim-receipt': ['认领', 'Claim'],
  'command.reverse-receipt': ['冲销收汇', 'Reverse receipt'],
  'command.register-payment': ['付款登记', 'Register payment'],
  'command.reverse-payment': ['冲销付款', 'Reverse payment'],
  'field.receivedOn': ['收汇日期', 'Received on'],
  'field.paidOn': ['付款日期', 'Paid on'],
  'field.payerName': ['付款人', 'Payer'],
  'field.charge': ['银行手续费', 'Bank charge'],
  'field.receipts.contract': ['外销合同', 'Sales contract'],
  'field.payments.contractId': ['采购合同', 'Purchase contract'],
  'receipt-status.unclaimed': ['待认领', 'Unclaimed'],
  'receipt-status.claimed': ['已认领', 'Claimed'],
  'receipt-status.reversed': ['已冲销', 'Reversed'],
  'field.vendorId': ['供应商', 'Vendor'],
  'field.returns': ['退的是哪些款', 'What is paid back'],
  // what its facts are counted as in statistics
  'measure.received': ['收汇额', 'Received'],
  'measure.receipt-count': ['收汇笔数', 'Receipts'],
  'measure.paid': ['付款额', 'Paid'],
} as const satisfies Names
