// Migration 50: requests to ship over a customer's credit limit (超信审批); ready-made roles that sell or ship may ask for it.

const askers = ['sales-manager', 'salesperson', 'merchandiser', 'shipping-clerk']
const grants = askers
  .map(
    (code) => `UPDATE role SET revision = revision + 1, permissions = json_insert(permissions, '$[#]', 'shipment.submit')
WHERE code = '${code}' AND NOT EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = 'shipment.submit');`,
  )
  .join('\n')

export const credit = `
-- What was asked: this much of one shipment, over one customer's limit as it stood then. shipmentRevision follows the shipment while it asks for no more.
-- exposure, limitMinor (null: unlimited) and excess are minor units of limitCurrency. A shipment that is dropped leaves its requests as history.
CREATE TABLE credit_override (
  id TEXT PRIMARY KEY, shipmentId TEXT NOT NULL, shipmentNumber TEXT NOT NULL, shipmentRevision INTEGER NOT NULL, customerId TEXT NOT NULL REFERENCES party(id),
  currency TEXT NOT NULL, amount INTEGER NOT NULL, amountBase INTEGER, limitCurrency TEXT NOT NULL, limitMinor INTEGER, exposure INTEGER NOT NULL,
  excess INTEGER NOT NULL, overdueDays INTEGER NOT NULL, reason TEXT NOT NULL, expiresOn TEXT NOT NULL,
  requestedBy TEXT NOT NULL REFERENCES user(id), createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_override_shipment ON credit_override(shipmentId, createdAt);

${grants}
`
