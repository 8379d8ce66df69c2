// Migration 70: profit estimates (利润估算表) with their versions and requests for one; ready-made roles learn the new permissions.

const granted: Record<string, readonly string[]> = {
  'sales-manager': ['view', 'create', 'edit', 'submit', 'void', 'export'],
  accountant: ['view', 'create', 'edit', 'submit', 'void', 'export'],
  auditor: ['view', 'export'],
}
const scoped: Record<string, string> = {
  'sales-manager': 'department-below',
  salesperson: 'own',
  merchandiser: 'department-below',
  purchaser: 'all',
  'shipping-clerk': 'all',
  accountant: 'all',
  cashier: 'all',
  auditor: 'all',
}
const grants = [
  ...Object.entries(granted).map(
    ([code, actions]) => `UPDATE role SET revision = revision + 1, permissions = (
  SELECT json_group_array(value) FROM (
    SELECT value FROM json_each(role.permissions)
    UNION ALL SELECT n.value FROM json_each('${JSON.stringify(actions.map((a) => `profit-estimate.${a}`))}') n
      WHERE n.value NOT IN (SELECT value FROM json_each(role.permissions))
  )) WHERE code = '${code}';`,
  ),
  ...Object.entries(scoped).map(
    ([code, scope]) => `UPDATE role SET scopes = json_set(scopes, '$."profit-estimate"', '${scope}') WHERE code = '${code}';`,
  ),
].join('\n')

export const estimates = `
-- One version of a deal's estimate; the newest that is not void counts. revenue is in the deal's currency, …Base in the base currency: purchaseBase
-- VAT-inclusive, expensesBase everything else that is spent, profitBase = revenueBase - purchaseBase + refundBase - expensesBase.
CREATE TABLE profit_estimate (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, dealId TEXT NOT NULL REFERENCES deal(id), version INTEGER NOT NULL, estimatedOn TEXT NOT NULL,
  currency TEXT NOT NULL, revenue INTEGER NOT NULL, revenueBase INTEGER NOT NULL, purchaseBase INTEGER NOT NULL, refundBase INTEGER NOT NULL,
  expensesBase INTEGER NOT NULL, profitBase INTEGER NOT NULL, margin INTEGER, exchangeCost TEXT, premiumRate INTEGER, remark TEXT NOT NULL,
  status TEXT NOT NULL, voidReason TEXT, ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL,
  UNIQUE (dealId, version)
) STRICT;
CREATE INDEX profit_estimate_date ON profit_estimate(estimatedOn, id);

-- line: a line of the deal's profit. quantity and price belong to purchases. amountBase is positive for income and cost alike. source is JSON: where the figure came from.
CREATE TABLE profit_estimate_line (
  id TEXT PRIMARY KEY, estimateId TEXT NOT NULL REFERENCES profit_estimate(id), position INTEGER NOT NULL, line TEXT NOT NULL, description TEXT NOT NULL,
  supplierId TEXT REFERENCES party(id), productId TEXT REFERENCES product(id), quantity INTEGER, unit TEXT NOT NULL, price INTEGER,
  vatRate INTEGER NOT NULL, refundRate INTEGER NOT NULL, currency TEXT NOT NULL, rate INTEGER NOT NULL, amount INTEGER NOT NULL,
  amountBase INTEGER NOT NULL, refundBase INTEGER NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE INDEX profit_estimate_line_estimate ON profit_estimate_line(estimateId, position);

-- Who may not prepare an estimate asks for one; done when one is saved for the deal.
CREATE TABLE estimate_request (
  id TEXT PRIMARY KEY, dealId TEXT NOT NULL REFERENCES deal(id), note TEXT NOT NULL, requestedBy TEXT NOT NULL REFERENCES user(id),
  done INTEGER NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX estimate_request_open ON estimate_request(dealId) WHERE done = 0;

${grants}
`
