// Names of payment requests.
import type { Names } from '../../names/define.ts'

export const paymentRequestsNames = {
  'list.payment-requests': ['付款申请', 'Payment requests'],
  'query.payment-request': ['付款申请', 'Payment request'],
  'query.bills-to-request': ['可申请付款的账单', 'Bills to request payment of'],
  'record.payment-request': ['付款申请', 'Payment request'],
  'payment-request-status.open': ['未付清', 'Open'],
  'payment-request-status.paid': ['已付清', 'Paid'],
  'payment-request-status.void': ['已作废', 'Void'],
  'field.requestedOn': ['申请日期', 'Requested on'],
  'field.payBy': ['要求付款日', 'Pay by'],
  'field.purpose': ['用途', 'Purpose'],
  'field.paid': ['已付', 'Paid'],
  'field.toPay': ['待付', 'To pay'],
  'field.requested': ['申请金额', 'Requested'],
  'field.approval': ['审批', 'Approval'],
  'command.save-payment-request': ['保存付款申请', 'Save payment request'],
  'command.create-payment-request': ['新建付款申请', 'New payment request'],
  'command.void-payment-request': ['作废付款申请', 'Void payment request'],
  'command.pay-request': ['登记付款', 'Pay'],
} as const satisfies Names
