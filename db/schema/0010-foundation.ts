// Migration 10: everything of the first deal, from customer to paid. Never edited once released; later changes are later migrations.

export const foundation = `
-- people and company ------------------------------------------------------------------------------------------------------------------
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE department (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, nameEn TEXT NOT NULL, parentId TEXT REFERENCES department(id),
  path TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL
) STRICT;
CREATE TABLE user (
  id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nameEn TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
  departmentId TEXT REFERENCES department(id), language TEXT NOT NULL, active INTEGER NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- Secrets stand in a table of their own (S14): nothing that reads users can leak them.
CREATE TABLE credential (
  userId TEXT PRIMARY KEY REFERENCES user(id), hash TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, waitUntil TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE role (
  id TEXT PRIMARY KEY, code TEXT UNIQUE, name TEXT NOT NULL, nameEn TEXT NOT NULL, permissions TEXT NOT NULL, scopes TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE TABLE user_role (id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES user(id), roleId TEXT NOT NULL REFERENCES role(id), UNIQUE (userId, roleId)) STRICT;
CREATE INDEX user_role_role ON user_role(roleId);
CREATE TABLE session (
  tokenHash TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES user(id), device TEXT NOT NULL, createdAt TEXT NOT NULL, lastSeenAt TEXT NOT NULL, endsAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_user ON session(userId);
CREATE TABLE user_state (userId TEXT NOT NULL REFERENCES user(id), key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (userId, key)) STRICT, WITHOUT ROWID;

-- Every command, refusal, sign-in and export; hash-chained; append-only by trigger. A command's row number is its position (sync.md: pos).
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, userId TEXT, device TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  commandId TEXT, subject TEXT, input TEXT, outcome TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX audit_command ON audit(commandId) WHERE commandId IS NOT NULL;
CREATE INDEX audit_at ON audit(at);
CREATE INDEX audit_user ON audit(userId, id);
CREATE INDEX audit_subject ON audit(subject) WHERE subject IS NOT NULL;
CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never removed'); END;

-- What each command wrote: row by row, before and after.
CREATE TABLE change (
  id INTEGER PRIMARY KEY, pos INTEGER NOT NULL, tableName TEXT NOT NULL, rowId TEXT NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_row ON change(rowId);
CREATE INDEX change_pos ON change(pos);

CREATE TABLE number_series (series TEXT NOT NULL, period TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series, period)) STRICT, WITHOUT ROWID;

-- parties ------------------------------------------------------------------------------------------------------------------------------
CREATE TABLE party (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nameZh TEXT NOT NULL, shortName TEXT NOT NULL,
  country TEXT, city TEXT NOT NULL, address TEXT NOT NULL, website TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, taxNumber TEXT NOT NULL,
  currency TEXT NOT NULL, paymentTerm TEXT NOT NULL, bankDetails TEXT NOT NULL, remark TEXT NOT NULL,
  status TEXT NOT NULL, level TEXT, creditGrade TEXT NOT NULL, creditLimit INTEGER, creditCurrency TEXT NOT NULL, incoterm TEXT, port TEXT NOT NULL,
  source TEXT NOT NULL, industry TEXT NOT NULL, ownerId TEXT REFERENCES user(id), departmentId TEXT REFERENCES department(id),
  active INTEGER NOT NULL, normalName TEXT NOT NULL, normalNameZh TEXT NOT NULL DEFAULT '', domain TEXT NOT NULL, phoneDigits TEXT NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX party_kind_code ON party(kind, code);
CREATE INDEX party_kind_name ON party(kind, name);
CREATE INDEX party_owner ON party(ownerId);
CREATE INDEX party_normal ON party(normalName);
CREATE INDEX party_normal_zh ON party(normalNameZh) WHERE normalNameZh <> '';
CREATE INDEX party_domain ON party(domain) WHERE domain <> '';
CREATE INDEX party_phone ON party(phoneDigits) WHERE phoneDigits <> '';
CREATE TABLE contact (
  id TEXT PRIMARY KEY, partyId TEXT NOT NULL REFERENCES party(id), position INTEGER NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, role TEXT NOT NULL,
  email TEXT NOT NULL, phone TEXT NOT NULL, wechat TEXT NOT NULL, whatsapp TEXT NOT NULL
) STRICT;
CREATE INDEX contact_party ON contact(partyId, position);

-- catalogue ----------------------------------------------------------------------------------------------------------------------------
CREATE TABLE product_category (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, nameZh TEXT NOT NULL, parentId TEXT REFERENCES product_category(id), revision INTEGER NOT NULL
) STRICT;
CREATE TABLE product (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nameZh TEXT NOT NULL, specification TEXT NOT NULL, unit TEXT NOT NULL, hsCode TEXT NOT NULL,
  vatRate INTEGER NOT NULL, refundRate INTEGER NOT NULL, categoryId TEXT REFERENCES product_category(id), supplierId TEXT REFERENCES party(id),
  piecesPerCarton INTEGER NOT NULL, cartonLength INTEGER NOT NULL, cartonWidth INTEGER NOT NULL, cartonHeight INTEGER NOT NULL,
  grossWeight INTEGER NOT NULL, netWeight INTEGER NOT NULL, remark TEXT NOT NULL, active INTEGER NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX product_name ON product(name);
CREATE INDEX product_category_of ON product(categoryId);

-- the deal and its contracts -------------------------------------------------------------------------------------------------------------
CREATE TABLE deal (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, customerId TEXT NOT NULL REFERENCES party(id), openedOn TEXT NOT NULL, stage TEXT NOT NULL,
  contractedBase INTEGER NOT NULL DEFAULT 0, ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX deal_opened ON deal(openedOn, id);
CREATE INDEX deal_customer ON deal(customerId);
CREATE INDEX deal_owner ON deal(ownerId);
CREATE TABLE sales_contract (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, dealId TEXT NOT NULL REFERENCES deal(id), customerId TEXT NOT NULL REFERENCES party(id),
  buyerOrderNumber TEXT NOT NULL, contractDate TEXT NOT NULL, signedOn TEXT, currency TEXT NOT NULL, rate INTEGER NOT NULL,
  incoterm TEXT, incotermPlace TEXT NOT NULL, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL, paymentTerm TEXT NOT NULL, latestShipment TEXT,
  partialShipment INTEGER NOT NULL, transhipment INTEGER NOT NULL, commissionRate INTEGER NOT NULL, clauses TEXT NOT NULL, remark TEXT NOT NULL,
  status TEXT NOT NULL, voidReason TEXT, total INTEGER NOT NULL, totalBase INTEGER NOT NULL,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX sales_contract_date ON sales_contract(contractDate, id);
CREATE INDEX sales_contract_customer ON sales_contract(customerId);
CREATE INDEX sales_contract_deal ON sales_contract(dealId);
CREATE INDEX sales_contract_owner ON sales_contract(ownerId);
CREATE TABLE sales_line (
  id TEXT PRIMARY KEY, contractId TEXT NOT NULL REFERENCES sales_contract(id), position INTEGER NOT NULL, productId TEXT REFERENCES product(id),
  description TEXT NOT NULL, quantity INTEGER NOT NULL, unit TEXT NOT NULL, price INTEGER NOT NULL, discount INTEGER NOT NULL,
  gross INTEGER NOT NULL, amount INTEGER NOT NULL, amountBase INTEGER NOT NULL DEFAULT 0, shipped INTEGER NOT NULL DEFAULT 0, purchased INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sales_line_contract ON sales_line(contractId, position);
CREATE INDEX sales_line_product ON sales_line(productId);

-- purchasing ---------------------------------------------------------------------------------------------------------------------------
CREATE TABLE purchase_contract (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, supplierId TEXT NOT NULL REFERENCES party(id), contractDate TEXT NOT NULL, signedOn TEXT,
  currency TEXT NOT NULL, rate INTEGER NOT NULL, deliveryDate TEXT, paymentTerm TEXT NOT NULL, clauses TEXT NOT NULL, remark TEXT NOT NULL,
  status TEXT NOT NULL, voidReason TEXT, total INTEGER NOT NULL, totalBase INTEGER NOT NULL,
  ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_contract_date ON purchase_contract(contractDate, id);
CREATE INDEX purchase_contract_supplier ON purchase_contract(supplierId);
-- billed*/shipped*/cost* columns are the line's stock card: what came in (1405, 222101) and what of it has gone to cost (6401, 1221).
CREATE TABLE purchase_line (
  id TEXT PRIMARY KEY, contractId TEXT NOT NULL REFERENCES purchase_contract(id), position INTEGER NOT NULL,
  salesLineId TEXT REFERENCES sales_line(id), dealId TEXT REFERENCES deal(id), productId TEXT REFERENCES product(id),
  description TEXT NOT NULL, quantity INTEGER NOT NULL, unit TEXT NOT NULL, price INTEGER NOT NULL, vatRate INTEGER NOT NULL, refundRate INTEGER NOT NULL,
  amount INTEGER NOT NULL, netBase INTEGER NOT NULL, vatBase INTEGER NOT NULL,
  billed INTEGER NOT NULL DEFAULT 0, billedNetBase INTEGER NOT NULL DEFAULT 0, billedVatBase INTEGER NOT NULL DEFAULT 0,
  shipped INTEGER NOT NULL DEFAULT 0, costBase INTEGER NOT NULL DEFAULT 0, costVatBase INTEGER NOT NULL DEFAULT 0, costRefundBase INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX purchase_line_contract ON purchase_line(contractId, position);
CREATE INDEX purchase_line_sales ON purchase_line(salesLineId) WHERE salesLineId IS NOT NULL;
CREATE INDEX purchase_line_deal ON purchase_line(dealId) WHERE dealId IS NOT NULL;

-- shipping -----------------------------------------------------------------------------------------------------------------------------
CREATE TABLE shipment (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, customerId TEXT NOT NULL REFERENCES party(id), currency TEXT NOT NULL,
  forwarderId TEXT REFERENCES party(id), carrierId TEXT REFERENCES party(id), vessel TEXT NOT NULL, voyage TEXT NOT NULL, bookingNumber TEXT NOT NULL,
  billOfLadingNumber TEXT NOT NULL, invoiceNumber TEXT NOT NULL, declarationNumber TEXT NOT NULL, portOfLoading TEXT NOT NULL, portOfDischarge TEXT NOT NULL,
  etd TEXT, eta TEXT, containers TEXT NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL,
  dispatchedOn TEXT, onBoardOn TEXT, arrivedOn TEXT, documentsDeliveredOn TEXT, doneOn TEXT, rate INTEGER, total INTEGER NOT NULL, totalBase INTEGER,
  journalId INTEGER, dispatches INTEGER NOT NULL DEFAULT 0, ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX shipment_customer ON shipment(customerId);
CREATE INDEX shipment_dispatched ON shipment(dispatchedOn, id);
CREATE INDEX shipment_owner ON shipment(ownerId);
CREATE TABLE shipment_line (
  id TEXT PRIMARY KEY, shipmentId TEXT NOT NULL REFERENCES shipment(id), position INTEGER NOT NULL, salesLineId TEXT NOT NULL REFERENCES sales_line(id),
  contractId TEXT NOT NULL REFERENCES sales_contract(id), dealId TEXT NOT NULL REFERENCES deal(id), productId TEXT,
  quantity INTEGER NOT NULL, amount INTEGER NOT NULL, amountBase INTEGER
) STRICT;
CREATE INDEX shipment_line_shipment ON shipment_line(shipmentId, position);
CREATE INDEX shipment_line_sales ON shipment_line(salesLineId);
CREATE INDEX shipment_line_deal ON shipment_line(dealId);
-- Which purchase a shipped quantity came from, and what of it is posted: costBase on 6401 (VAT not refunded included), vatBase on 222101, refundBase on 1221.
CREATE TABLE shipment_source (
  id TEXT PRIMARY KEY, shipmentLineId TEXT NOT NULL REFERENCES shipment_line(id), purchaseLineId TEXT NOT NULL REFERENCES purchase_line(id),
  quantity INTEGER NOT NULL, costBase INTEGER NOT NULL DEFAULT 0, vatBase INTEGER NOT NULL DEFAULT 0, refundBase INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX shipment_source_line ON shipment_source(shipmentLineId);
CREATE INDEX shipment_source_purchase ON shipment_source(purchaseLineId);

-- treasury -----------------------------------------------------------------------------------------------------------------------------
CREATE TABLE bank_account (
  id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, bankName TEXT NOT NULL, accountNumber TEXT NOT NULL, swift TEXT NOT NULL,
  currency TEXT NOT NULL, openedOn TEXT NOT NULL, active INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE TABLE exchange_rate (id TEXT PRIMARY KEY, currency TEXT NOT NULL, date TEXT NOT NULL, rate INTEGER NOT NULL, source TEXT NOT NULL, UNIQUE (currency, date)) STRICT;
CREATE TABLE bill (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, partyId TEXT NOT NULL REFERENCES party(id), invoiceNumber TEXT NOT NULL,
  billDate TEXT NOT NULL, dueDate TEXT NOT NULL, currency TEXT NOT NULL, rate INTEGER NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL,
  total INTEGER NOT NULL, totalBase INTEGER NOT NULL, journalId INTEGER NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX bill_date ON bill(billDate, id);
CREATE INDEX bill_party ON bill(partyId);
CREATE TABLE bill_line (
  id TEXT PRIMARY KEY, billId TEXT NOT NULL REFERENCES bill(id), position INTEGER NOT NULL, purchaseLineId TEXT REFERENCES purchase_line(id), quantity INTEGER,
  category TEXT, description TEXT NOT NULL, amount INTEGER NOT NULL, vatRate INTEGER NOT NULL, netBase INTEGER NOT NULL, vatBase INTEGER NOT NULL,
  sharing TEXT NOT NULL, shipmentId TEXT REFERENCES shipment(id)
) STRICT;
CREATE INDEX bill_line_bill ON bill_line(billId, position);
CREATE INDEX bill_line_purchase ON bill_line(purchaseLineId) WHERE purchaseLineId IS NOT NULL;
CREATE TABLE bill_share (
  id TEXT PRIMARY KEY, billLineId TEXT NOT NULL REFERENCES bill_line(id), dealId TEXT NOT NULL REFERENCES deal(id), amount INTEGER NOT NULL, amountBase INTEGER NOT NULL
) STRICT;
CREATE INDEX bill_share_line ON bill_share(billLineId);
CREATE INDEX bill_share_deal ON bill_share(dealId);
CREATE TABLE receipt (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, bankAccountId TEXT NOT NULL REFERENCES bank_account(id), receivedOn TEXT NOT NULL, currency TEXT NOT NULL,
  amount INTEGER NOT NULL, charge INTEGER NOT NULL, rate INTEGER NOT NULL, amountBase INTEGER NOT NULL, payerName TEXT NOT NULL,
  customerId TEXT REFERENCES party(id), contractId TEXT REFERENCES sales_contract(id), dealId TEXT REFERENCES deal(id), remark TEXT NOT NULL, status TEXT NOT NULL,
  item TEXT NOT NULL, journalId INTEGER NOT NULL, claimJournalId INTEGER, ownerId TEXT REFERENCES user(id), departmentId TEXT, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_date ON receipt(receivedOn, id);
CREATE INDEX receipt_customer ON receipt(customerId);
CREATE TABLE payment (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, bankAccountId TEXT NOT NULL REFERENCES bank_account(id), paidOn TEXT NOT NULL, partyId TEXT NOT NULL REFERENCES party(id),
  currency TEXT NOT NULL, amount INTEGER NOT NULL, charge INTEGER NOT NULL, rate INTEGER NOT NULL, amountBase INTEGER NOT NULL,
  contractId TEXT REFERENCES purchase_contract(id), remark TEXT NOT NULL, status TEXT NOT NULL, item TEXT NOT NULL, journalId INTEGER NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX payment_date ON payment(paidOn, id);
CREATE INDEX payment_party ON payment(partyId);
CREATE TABLE transfer (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, "on" TEXT NOT NULL, fromAccountId TEXT NOT NULL REFERENCES bank_account(id), toAccountId TEXT NOT NULL REFERENCES bank_account(id),
  amountOut INTEGER NOT NULL, amountIn INTEGER NOT NULL, difference INTEGER NOT NULL, remark TEXT NOT NULL, status TEXT NOT NULL, journalId INTEGER NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE TABLE credit_note (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, partyId TEXT NOT NULL REFERENCES party(id), "on" TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL,
  rate INTEGER NOT NULL, dealId TEXT REFERENCES deal(id), reason TEXT NOT NULL, status TEXT NOT NULL, journalId INTEGER NOT NULL, createdAt TEXT NOT NULL
) STRICT;
-- One row per application of a source item (advance, prepayment, credit note, receipt) to a target item; its journal moves both.
CREATE TABLE allocation (
  id TEXT PRIMARY KEY, batchId TEXT NOT NULL, "on" TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, sourceAmount INTEGER NOT NULL, amount INTEGER NOT NULL,
  difference INTEGER NOT NULL, status TEXT NOT NULL, journalId INTEGER NOT NULL
) STRICT;
CREATE INDEX allocation_batch ON allocation(batchId);
CREATE INDEX allocation_source ON allocation(source);
CREATE INDEX allocation_target ON allocation(target);

-- search -------------------------------------------------------------------------------------------------------------------------------
CREATE TABLE search_entry (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, ownerId TEXT, departmentId TEXT,
  text TEXT NOT NULL, initials TEXT NOT NULL
) STRICT;
CREATE INDEX search_entry_title ON search_entry(title COLLATE NOCASE);
CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE search_initials USING fts5(initials, content='', contentless_delete=1, tokenize='trigram');
`
