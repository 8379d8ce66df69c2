// Names of export tax refunds in both languages.
import type { Names } from '../../names/define.ts'

export const taxRefundsNames = {
  'list.tax-refunds': ['退税跟踪', 'Tax refunds'],
  'list.tax-refund-lines': ['退税明细（按采购）', 'Tax refunds by purchase line'],
  'list.tax-refund-receipts': ['收到的退税', 'Tax refunds received'],
  'query.tax-refund-receipt': ['退税收款', 'Tax refund received'],
  'record.tax-refund-receipt': ['退税收款', 'Tax refund received'],
  'command.receive-tax-refund': ['登记退税到账', 'Receive tax refund'],
  'command.reverse-tax-refund': ['冲销退税收款', 'Reverse tax refund'],
  'field.invoices': ['工厂发票', 'Factory invoices'],
  'field.close': ['余额不再收', 'Close the rest'],
  'field.tax-refunds.expected': ['应退税额', 'Expected'],
  'field.tax-refund-lines.expected': ['应退税额', 'Expected'],
  'field.tax-refunds.received': ['已退', 'Received'],
  'field.tax-refunds.open': ['未退', 'Open'],
  'field.tax-refund-receipts.receivedOn': ['到账日期', 'Received on'],
  'field.writtenOff': ['核销尾差', 'Written off'],
  'field.shipments': ['出运', 'Shipments'],
  'tax-refund-state.no-invoice': ['缺工厂发票', 'Factory invoice missing'],
  'tax-refund-state.not-declared': ['缺报关单号', 'Declaration missing'],
  'tax-refund-state.waiting': ['待退税', 'Waiting'],
  'tax-refund-state.overdue': ['逾期未退', 'Overdue'],
  'tax-refund-state.partly': ['部分已退', 'Partly received'],
  'tax-refund-state.received': ['已退清', 'Received'],
  'journal-kind.tax-refund': ['退税', 'Tax refund'],
} as const satisfies Names
