// Migration 80: letters of credit (信用证) with contracts, amendments and presentations; cover by export credit insurance; ready-made roles learn the new permissions.

const all = ['view', 'create', 'edit', 'accept', 'void', 'export']
const granted: Record<string, readonly string[]> = {
  'sales-manager': all,
  salesperson: ['view'],
  merchandiser: ['view'],
  'shipping-clerk': all,
  accountant: all,
  cashier: ['view'],
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
  ...Object.entries(granted).map(([code, actions]) => {
    const permissions = JSON.stringify(actions.map((action) => `letter-of-credit.${action}`))
    return `UPDATE role SET revision = revision + 1, permissions = (
  SELECT json_group_array(value) FROM (
    SELECT value FROM json_each(role.permissions)
    UNION ALL SELECT n.value FROM json_each('${permissions}') n WHERE n.value NOT IN (SELECT value FROM json_each(role.permissions))
  )) WHERE code = '${code}';`
  }),
  ...Object.entries(scoped).map(
    ([code, scope]) => `UPDATE role SET scopes = json_set(scopes, '$."letter-of-credit"', '${scope}') WHERE code = '${code}';`,
  ),
].join('\n')

export const lettersOfCredit = `
-- A credit as it stands now; amount and currency in minor units, tolerances as percent (4 places), documents a JSON list of what is required.
-- status: draft, accepted, closed, cancelled; whether it is in use, drawn or expired follows from its presentations and the day.
CREATE TABLE letter_of_credit (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, bankNumber TEXT NOT NULL, issuingBank TEXT NOT NULL, advisingBank TEXT NOT NULL,
  customerId TEXT NOT NULL REFERENCES party(id), applicant TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,
  tolerancePlus INTEGER NOT NULL, toleranceMinus INTEGER NOT NULL, issuedOn TEXT NOT NULL, expiresOn TEXT NOT NULL, expiryPlace TEXT NOT NULL,
  latestShipment TEXT, presentationDays INTEGER NOT NULL, availability TEXT NOT NULL, tenorDays INTEGER NOT NULL, confirmed INTEGER NOT NULL,
  partialShipment INTEGER NOT NULL, transhipment INTEGER NOT NULL, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL, goods TEXT NOT NULL,
  documents TEXT NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL, acceptedOn TEXT, closedReason TEXT,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_of_credit_customer ON letter_of_credit(customerId);
CREATE INDEX letter_of_credit_expires ON letter_of_credit(expiresOn, id);
CREATE INDEX letter_of_credit_owner ON letter_of_credit(ownerId);
CREATE TABLE letter_contract (
  id TEXT PRIMARY KEY, letterId TEXT NOT NULL REFERENCES letter_of_credit(id), contractId TEXT NOT NULL REFERENCES sales_contract(id), UNIQUE (letterId, contractId)
) STRICT;
CREATE INDEX letter_contract_contract ON letter_contract(contractId);
-- changes: JSON list of { field, from, to } in stored values; of a pending one nothing holds yet.
CREATE TABLE letter_amendment (
  id TEXT PRIMARY KEY, letterId TEXT NOT NULL REFERENCES letter_of_credit(id), number INTEGER NOT NULL, receivedOn TEXT NOT NULL, changes TEXT NOT NULL,
  state TEXT NOT NULL, decidedOn TEXT, remark TEXT NOT NULL, createdAt TEXT NOT NULL, UNIQUE (letterId, number)
) STRICT;
-- Documents of one shipment under one credit: amounts in the credit's currency, weights in kg (3 places), ticked a JSON list of required documents' ids.
CREATE TABLE letter_presentation (
  id TEXT PRIMARY KEY, letterId TEXT NOT NULL REFERENCES letter_of_credit(id), shipmentId TEXT NOT NULL REFERENCES shipment(id), amount INTEGER NOT NULL,
  insuredAmount INTEGER, insuredOn TEXT, packingCartons INTEGER, billCartons INTEGER, packingGross INTEGER, billGross INTEGER, transhipped INTEGER,
  ticked TEXT NOT NULL, discrepancies TEXT NOT NULL, status TEXT NOT NULL, presentedOn TEXT, acceptedOn TEXT, refusedOn TEXT, paidOn TEXT,
  createdAt TEXT NOT NULL, revision INTEGER NOT NULL, UNIQUE (letterId, shipmentId)
) STRICT;
CREATE INDEX letter_presentation_shipment ON letter_presentation(shipmentId);
-- Export credit insurance: so many per cent of what a customer owes, at most the limit, between two days.
CREATE TABLE credit_insurance (
  id TEXT PRIMARY KEY, customerId TEXT NOT NULL REFERENCES party(id), policyNumber TEXT NOT NULL, insurer TEXT NOT NULL, currency TEXT NOT NULL,
  limitMinor INTEGER NOT NULL, percent INTEGER NOT NULL, validFrom TEXT NOT NULL, validTo TEXT NOT NULL, remark TEXT NOT NULL,
  createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_insurance_customer ON credit_insurance(customerId, validTo);

${grants}
`
