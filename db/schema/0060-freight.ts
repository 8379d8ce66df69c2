// Migration 60: freight inquiries (运费询价) with the forwarders asked and their quotes; ready-made roles learn the new permissions.

const granted: Record<string, readonly string[]> = {
  'sales-manager': [
    'freight-inquiry.view',
    'freight-inquiry.create',
    'freight-inquiry.edit',
    'freight-inquiry.submit',
    'freight-inquiry.choose',
    'freight-inquiry.void',
    'freight-inquiry.export',
  ],
  salesperson: ['freight-inquiry.view', 'freight-inquiry.create', 'freight-inquiry.edit'],
  merchandiser: [
    'freight-inquiry.view',
    'freight-inquiry.create',
    'freight-inquiry.edit',
    'freight-inquiry.submit',
    'freight-inquiry.choose',
  ],
  'shipping-clerk': [
    'freight-inquiry.view',
    'freight-inquiry.create',
    'freight-inquiry.edit',
    'freight-inquiry.submit',
    'freight-inquiry.choose',
    'freight-inquiry.void',
    'freight-inquiry.export',
  ],
  accountant: ['freight-inquiry.view', 'freight-inquiry.export'],
  auditor: ['freight-inquiry.view', 'freight-inquiry.export'],
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
    ([code, scope]) => `UPDATE role SET scopes = json_set(scopes, '$."freight-inquiry"', '${scope}') WHERE code = '${code}';`,
  ),
].join('\n')

export const freight = `
-- One route and cargo asked about. cargoLoad: containers or lcl; containers is a list of {type, count}; volume (m³) and weight (kg) are scaled measures,
-- null where not told. shipmentId follows a planned shipment that may be dropped, so it is no reference.
-- What was chosen stands as it was compared: on which day, how many valid quotes of different forwarders, the total and the cheapest in base currency.
-- bookedOn: the day its shipment was booked on it.
CREATE TABLE freight_inquiry (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL, cargoLoad TEXT NOT NULL,
  containers TEXT NOT NULL, volume INTEGER, weight INTEGER, cargoReadyOn TEXT, neededBy TEXT, goods TEXT NOT NULL, remark TEXT NOT NULL,
  shipmentId TEXT, status TEXT NOT NULL CHECK (status IN ('draft', 'asking', 'chosen', 'closed', 'void')), voidReason TEXT,
  chosenQuoteId TEXT, chosenOn TEXT, chosenReason TEXT NOT NULL, chosenBase INTEGER, cheapestBase INTEGER, quotesCounted INTEGER, bookedOn TEXT,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT REFERENCES department(id), createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX freight_inquiry_shipment ON freight_inquiry(shipmentId) WHERE shipmentId IS NOT NULL;
CREATE INDEX freight_inquiry_owner ON freight_inquiry(ownerId);
CREATE INDEX freight_inquiry_open ON freight_inquiry(status, neededBy) WHERE status IN ('draft', 'asking', 'chosen');

-- The sales contracts whose goods it is about.
CREATE TABLE freight_contract (
  id TEXT PRIMARY KEY, inquiryId TEXT NOT NULL REFERENCES freight_inquiry(id), contractId TEXT NOT NULL REFERENCES sales_contract(id)
) STRICT;
CREATE UNIQUE INDEX freight_contract_inquiry ON freight_contract(inquiryId, contractId);
CREATE INDEX freight_contract_contract ON freight_contract(contractId);

-- A forwarder asked, and what came of it.
CREATE TABLE freight_forwarder (
  id TEXT PRIMARY KEY, inquiryId TEXT NOT NULL REFERENCES freight_inquiry(id), position INTEGER NOT NULL, forwarderId TEXT NOT NULL REFERENCES party(id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'quoted', 'declined')), askedOn TEXT NOT NULL, declineReason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX freight_forwarder_inquiry ON freight_forwarder(inquiryId, forwarderId);

-- What a forwarder offered; never changed: a later one has a higher round. Ports are those it was given for. complete: it prices all of the inquiry's cargo.
-- totalBase: for that cargo at the rates of the day it was last reckoned, null where it cannot be.
CREATE TABLE freight_quote (
  id TEXT PRIMARY KEY, inquiryId TEXT NOT NULL REFERENCES freight_inquiry(id), forwarderId TEXT NOT NULL REFERENCES party(id), round INTEGER NOT NULL,
  quotedOn TEXT NOT NULL, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL, validFrom TEXT, validTo TEXT NOT NULL,
  transitDays INTEGER, carrierId TEXT REFERENCES party(id), freeDays INTEGER, remark TEXT NOT NULL, complete INTEGER NOT NULL, totalBase INTEGER,
  createdAt TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX freight_quote_inquiry ON freight_quote(inquiryId, forwarderId, round);
CREATE INDEX freight_quote_forwarder ON freight_quote(forwarderId, quotedOn);

-- A quote's lines: ocean freight, surcharges, local charges; amount (minor units of currency) per container, per bill of lading or per chargeable ton.
-- containerType: for that type alone; '' for every container.
CREATE TABLE freight_charge (
  id TEXT PRIMARY KEY, quoteId TEXT NOT NULL REFERENCES freight_quote(id), position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  containerType TEXT NOT NULL, basis TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL
) STRICT;
CREATE INDEX freight_charge_quote ON freight_charge(quoteId, position);

${grants}
`
