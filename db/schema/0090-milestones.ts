// Migration 90: production follow-up: templates with three ready-made ones, milestones of purchase contracts with their history; tax refunds received.
import { milestoneTemplates } from '../reference/milestone-templates.ts'

const id = (template: number, line = 0) => `0198f000-0000-7000-8000-${String(template * 1000 + line).padStart(12, '0')}`
const text = (value: string) => `'${value}'`
// A company that works already chooses its own standard; a new one begins with the first.
const seeds = milestoneTemplates
  .map(
    ([name, nameEn, lines], at) => `INSERT INTO milestone_template(id, name, nameEn, isDefault, active, revision)
SELECT ${text(id(at + 1))}, ${text(name)}, ${text(nameEn)}, ${at === 0 ? "NOT EXISTS (SELECT 1 FROM setting WHERE key = 'company')" : 0}, 1, 1;
INSERT INTO milestone_template_line(id, templateId, position, kind, name, nameEn, anchor, offsetDays, responsible, userId, needsNote) VALUES
${lines
  .map(
    ([kind, zh, en, anchor, offset, responsible, note], n) =>
      `(${[id(at + 1, n + 1), id(at + 1)].map(text).join(', ')}, ${n}, ${[kind, zh, en, anchor].map(text).join(', ')}, ${offset}, ${text(responsible)}, NULL, ${note})`,
  )
  .join(',\n')};`,
  )
  .join('\n')

const granted: Record<string, readonly string[]> = {
  'sales-manager': ['milestone.view', 'milestone.export'],
  salesperson: ['milestone.view'],
  merchandiser: ['milestone.view', 'milestone.edit', 'milestone.export'],
  purchaser: ['milestone.view', 'milestone.edit', 'milestone.export', 'milestone-template.edit'],
  'shipping-clerk': ['milestone.view', 'milestone.edit'],
  accountant: ['milestone.view'],
  auditor: ['milestone.view', 'milestone.export'],
}
const grants = Object.entries(granted)
  .map(
    ([code, permissions]) => `UPDATE role SET revision = revision + 1, permissions = (
  SELECT json_group_array(value) FROM (
    SELECT value FROM json_each(role.permissions)
    UNION ALL SELECT n.value FROM json_each('${JSON.stringify(permissions)}') n WHERE n.value NOT IN (SELECT value FROM json_each(role.permissions))
  )) WHERE code = '${code}';`,
  )
  .join('\n')

export const milestones = `
-- Company-wide templates. A template line's day is its anchor plus offsetDays (negative: before). At most one template is the default.
CREATE TABLE milestone_template (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, nameEn TEXT NOT NULL, isDefault INTEGER NOT NULL, active INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE TABLE milestone_template_line (
  id TEXT PRIMARY KEY, templateId TEXT NOT NULL REFERENCES milestone_template(id), position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  nameEn TEXT NOT NULL, anchor TEXT NOT NULL, offsetDays INTEGER NOT NULL, responsible TEXT NOT NULL, userId TEXT REFERENCES user(id), needsNote INTEGER NOT NULL
) STRICT;
CREATE INDEX milestone_template_line_of ON milestone_template_line(templateId, position);

-- The follow-up of one purchase contract (its id): which template it came from, and who follows it; nobody named means every merchandiser.
CREATE TABLE production (
  id TEXT PRIMARY KEY REFERENCES purchase_contract(id), templateName TEXT NOT NULL, templateNameEn TEXT NOT NULL,
  merchandiserId TEXT REFERENCES user(id), createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- What the template said is kept here: a template changed later changes nothing. The due day is revisedOn, else plannedOn. checked: scaled quantity.
CREATE TABLE milestone (
  id TEXT PRIMARY KEY, contractId TEXT NOT NULL REFERENCES production(id), position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, nameEn TEXT NOT NULL,
  anchor TEXT, offsetDays INTEGER NOT NULL, responsible TEXT NOT NULL, userId TEXT REFERENCES user(id), needsNote INTEGER NOT NULL,
  plannedOn TEXT, revisedOn TEXT, state TEXT NOT NULL, doneOn TEXT, note TEXT NOT NULL, checked INTEGER, defects INTEGER, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX milestone_contract ON milestone(contractId, position);
CREATE INDEX milestone_open ON milestone(coalesce(revisedOn, plannedOn)) WHERE state IN ('open', 'failed');
CREATE TABLE milestone_event (
  id TEXT PRIMARY KEY, milestoneId TEXT NOT NULL REFERENCES milestone(id), position INTEGER NOT NULL, at TEXT NOT NULL, userId TEXT NOT NULL, act TEXT NOT NULL,
  "on" TEXT, note TEXT NOT NULL, checked INTEGER, defects INTEGER, UNIQUE (milestoneId, position)
) STRICT;

-- Tax refunds received: base currency, taken from open items of 1221; writtenOff is what differs where a refund was closed.
CREATE TABLE tax_refund_receipt (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, bankAccountId TEXT NOT NULL REFERENCES bank_account(id), receivedOn TEXT NOT NULL, amount INTEGER NOT NULL,
  remark TEXT NOT NULL, status TEXT NOT NULL, journalId INTEGER NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE TABLE tax_refund_line (
  id TEXT PRIMARY KEY, receiptId TEXT NOT NULL REFERENCES tax_refund_receipt(id), position INTEGER NOT NULL, item TEXT NOT NULL,
  amount INTEGER NOT NULL, writtenOff INTEGER NOT NULL
) STRICT;
CREATE INDEX tax_refund_line_receipt ON tax_refund_line(receiptId, position);
CREATE INDEX tax_refund_line_item ON tax_refund_line(item);
-- A deal is closed once its refund has come, too.
UPDATE deal SET stage = 'settled', revision = revision + 1 WHERE stage = 'closed' AND EXISTS (
  SELECT 1 FROM open_item i JOIN ledger_key k ON k.key = i.deal WHERE k.id = deal.id AND i.account = '1221' AND i.openForeign <> 0);

${seeds}

${grants}
`
