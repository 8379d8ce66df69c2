// Files on records (附件): scans, pictures and papers that hang on a record, with the versions of each.
import { column, record, right } from '../../define/record.ts'

const { text, boolean, integer, datetime, named, word } = column

export const attachment = record('attachment', {
  table: 'attachment',
  sync: 'trade',
  // A kind for each table of a record that carries files (files.test.ts compares); a customer and a vendor are both parties.
  of: {
    column: 'recordId',
    by: 'recordKind',
    each: {
      ...{ customer: 'party', vendor: 'party', product: 'product', user: 'user', deal: 'deal' },
      ...{ 'sales-contract': 'sales_contract', quotation: 'quotation', 'purchase-contract': 'purchase_contract', shipment: 'shipment' },
      ...{ 'letter-of-credit': 'letter_of_credit', 'freight-inquiry': 'freight_inquiry', 'profit-estimate': 'profit_estimate' },
      ...{ 'bank-account': 'bank_account', transfer: 'transfer', bill: 'bill', 'credit-note': 'credit_note' },
      ...{ 'payment-request': 'payment_request', receipt: 'receipt', payment: 'payment', 'tax-refund-receipt': 'tax_refund_receipt' },
      ...{ 'customs-declaration': 'customs_declaration', 'origin-certificate': 'origin_certificate', revaluation: 'revaluation' },
    },
  },
  title: ['name'],
  columns: {
    ...{ name: text(), kind: word('file-kind'), note: text(), version: integer(), isMain: boolean() },
    ...{ addedAt: datetime(), addedBy: named('user'), binnedAt: datetime(), binnedBy: named('user') },
  },
  parts: {
    attachment_version: {
      of: { column: 'attachmentId', table: 'attachment' },
      line: true,
      title: ['name'],
      columns: { version: integer(), name: text(), size: integer(), type: word('file-type'), addedAt: datetime(), addedBy: named('user') },
      internal: { sha256: 'plain', pictureSha256: 'plain', width: 'plain', height: 'plain' },
    },
  },
})

/** The register of contracts with their signed scans: each row is seen by who may see the contract. */
export const contractRegisterRight = right('contract-register', {
  actions: ['view', 'export'],
  grants: {
    ...{ 'sales-manager': 'all', purchaser: 'all', accountant: 'all' },
    ...{ salesperson: ['view'], merchandiser: ['view'], 'shipping-clerk': ['view'], cashier: ['view'] },
  },
})

export const filesRecords = [attachment, contractRegisterRight] as const
