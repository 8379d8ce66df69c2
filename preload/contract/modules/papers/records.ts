// Issued papers, the company's templates for papers, and the pictures that papers bear.
import { column, record, right } from '../../define/record.ts'
import { active } from '../../define/shared-facts.ts'

const { text, code, boolean, integer, datetime, named, word, formed } = column

/** seal, sign: use such a picture; overrule: issue although something stands against it. */
export const paperRight = right('paper', {
  actions: ['issue', 'overrule', 'seal', 'sign'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['issue', 'sign'],
    merchandiser: ['issue'],
    purchaser: ['issue'],
    'shipping-clerk': ['issue'],
    accountant: ['issue'],
    cashier: ['issue'],
  },
})

export const issuedPaper = record('issued-paper', {
  table: 'issued_paper',
  sync: 'trade',
  of: {
    column: 'recordId',
    by: 'recordKind',
    each: {
      ...{ 'sales-contract': 'sales_contract', 'purchase-contract': 'purchase_contract', 'freight-inquiry': 'freight_inquiry' },
      ...{ 'customs-declaration': 'customs_declaration', 'origin-certificate': 'origin_certificate' },
      ...{ quotation: 'quotation', shipment: 'shipment', 'profit-estimate': 'profit_estimate', customer: 'party' },
      ...{ 'payment-request': 'payment_request', payment: 'payment', receipt: 'receipt', approval: 'approval' },
    },
  },
  title: ['fileName'],
  columns: {
    ...{ paper: word('paper'), number: code(), version: integer(), issue: integer(), language: word('paper-language'), draft: boolean() },
    ...{ fileName: text(), sha256: code(), pages: integer(), templateVersion: integer(), reason: text() },
    ...{
      sealId: named('paper_picture'),
      signId: named('paper_picture'),
      acrossPages: boolean(),
      issuedAt: datetime(),
      issuedBy: named('user'),
    },
  },
  internal: { asked: 'plain', content: 'plain', size: 'plain' },
})

const templateColumns = { settings: formed('changed'), formName: text() }
export const paperTemplate = record('paper-template', {
  table: 'paper_template',
  sync: 'company',
  actions: ['edit'],
  grants: { 'sales-manager': 'all', administrator: 'all' },
  view: 'paper-template.edit',
  title: ['paper'],
  columns: { paper: word('paper'), language: word('paper-language'), ...templateColumns },
  internal: { formSha256: 'plain' },
  parts: {
    paper_template_version: {
      of: { column: 'paperTemplateId', table: 'paper_template' },
      line: true,
      title: ['version'],
      columns: { version: integer(), ...templateColumns, savedAt: datetime(), savedBy: named('user') },
      internal: { formSha256: 'plain' },
    },
  },
})

export const paperPicture = record('paper-picture', {
  table: 'paper_picture',
  sync: 'office',
  actions: ['edit'],
  grants: { 'sales-manager': 'all', administrator: 'all' },
  view: 'paper-picture.edit',
  states: active,
  title: ['name'],
  columns: {
    ...{ use: word('paper-picture-use'), name: text(), userId: named('user'), sha256: code(), height: integer(), active: boolean() },
  },
  parts: {
    paper_picture_user: {
      of: { column: 'pictureId', table: 'paper_picture' },
      line: true,
      title: [],
      columns: { userId: named('user') },
    },
  },
})

export const papersRecords = [paperRight, issuedPaper, paperTemplate, paperPicture] as const
