// Money in and money out.
import { column, record, states } from '../../define/record.ts'
import { paid, posted, postedStates } from '../../define/shared-facts.ts'

const { text, code, date, named, word } = column

export const receipt = record('receipt', {
  table: 'receipt',
  attachable: true,
  sync: 'money',
  series: { prefix: 'RC', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'claim', 'allocate', 'reverse', 'export'],
  grants: {
    'sales-manager': ['view', 'claim', 'export'],
    salesperson: ['view', 'claim'],
    accountant: ['view', 'claim', 'allocate', 'reverse', 'export'],
    cashier: ['view', 'create', 'claim', 'export'],
  },
  papers: { 'receipt-slip': { code: 'RV', language: 'zh', internal: true } },
  states: states('receipt-status', { unclaimed: 'alarm', claimed: 'good', reversed: 'gone' }),
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
  internal: { item: 'plain', journalId: 'ledger', claimJournalId: 'ledger' },
})

export const payment = record('payment', {
  table: 'payment',
  attachable: { figure: 'paid' },
  sync: 'money',
  series: { prefix: 'PY', yearly: true },
  searchable: true,
  actions: ['view', 'create', 'reverse', 'export'],
  grants: { accountant: ['view', 'reverse', 'export'], cashier: ['view', 'create', 'export'] },
  papers: { 'payment-slip': { code: 'PV', language: 'zh', figure: 'owed' } },
  states: postedStates,
  title: ['number'],
  route: 'payment',
  columns: {
    ...{ number: code(), bankAccountId: named('bank_account'), paidOn: date(), partyId: named('party'), ...paid, bankReference: code() },
    ...{ contractId: named('purchase_contract'), requestId: named('payment_request'), remark: text(), ...posted },
  },
  internal: { item: 'plain', journalId: 'ledger' },
})

export const receiptsAndPaymentsRecords = [receipt, payment] as const
