// Migration 20: the double-entry ledger with the summaries that screens read. Postings carry integer keys (150 bytes a line, not 400).

import { chart } from '../reference/chart.ts'

const accounts = chart
  .map(
    (a) =>
      `INSERT INTO account(code, nameZh, nameEn, kind, itemised) VALUES ('${a.code}', '${a.nameZh}', '${a.nameEn}', '${a.kind}', ${a.itemised ? 1 : 0});`,
  )
  .join('\n')

export const ledger = `
-- uuid → small integer, so that a posting's dimensions cost a few bytes each.
CREATE TABLE ledger_key (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE account (code TEXT PRIMARY KEY, nameZh TEXT NOT NULL, nameEn TEXT NOT NULL, kind TEXT NOT NULL, itemised INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY, date TEXT NOT NULL, kind TEXT NOT NULL, documentKind TEXT NOT NULL, documentId TEXT NOT NULL, documentNumber TEXT NOT NULL,
  memo TEXT NOT NULL, pos INTEGER NOT NULL, reverses INTEGER UNIQUE REFERENCES journal(id)
) STRICT;
CREATE INDEX journal_document ON journal(documentId);
CREATE INDEX journal_date ON journal(date);

-- base and foreign are signed: debit positive, credit negative. They are equal when currency is the base currency.
CREATE TABLE posting (
  id INTEGER PRIMARY KEY, journalId INTEGER NOT NULL REFERENCES journal(id), date TEXT NOT NULL, account TEXT NOT NULL REFERENCES account(code),
  base INTEGER NOT NULL, currency TEXT NOT NULL, "foreign" INTEGER NOT NULL,
  party INTEGER, deal INTEGER, owner INTEGER, department INTEGER, bank INTEGER, contract INTEGER, shipment INTEGER, category TEXT, item INTEGER
) STRICT;
CREATE INDEX posting_journal ON posting(journalId);
CREATE INDEX posting_item ON posting(item, date) WHERE item IS NOT NULL;
CREATE INDEX posting_item_date ON posting(date, item, base, "foreign") WHERE item IS NOT NULL;
CREATE INDEX posting_deal ON posting(deal) WHERE deal IS NOT NULL;
CREATE INDEX posting_bank ON posting(bank, date, id) WHERE bank IS NOT NULL;
CREATE INDEX posting_account_date ON posting(account, date);
CREATE INDEX posting_party ON posting(party) WHERE party IS NOT NULL;
CREATE TRIGGER journal_keep_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journals never change'); END;
CREATE TRIGGER journal_keep_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journals are never removed'); END;
CREATE TRIGGER posting_keep_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'postings never change'); END;
CREATE TRIGGER posting_keep_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'postings are never removed'); END;

-- An open item: signed like its postings (a receivable is positive, an advance negative). openBase/openForeign = sum of its postings.
CREATE TABLE open_item (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, account TEXT NOT NULL, kind TEXT NOT NULL, party INTEGER, currency TEXT NOT NULL,
  documentDate TEXT NOT NULL, dueDate TEXT NOT NULL, "foreign" INTEGER NOT NULL, base INTEGER NOT NULL, openForeign INTEGER NOT NULL, openBase INTEGER NOT NULL,
  deal INTEGER, owner INTEGER, department INTEGER, contract INTEGER, shipment INTEGER,
  documentKind TEXT NOT NULL, documentId TEXT NOT NULL, documentNumber TEXT NOT NULL, journalId INTEGER NOT NULL
) STRICT;
CREATE INDEX open_item_open ON open_item(account, party, dueDate, openBase) WHERE openForeign <> 0 OR openBase <> 0;
CREATE INDEX open_item_document ON open_item(documentId);
CREATE INDEX open_item_party ON open_item(party, account);
CREATE INDEX open_item_deal ON open_item(deal, account) WHERE deal IS NOT NULL AND openForeign <> 0;

-- Kept beside the postings in the same transaction (ledger SPEC L6); a verifier recomputes them.
CREATE TABLE sum_account (account TEXT NOT NULL, month TEXT NOT NULL, currency TEXT NOT NULL, debit INTEGER NOT NULL, credit INTEGER NOT NULL, "foreign" INTEGER NOT NULL, PRIMARY KEY (account, month, currency)) STRICT, WITHOUT ROWID;
CREATE TABLE sum_party (account TEXT NOT NULL, party INTEGER NOT NULL, currency TEXT NOT NULL, base INTEGER NOT NULL, "foreign" INTEGER NOT NULL, PRIMARY KEY (account, party, currency)) STRICT, WITHOUT ROWID;
CREATE TABLE sum_bank (bank INTEGER NOT NULL, date TEXT NOT NULL, base INTEGER NOT NULL, "foreign" INTEGER NOT NULL, PRIMARY KEY (bank, date)) STRICT, WITHOUT ROWID;
CREATE TABLE sum_deal (deal INTEGER NOT NULL, account TEXT NOT NULL, category TEXT NOT NULL, currency TEXT NOT NULL, base INTEGER NOT NULL, "foreign" INTEGER NOT NULL, PRIMARY KEY (deal, account, category, currency)) STRICT, WITHOUT ROWID;
CREATE TABLE sum_month (month TEXT NOT NULL, account TEXT NOT NULL, owner INTEGER NOT NULL, department INTEGER NOT NULL, base INTEGER NOT NULL, PRIMARY KEY (month, account, owner, department)) STRICT, WITHOUT ROWID;

${accounts}
`
