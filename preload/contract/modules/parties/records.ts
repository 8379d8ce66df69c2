// Customers and vendors with their contacts, and bank details that a second person confirms.
import { column, record, states } from '../../define/record.ts'
import { owner } from '../../define/shared-facts.ts'

const { text, code, boolean, money, named, formed, word } = column

export const vendor = record('vendor', {
  table: 'party',
  attachable: true,
  sync: 'crm',
  record: 'vendor',
  series: { prefix: 'V', yearly: false },
  searchable: true,
  /** submit: to put a vendor's bank details before a second person. */
  actions: ['view', 'create', 'edit', 'submit', 'export'],
  grants: {
    'sales-manager': ['view'],
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: 'all',
    'shipping-clerk': ['view', 'create', 'edit', 'submit'],
    accountant: 'all',
    cashier: ['view', 'submit'],
  },
  once: [{ column: 'code', commands: ['create-customer', 'edit-customer', 'create-vendor', 'edit-vendor'] }],
  papers: {
    // Bills of goods tell what was bought at which price.
    'factory-statement': {
      code: 'SOA',
      language: 'zh',
      permission: 'payable.view',
      figure: 'cost',
      period: true,
      landscape: true,
      leavesOut: ['ageing'],
    },
    'expense-statement': { code: 'SOA', language: 'zh', permission: 'payable.view', period: true, landscape: true, leavesOut: ['ageing'] },
  },
  title: ['name', 'nameZh'],
  route: 'vendor',
  columns: {
    ...{ kind: word('party-kind'), code: code(), name: text(), nameZh: text(), shortName: text(), country: code(), city: text() },
    ...{ address: text(), website: text(), email: text(), phone: text(), taxNumber: text(), currency: code() },
    ...{ paymentTerm: formed('payment-term'), bankDetails: text(), remark: text(), status: word('customer-status') },
    ...{ level: word('customer-level'), creditGrade: text(), creditLimit: money('creditCurrency'), creditCurrency: code() },
    ...{
      incoterm: code(),
      port: text(),
      source: text(),
      industry: text(),
      documentLanguage: word('paper-language'),
      consignee: text(),
      notifyParty: text(),
      marks: text(),
      ...owner,
      active: boolean(),
      duplicateReason: text(),
    },
  },
  internal: { normalName: 'plain', normalNameZh: 'plain', domain: 'plain', phoneDigits: 'plain' },
  parts: {
    contact: {
      of: { column: 'partyId', table: 'party' },
      line: true,
      title: ['name'],
      columns: {
        ...{ name: text(), title: text(), role: word('contact-role'), email: text(), phone: text(), wechat: text(), whatsapp: text() },
      },
    },
    party_mark: {
      of: { column: 'partyId', table: 'party' },
      internal: { kind: 'plain', mark: 'plain' },
    },
  },
})

export const customer = record('customer', {
  table: 'party',
  attachable: true,
  sync: 'crm',
  record: 'customer',
  title: ['name', 'nameZh'],
  route: 'customer',
  series: { prefix: 'C', yearly: false },
  searchable: true,
  papers: {
    'customer-statement': {
      code: 'SOA',
      language: 'of-party',
      permission: 'receivable.view',
      period: true,
      landscape: true,
      leavesOut: ['ageing', 'bank'],
    },
  },
  owned: true,
  actions: ['view', 'create', 'edit', 'export', 'handover'],
  /** Lists of customers leave the house by export alone, so who sells does not have it. */
  grants: {
    'sales-manager': 'all',
    salesperson: ['view', 'create', 'edit'],
    merchandiser: ['view'],
    'shipping-clerk': ['view'],
    accountant: ['view', 'export'],
    cashier: ['view'],
  },
  states: states('customer-status', { potential: 'quiet', active: 'good', dormant: 'quiet', blacklisted: 'alarm' }),
  rows: { column: 'kind', values: ['customer'] },
})

export const bankDetails = record('bank-details', {
  table: 'bank_details',
  sync: 'crm',
  states: states('bank-details-state', {
    missing: 'quiet',
    none: 'quiet',
    pending: 'moving',
    approved: 'good',
    rejected: 'alarm',
    returned: 'alarm',
    ended: 'gone',
  }),
  of: { column: 'id', by: 'holder', each: { vendor: 'party', 'bank-account': 'bank_account' } },
  line: true,
  title: ['details'],
  columns: { details: text(), confirmed: text(), changedBy: named('user') },
  internal: { version: 'plain', before: 'plain', changedAt: 'plain' },
})

export const vendorBankDetails = record('vendor-bank-details', {
  table: 'bank_details',
  sync: 'crm',
  approvable: { switch: 'approveBankDetails', as: 'vendor' },
  rows: { column: 'holder', values: ['vendor'] },
})

export const partiesRecords = [vendor, customer, bankDetails, vendorBankDetails] as const
