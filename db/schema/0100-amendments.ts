// Migration 100: amendments of signed contracts (合同变更) and the versions they make; who signs contracts may also amend them.

const amenders = {
  'sales-contract.amend': ['owner', 'sales-manager', 'salesperson'],
  'purchase-contract.amend': ['owner', 'purchaser'],
}
const grants = Object.entries(amenders)
  .flatMap(([permission, roles]) =>
    roles.map(
      (code) => `UPDATE role SET revision = revision + 1, permissions = json_insert(permissions, '$[#]', '${permission}')
WHERE code = '${code}' AND NOT EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = '${permission}');`,
    ),
  )
  .join('\n')

export const amendments = `
ALTER TABLE sales_contract ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE purchase_contract ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- What had left when the price of a line was amended: scaled quantity, what it was charged and what that was before discount, in minor units.
ALTER TABLE sales_line ADD COLUMN settledQuantity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_line ADD COLUMN settledAmount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_line ADD COLUMN settledGross INTEGER NOT NULL DEFAULT 0;

-- One version of a contract with all of its content (JSON): in preparation while inForceOn is null, then what was agreed. The first version of a
-- contract is written when the second comes into force. total and totalBefore are minor units of currency and currencyBefore.
CREATE TABLE contract_version (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, contractId TEXT NOT NULL, version INTEGER NOT NULL, reason TEXT NOT NULL, confirmation TEXT NOT NULL,
  content TEXT NOT NULL, currency TEXT NOT NULL, total INTEGER NOT NULL, currencyBefore TEXT, totalBefore INTEGER,
  preparedBy TEXT NOT NULL REFERENCES user(id), createdAt TEXT NOT NULL, inForceOn TEXT, inForceBy TEXT REFERENCES user(id), revision INTEGER NOT NULL,
  UNIQUE (contractId, version)
) STRICT;

${grants}
`
