// Migration 170: month-end revaluation of foreign currency (期末调汇), account by account and item by item, with its journals; receipts from vendors (退款).

export const revaluation = `
-- One posted row a month at most. Journals: of the bank accounts and of the open items on the last day of the month, and of the items' return the day after;
-- null where nothing differed.
CREATE TABLE revaluation (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, month TEXT NOT NULL, "on" TEXT NOT NULL, withAdvances INTEGER NOT NULL,
  bankDifference INTEGER NOT NULL, itemDifference INTEGER NOT NULL, bankJournalId INTEGER, itemJournalId INTEGER, returnJournalId INTEGER,
  status TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX revaluation_posted ON revaluation("on") WHERE status = 'posted';

-- subject: code of the bank account, or number of the item's document. rate is null where nothing was left in its currency.
CREATE TABLE revaluation_line (
  id TEXT PRIMARY KEY, revaluationId TEXT NOT NULL REFERENCES revaluation(id), position INTEGER NOT NULL, account TEXT NOT NULL,
  bankAccountId TEXT REFERENCES bank_account(id), item TEXT, subject TEXT NOT NULL, currency TEXT NOT NULL, "foreign" INTEGER NOT NULL, rate INTEGER,
  baseBefore INTEGER NOT NULL, baseAfter INTEGER NOT NULL
) STRICT;
CREATE INDEX revaluation_line_of ON revaluation_line(revaluationId, position);

-- Of a receipt either the customer or the vendor is known, or nobody yet.
ALTER TABLE receipt ADD COLUMN vendorId TEXT REFERENCES party(id);
`
