// Migration 160: bank details that a second person confirms before money is paid to them (银行资料), of vendors and of our own accounts.
import { grant } from './grants.ts'

const grants = [
  ...['owner', 'accountant', 'cashier'].map((code) => grant(code, ['vendor.submit', 'bank-account.submit'])),
  ...['purchaser', 'shipping-clerk'].map((code) => grant(code, ['vendor.submit'])),
].join('\n')

export const bankDetails = `
-- Where a vendor (holder 'vendor') or our own account ('bank-account') is paid: one row for each, by its id. version counts every change; a confirmation
-- is bound to it. details: what is confirmed, '' when they were taken out; before: what
-- stood there until the last change; confirmed: what a second person confirmed last. changedBy is null for what stood here before.
CREATE TABLE bank_details (
  id TEXT PRIMARY KEY, holder TEXT NOT NULL, version INTEGER NOT NULL, details TEXT NOT NULL, before TEXT, confirmed TEXT,
  changedBy TEXT REFERENCES user(id), changedAt TEXT NOT NULL
) STRICT;
INSERT INTO bank_details(id, holder, version, details, changedAt)
  SELECT id, 'vendor', 1, name || CASE WHEN trim(nameZh) = '' THEN '' ELSE char(10) || nameZh END || char(10) || bankDetails, createdAt
  FROM party WHERE kind <> 'customer' AND trim(bankDetails) <> '';
INSERT INTO bank_details(id, holder, version, details, changedAt)
  SELECT id, 'bank-account', 1, CASE WHEN bankName = '' THEN '' ELSE bankName || char(10) END || accountNumber || CASE WHEN swift = '' THEN '' ELSE char(10) || swift END, openedOn
  FROM bank_account WHERE accountNumber <> '';

-- Who entered what was submitted, where that is kept: he decides on it no more than who submitted it.
ALTER TABLE approval ADD COLUMN enteredBy TEXT REFERENCES user(id);

${grants}
`
