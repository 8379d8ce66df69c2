// Migration 140: quotations (报价单) with their versions; cost and margin stand in tables of their own (S14).

const grant = (code: string, permissions: readonly string[]) =>
  permissions.map(
    (permission) => `UPDATE role SET revision = revision + 1, permissions = json_insert(permissions, '$[#]', '${permission}')
WHERE code = '${code}' AND NOT EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = '${permission}');`,
  )
const scope = (code: string, given: string) =>
  `UPDATE role SET scopes = json_set(scopes, '$.quotation', '${given}') WHERE code = '${code}' AND json_extract(scopes, '$.quotation') IS NULL;`
const all = ['quotation.view', 'quotation.create', 'quotation.edit', 'quotation.export']
const grants = [
  ...['owner', 'sales-manager'].flatMap((code) => grant(code, all)),
  ...grant('salesperson', ['quotation.view', 'quotation.create', 'quotation.edit']),
  ...['merchandiser', 'shipping-clerk'].flatMap((code) => grant(code, ['quotation.view'])),
  ...grant('accountant', ['quotation.view', 'quotation.export']),
  ...grant('auditor', ['quotation.view', 'quotation.export']),
  ...['owner', 'accountant', 'auditor', 'purchaser', 'shipping-clerk', 'cashier'].map((code) => scope(code, 'all')),
  ...['sales-manager', 'merchandiser'].map((code) => scope(code, 'department-below')),
  scope('salesperson', 'own'),
].join('\n')

export const quotations = `
-- One row a version: rootId is the first version's id, version counts from 0. statusBefore is what a superseded one goes back to when its successor is dropped.
CREATE TABLE quotation (
  id TEXT PRIMARY KEY, rootId TEXT NOT NULL, version INTEGER NOT NULL, number TEXT NOT NULL UNIQUE, customerId TEXT NOT NULL REFERENCES party(id),
  inquiryNumber TEXT NOT NULL, quotedOn TEXT NOT NULL, validUntil TEXT NOT NULL, currency TEXT NOT NULL, rate INTEGER NOT NULL,
  incoterm TEXT, incotermPlace TEXT NOT NULL, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL, paymentTerm TEXT NOT NULL, delivery TEXT NOT NULL,
  commissionRate INTEGER NOT NULL, clauses TEXT NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL, statusBefore TEXT, sentOn TEXT, lostReason TEXT,
  contractId TEXT, total INTEGER NOT NULL, totalBase INTEGER NOT NULL,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL,
  UNIQUE (rootId, version)
) STRICT;
CREATE INDEX quotation_date ON quotation(quotedOn, id);
CREATE INDEX quotation_customer ON quotation(customerId);
CREATE INDEX quotation_owner ON quotation(ownerId);
CREATE INDEX quotation_sent ON quotation(validUntil) WHERE status = 'sent';
CREATE TABLE quotation_line (
  id TEXT PRIMARY KEY, quotationId TEXT NOT NULL REFERENCES quotation(id), position INTEGER NOT NULL, productId TEXT REFERENCES product(id),
  description TEXT NOT NULL, quantity INTEGER NOT NULL, unit TEXT NOT NULL, price INTEGER NOT NULL, discount INTEGER NOT NULL,
  gross INTEGER NOT NULL, amount INTEGER NOT NULL, amountBase INTEGER NOT NULL
) STRICT;
CREATE INDEX quotation_line_quotation ON quotation_line(quotationId, position);
CREATE INDEX quotation_line_product ON quotation_line(productId) WHERE productId IS NOT NULL;
-- What the goods of a line cost: VAT-inclusive price of one unit in base currency (scaled), its VAT and refund rate.
CREATE TABLE quotation_line_cost (
  id TEXT PRIMARY KEY REFERENCES quotation_line(id), quotationId TEXT NOT NULL REFERENCES quotation(id),
  cost INTEGER NOT NULL, vatRate INTEGER NOT NULL, refundRate INTEGER NOT NULL
) STRICT;
CREATE INDEX quotation_line_cost_quotation ON quotation_line_cost(quotationId);
-- What the whole costs beside the goods: freight and insurance in minor units of the quotation's currency, domestic costs in those of the base; profit (base) is null while a cost is not known.
CREATE TABLE quotation_cost (
  id TEXT PRIMARY KEY REFERENCES quotation(id), freight INTEGER NOT NULL, insurance INTEGER NOT NULL, domestic INTEGER NOT NULL, profit INTEGER
) STRICT;

${grants}
`
