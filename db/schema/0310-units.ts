// Migration 310: versions of units, so that a desk can ask for what has changed. What a company holds already has version 1.

const plain = [
  ...['allocation', 'approval_route', 'bank_account', 'bill', 'credit_note', 'delegation', 'department', 'exchange_rate', 'journal'],
  ...['milestone_template', 'payment', 'product', 'product_category', 'revaluation', 'role', 'tax_refund_receipt', 'transfer', 'user'],
]
const owned = [
  ...['approval', 'deal', 'freight_inquiry', 'letter_of_credit', 'party', 'payment_request', 'profit_estimate', 'purchase_contract'],
  ...['quotation', 'receipt', 'sales_contract', 'shipment'],
]
const known = (key: string) => `(SELECT k.id FROM ledger_key k WHERE k.key = ${key})`
/** Roots of units: the table, their id, their owner and department. */
const roots: readonly (readonly [table: string, id: string, ownerId?: string, departmentId?: string])[] = [
  ...plain.map((table) => [table, 'id'] as const),
  ...owned.map((table) => [table, 'id', 'ownerId', 'departmentId'] as const),
  ['list_view', 'id', 'ownerId'],
  ['account', 'code'],
  ['ledger_key', 'key'],
  ['open_item', 'id', known('owner'), known('department')],
  ['sum_account', 'month'],
  ['sum_party', 'party'],
  ['sum_bank', "bank || ' ' || date"],
  ['sum_month', "month || ' ' || owner || ' ' || department", known('owner'), known('department')],
  ['sum_result', 'deal'],
  ['user_state', "userId || ' ' || key", 'userId'],
]
/** Gives what a company holds its first version. */
export const firstVersions = roots
  .map(
    ([table, id, ownerId = 'NULL', departmentId = 'NULL']) =>
      `INSERT INTO sync_unit(root, id, rv, ownerId, departmentId, gone)
  SELECT DISTINCT '${table}', ${id}, 1, ${ownerId}, ${departmentId}, 0 FROM "${table}" ORDER BY 2;`,
  )
  .join('\n')

export const units = `
-- A root record with all that belongs to it. root: its table; rv: the version, which is the same for all that one command wrote and higher than any before;
-- ownerId and departmentId: as its root row has them, or had them when it was removed (gone).
CREATE TABLE sync_unit (
  root TEXT NOT NULL, id TEXT NOT NULL, rv INTEGER NOT NULL, ownerId TEXT, departmentId TEXT, gone INTEGER NOT NULL, PRIMARY KEY (root, id)
) STRICT, WITHOUT ROWID;

-- Whose a unit was before version pos of it, where that gave it another owner or department.
CREATE TABLE sync_moved (
  pos INTEGER NOT NULL, root TEXT NOT NULL, id TEXT NOT NULL, ownerBefore TEXT, departmentBefore TEXT, PRIMARY KEY (pos, root, id)
) STRICT, WITHOUT ROWID;

${firstVersions}
INSERT INTO sync_unit(root, id, rv, gone) SELECT 'setting', key, 1, 0 FROM setting WHERE key = 'company';
CREATE INDEX sync_unit_rv ON sync_unit(rv);
`
