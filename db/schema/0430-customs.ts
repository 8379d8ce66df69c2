// Migration 430: customs declarations of shipments, what customs want to know of products, and corrections of customs' lists. Rules CD1 to CD8 of customs.
import { grant } from './grants.ts'

const all = ['customs-declaration.view', 'customs-declaration.edit', 'customs-declaration.export', 'customs-code.edit']

export const customs = `
-- A code that the company knows beside customs' own lists, or one of them by another name or out of use.
CREATE TABLE customs_code (
  id TEXT PRIMARY KEY, list TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, active INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX customs_code_of ON customs_code(list, code);
-- Its id is the product's. legalQuantity, secondQuantity: so many legal units in one that is sold (scaled); 0 by weight, or where the units are the same.
CREATE TABLE product_customs (
  id TEXT PRIMARY KEY REFERENCES product(id), declaredName TEXT NOT NULL, elements TEXT NOT NULL, brandType TEXT NOT NULL, preference TEXT NOT NULL,
  legalUnit TEXT NOT NULL, legalQuantity INTEGER NOT NULL, secondUnit TEXT NOT NULL, secondQuantity INTEGER NOT NULL, sourceArea TEXT NOT NULL,
  originCountry TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- freight, insurance, otherFees: minor units of feeCurrency.
CREATE TABLE customs_declaration (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, shipmentId TEXT NOT NULL UNIQUE REFERENCES shipment(id), exportOn TEXT, customsRegistration TEXT NOT NULL,
  exitOffice TEXT NOT NULL, exitPort TEXT NOT NULL, supervision TEXT NOT NULL, dutyNature TEXT NOT NULL, dutyMode TEXT NOT NULL, manualNumber TEXT NOT NULL,
  licenceNumber TEXT NOT NULL, producer TEXT NOT NULL, buyerAeo TEXT NOT NULL, tradeCountry TEXT NOT NULL, destinationCountry TEXT NOT NULL,
  destinationPort TEXT NOT NULL, packaging TEXT NOT NULL, dealTerms TEXT NOT NULL, sourceArea TEXT NOT NULL, feeCurrency TEXT NOT NULL, freight INTEGER,
  insurance INTEGER, otherFees INTEGER, attachedDocuments TEXT NOT NULL, remark TEXT NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- What goods that are sold for nothing are worth to customs: price of one (scaled).
CREATE TABLE customs_value (
  id TEXT PRIMARY KEY, declarationId TEXT NOT NULL REFERENCES customs_declaration(id), lineId TEXT NOT NULL, price INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX customs_value_of ON customs_value(declarationId, lineId);
${grant('owner', all)}
${grant('sales-manager', all)}
${grant('shipping-clerk', all)}
${grant('merchandiser', ['customs-declaration.view', 'customs-declaration.edit'])}
${grant('salesperson', ['customs-declaration.view'])}
${grant('accountant', ['customs-declaration.view'])}
${grant('auditor', ['customs-declaration.view', 'customs-declaration.export'])}
`
