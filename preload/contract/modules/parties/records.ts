// Customers and vendors with their contacts, and bank details that a second person confirms.
import { column, record } from '../../define/record.ts'
import { owner } from '../../define/trade-columns.ts'

const { text, code, boolean, money, named, formed, word } = column

export const vendor = record('vendor', {
  table: 'party',
  title: ['name', 'nameZh'],
  route: 'vendor',
  columns: {
    ...{ kind: word('party-kind'), code: code(), name: text(), nameZh: text(), shortName: text(), country: code(), city: text() },
    ...{ address: text(), website: text(), email: text(), phone: text(), taxNumber: text(), currency: code() },
    ...{ paymentTerm: formed('payment-term'), bankDetails: text(), remark: text(), status: word('customer-status') },
    ...{ level: word('customer-level'), creditGrade: text(), creditLimit: money('creditCurrency'), creditCurrency: code() },
    ...{ incoterm: code(), port: text(), source: text(), industry: text(), ...owner, active: boolean(), duplicateReason: text() },
  },
  parts: {
    contact: {
      of: { column: 'partyId', table: 'party' },
      line: true,
      title: ['name'],
      columns: {
        ...{ name: text(), title: text(), role: word('contact-role'), email: text(), phone: text(), wechat: text(), whatsapp: text() },
      },
    },
    party_mark: {},
  },
})

export const customer = record('customer', {
  table: 'party',
  rows: { column: 'kind', values: ['customer'] },
})

export const bankDetails = record('bank-details', {
  table: 'bank_details',
  of: { column: 'id', by: 'holder', each: { vendor: 'party', 'bank-account': 'bank_account' } },
  line: true,
  title: ['details'],
  columns: { details: text(), confirmed: text(), changedBy: named('user') },
})

export const vendorBankDetails = record('vendor-bank-details', {
  table: 'bank_details',
  rows: { column: 'holder', values: ['vendor'] },
})

export const partiesRecords = [vendor, customer, bankDetails, vendorBankDetails] as const
