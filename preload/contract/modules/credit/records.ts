// Credit insurance of customers, and leave to ship over a limit.
import { column, record } from '../../define/record.ts'
import { approvalStates } from '../approvals/records.ts'

const { text, code, integer, date, percent, money, named } = column

export const creditOverride = record('credit-override', {
  table: 'credit_override',
  sync: 'trade',
  approvable: { switch: 'customerCredit', as: 'shipment' },
  states: approvalStates,
  of: { column: 'shipmentId', table: 'shipment' },
  title: ['shipmentNumber'],
  columns: {
    ...{ shipmentNumber: code(), customerId: named('party'), amount: money('currency'), limitMinor: money('limitCurrency') },
    ...{ exposure: money('limitCurrency'), excess: money('limitCurrency'), overdueDays: integer(), reason: text(), expiresOn: date() },
    ...{ requestedBy: named('user'), shipmentRevision: integer() },
  },
  internal: { currency: 'plain', amountBase: 'plain', limitCurrency: 'plain' },
})

export const creditInsurance = record('credit-insurance', {
  table: 'credit_insurance',
  sync: 'crm',
  of: { column: 'customerId', table: 'party' },
  line: true,
  title: ['policyNumber'],
  columns: {
    ...{ policyNumber: code(), insurer: text(), limitMinor: money('currency'), currency: code(), percent: percent() },
    ...{ validFrom: date(), validTo: date(), remark: text() },
  },
})

export const creditRecords = [creditOverride, creditInsurance] as const
