// Migration 350: issued papers, the company's templates for them, the pictures that they bear, and the rights to them. Rules PA… of papers.
import { grant } from './grants.ts'

export const papers = `
-- An issued paper, kept as it was; its record at recordRevision. asked: what it was asked for with (JSON). content: sha256 of what the record
-- said on it. sha256: of the file, whose bytes are in the store of contents. reason: why it was issued although something stood against it. sealed, signed:
-- names of the pictures it bears.
CREATE TABLE paper (
  id TEXT PRIMARY KEY, paper TEXT NOT NULL, recordKind TEXT NOT NULL, recordId TEXT NOT NULL, recordRevision INTEGER NOT NULL, asked TEXT NOT NULL,
  number TEXT NOT NULL, version INTEGER NOT NULL, issue INTEGER NOT NULL, language TEXT NOT NULL, templateVersion INTEGER NOT NULL,
  content TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, pages INTEGER NOT NULL, fileName TEXT NOT NULL,
  reason TEXT NOT NULL, sealed TEXT NOT NULL, signed TEXT NOT NULL, issuedBy TEXT NOT NULL REFERENCES user(id), issuedAt TEXT NOT NULL
) STRICT;
CREATE INDEX paper_of ON paper(recordId, paper, issue);
-- Every version that was saved; settings null: back to the ready-made one.
CREATE TABLE paper_template (
  id TEXT PRIMARY KEY, paper TEXT NOT NULL, language TEXT NOT NULL, version INTEGER NOT NULL, settings TEXT,
  savedBy TEXT NOT NULL REFERENCES user(id), savedAt TEXT NOT NULL, UNIQUE (paper, language, version)
) STRICT;
-- Logo, seals and signatures. kind: logo, seal or signature; userId: whose signature. height: millimetres on paper.
CREATE TABLE paper_picture (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, userId TEXT REFERENCES user(id), sha256 TEXT NOT NULL, height INTEGER NOT NULL,
  active INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
${grant('owner', ['paper.view', 'paper.export', 'paper.issue', 'paper.overrule', 'paper.seal', 'paper.sign', 'paper-template.view', 'paper-template.edit'])}
${grant('sales-manager', ['paper.view', 'paper.export', 'paper.issue', 'paper.overrule', 'paper.seal', 'paper.sign', 'paper-template.view', 'paper-template.edit'])}
${grant('salesperson', ['paper.view', 'paper.issue', 'paper.sign'])}
${grant('merchandiser', ['paper.view', 'paper.issue'])}
${grant('purchaser', ['paper.view', 'paper.issue'])}
${grant('shipping-clerk', ['paper.view', 'paper.issue'])}
${grant('accountant', ['paper.view', 'paper.export', 'paper.issue'])}
${grant('cashier', ['paper.view', 'paper.issue'])}
${grant('auditor', ['paper.view', 'paper.export', 'paper-template.view'])}
${grant('administrator', ['paper-template.view', 'paper-template.edit'])}
`
