// Migration 360: issued papers, the company's templates for them, the pictures that they bear, and the rights to them. Rules PA… of papers.
import { grant } from './grants.ts'

const all = ['paper.issue', 'paper.overrule', 'paper.seal', 'paper.sign', 'paper-template.edit', 'paper-picture.edit']

export const papers = `
-- A paper as it was issued; its bytes lie in the store of contents. asked: what it was asked for with (JSON). version: of a contract. issue: counted for each record and
-- kind of paper. templateVersion: 0 for the ready-made one. content: fingerprint of what its record said on it. reason: why although something stood against it.
-- seal, sign: pictures that it bears.
CREATE TABLE issued_paper (
  id TEXT PRIMARY KEY, paper TEXT NOT NULL, recordKind TEXT NOT NULL, recordId TEXT NOT NULL, issue INTEGER NOT NULL, number TEXT NOT NULL,
  version INTEGER NOT NULL, language TEXT NOT NULL, asked TEXT NOT NULL, draft INTEGER NOT NULL, templateVersion INTEGER NOT NULL, content TEXT NOT NULL,
  fileName TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, pages INTEGER NOT NULL, reason TEXT NOT NULL,
  sealId TEXT REFERENCES paper_picture(id), signId TEXT REFERENCES paper_picture(id), issuedAt TEXT NOT NULL, issuedBy TEXT NOT NULL REFERENCES user(id)
) STRICT;
CREATE UNIQUE INDEX issued_paper_of ON issued_paper(recordId, paper, issue);
-- What the company changed of a paper in a language. revision: as often as it was saved. settings: JSON; null for the ready-made one. formSha256: a workbook of the
-- company's own that is filled instead of the ready-made one.
CREATE TABLE paper_template (
  id TEXT PRIMARY KEY, paper TEXT NOT NULL, language TEXT NOT NULL, settings TEXT, formSha256 TEXT, formName TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_template_of ON paper_template(paper, language);
CREATE TABLE paper_template_version (
  id TEXT PRIMARY KEY, paperTemplateId TEXT NOT NULL REFERENCES paper_template(id), version INTEGER NOT NULL, settings TEXT, formSha256 TEXT,
  formName TEXT NOT NULL, savedAt TEXT NOT NULL, savedBy TEXT NOT NULL REFERENCES user(id)
) STRICT;
CREATE UNIQUE INDEX paper_template_version_of ON paper_template_version(paperTemplateId, version);
-- Logo, seals and signatures. use: logo, seal or signature. userId: whose signature. height: millimetres on paper.
CREATE TABLE paper_picture (
  id TEXT PRIMARY KEY, use TEXT NOT NULL, name TEXT NOT NULL, userId TEXT REFERENCES user(id), sha256 TEXT NOT NULL, height INTEGER NOT NULL,
  active INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- Who may use a picture beside its owner; a seal without anybody named may be used by whoever may seal at all.
CREATE TABLE paper_picture_user (
  id TEXT PRIMARY KEY, pictureId TEXT NOT NULL REFERENCES paper_picture(id), userId TEXT NOT NULL REFERENCES user(id)
) STRICT;
CREATE UNIQUE INDEX paper_picture_user_of ON paper_picture_user(pictureId, userId);
${grant('owner', all)}
${grant('sales-manager', all)}
${grant('salesperson', ['paper.issue', 'paper.sign'])}
${grant('merchandiser', ['paper.issue'])}
${grant('purchaser', ['paper.issue'])}
${grant('shipping-clerk', ['paper.issue'])}
${grant('accountant', ['paper.issue'])}
${grant('cashier', ['paper.issue'])}
${grant('administrator', ['paper-template.edit', 'paper-picture.edit'])}
`
