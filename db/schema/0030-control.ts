// Migration 30: approvals with their routes and delegations, department heads, payment requests; ready-made roles learn the new permissions.

const granted: Record<string, readonly string[]> = {
  'sales-manager': ['sales-contract.submit', 'approval.decide', 'approval.export'],
  salesperson: ['sales-contract.submit'],
  merchandiser: [
    'purchase-contract.submit',
    'payment-request.view',
    'payment-request.create',
    'payment-request.edit',
    'payment-request.submit',
    'approval.decide',
  ],
  purchaser: [
    'purchase-contract.submit',
    'payment-request.view',
    'payment-request.create',
    'payment-request.edit',
    'payment-request.submit',
    'payment-request.export',
    'approval.decide',
  ],
  'shipping-clerk': ['payment-request.view', 'payment-request.create', 'payment-request.edit', 'payment-request.submit'],
  accountant: [
    'payment-request.view',
    'payment-request.create',
    'payment-request.edit',
    'payment-request.void',
    'payment-request.submit',
    'payment-request.export',
    'approval.decide',
    'approval.export',
  ],
  cashier: ['payment-request.view', 'payment-request.export'],
  administrator: ['approval-route.view', 'approval-route.edit'],
  auditor: ['payment-request.view', 'payment-request.export', 'approval.view', 'approval.export', 'approval-route.view'],
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
    ([code, permissions]) => `UPDATE role SET revision = revision + 1, permissions = (
  SELECT json_group_array(value) FROM (
    SELECT value FROM json_each(role.permissions)
    UNION ALL SELECT n.value FROM json_each('${JSON.stringify(permissions)}') n WHERE n.value NOT IN (SELECT value FROM json_each(role.permissions))
  )) WHERE code = '${code}';`,
  ),
  ...Object.entries(scoped).map(
    ([code, scope]) => `UPDATE role SET scopes = json_set(scopes, '$."payment-request"', '${scope}') WHERE code = '${code}';`,
  ),
].join('\n')

export const control = `
ALTER TABLE department ADD COLUMN headId TEXT REFERENCES user(id);

-- How one kind of document is approved: the first active route by position whose conditions fit. levels, departmentIds and steps are JSON lists.
CREATE TABLE approval_route (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, active INTEGER NOT NULL,
  amountFrom INTEGER, marginBelow INTEGER, levels TEXT NOT NULL, departmentIds TEXT NOT NULL, steps TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX approval_route_kind ON approval_route(kind, position);

-- One submission of one revision of a document. What was seen (amount, margin, facts, contentHash) and the steps are kept as they were then.
CREATE TABLE approval (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, documentId TEXT NOT NULL, documentNumber TEXT NOT NULL, documentRevision INTEGER NOT NULL, contentHash TEXT NOT NULL,
  title TEXT NOT NULL, amount INTEGER, currency TEXT, amountBase INTEGER, margin TEXT, facts TEXT NOT NULL, note TEXT NOT NULL,
  ownerId TEXT REFERENCES user(id), departmentId TEXT REFERENCES department(id), routeName TEXT, steps TEXT NOT NULL, step INTEGER NOT NULL,
  state TEXT NOT NULL, submittedBy TEXT NOT NULL REFERENCES user(id), submittedAt TEXT NOT NULL, decidedAt TEXT, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX approval_document ON approval(documentId, submittedAt);
CREATE UNIQUE INDEX approval_pending ON approval(kind, documentId) WHERE state = 'pending';
CREATE INDEX approval_state ON approval(state, submittedAt);
CREATE INDEX approval_submitter ON approval(submittedBy, submittedAt);

-- Its history: who did what, on which step, at which revision of the approval, and for whom when by delegation.
CREATE TABLE approval_event (
  id TEXT PRIMARY KEY, approvalId TEXT NOT NULL REFERENCES approval(id), position INTEGER NOT NULL, at TEXT NOT NULL, act TEXT NOT NULL, step INTEGER NOT NULL,
  approvalRevision INTEGER NOT NULL, userId TEXT NOT NULL, seats TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (approvalId, position)
) STRICT;
CREATE INDEX approval_event_user ON approval_event(userId, at);

-- Who decides in whose place, from one day to another, both included.
CREATE TABLE delegation (
  id TEXT PRIMARY KEY, fromUserId TEXT NOT NULL REFERENCES user(id), toUserId TEXT NOT NULL REFERENCES user(id), fromDate TEXT NOT NULL, toDate TEXT NOT NULL,
  reason TEXT NOT NULL, active INTEGER NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX delegation_dates ON delegation(toDate) WHERE active = 1;

-- A request to pay: bills, or a prepayment on a purchase contract. What of it is paid is the sum of its payments.
CREATE TABLE payment_request (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, requestedOn TEXT NOT NULL, partyId TEXT NOT NULL REFERENCES party(id),
  contractId TEXT REFERENCES purchase_contract(id), currency TEXT NOT NULL, amount INTEGER NOT NULL, rate INTEGER NOT NULL, amountBase INTEGER NOT NULL,
  payBy TEXT NOT NULL, purpose TEXT NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL, voidReason TEXT,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_request_date ON payment_request(requestedOn, id);
CREATE INDEX payment_request_party ON payment_request(partyId);
CREATE TABLE payment_request_line (
  id TEXT PRIMARY KEY, requestId TEXT NOT NULL REFERENCES payment_request(id), position INTEGER NOT NULL, item TEXT NOT NULL, amount INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_request_line_request ON payment_request_line(requestId, position);
CREATE INDEX payment_request_line_item ON payment_request_line(item);
ALTER TABLE payment ADD COLUMN requestId TEXT REFERENCES payment_request(id);
CREATE INDEX payment_request_of ON payment(requestId) WHERE requestId IS NOT NULL;

${grants}
`
