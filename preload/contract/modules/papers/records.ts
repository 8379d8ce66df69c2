// Issued papers, the company's templates, and the pictures that papers bear.
import { column, record } from '../../define/record.ts'

const { text, code, integer, boolean, named, word } = column

/** What was sent out: kept as it was, whatever has changed since. */
export const paper = record('paper', {
  table: 'paper',
  sync: 'trade',
  view: 'paper.view',
  actions: ['view', 'export', 'issue', 'overrule', 'seal', 'sign'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view', 'issue', 'sign'],
    merchandiser: ['view', 'issue'],
    purchaser: ['view', 'issue'],
    'shipping-clerk': ['view', 'issue'],
    accountant: ['view', 'export', 'issue'],
    cashier: ['view', 'issue'],
  },
  title: ['fileName'],
  columns: {
    ...{ paper: word('paper'), number: code(), version: integer(), language: word('paper-language'), fileName: text() },
    ...{ sha256: code(), reason: text(), sealed: text(), signed: text() },
  },
  internal: {
    ...{
      recordKind: 'plain',
      recordId: 'plain',
      asked: 'plain',
      content: 'plain',
      templateVersion: 'plain',
      pages: 'plain',
      bytes: 'plain',
    },
    ...{ recordRevision: 'plain', issue: 'plain', issuedBy: 'plain', issuedAt: 'plain' },
  },
})

export const paperTemplateRecord = record('paper-template', {
  table: 'paper_template',
  sync: 'company',
  actions: ['view', 'edit'],
  grants: { 'sales-manager': 'all', administrator: 'all' },
  title: ['paper'],
  route: 'paper-templates',
  columns: { paper: word('paper'), language: word('paper-language'), version: integer() },
  internal: { settings: 'plain', savedBy: 'plain', savedAt: 'plain' },
})

/** Logo of the letterhead, seals (公章 and others), people's signatures. */
export const paperPicture = record('paper-picture', {
  table: 'paper_picture',
  sync: 'company',
  view: 'paper.view',
  title: ['name'],
  route: 'paper-templates',
  columns: { name: text(), kind: word('picture-kind'), userId: named('user'), height: integer(), active: boolean() },
  internal: { sha256: 'plain' },
})

export const papersRecords = [paper, paperTemplateRecord, paperPicture] as const
