// Migration 180: journals of an allocation on later days (ledger SPEC L9), goods that a factory's credit note names (treasury T14, T30), goods bought in another
// unit than they are sold in (purchasing P22).

export const daysAndGoods = `
-- JSON: ids of journals beside journalId, nearly always none.
ALTER TABLE allocation ADD COLUMN rests TEXT NOT NULL DEFAULT '[]';

-- VAT rate of a note without lines, scaled per cent.
ALTER TABLE credit_note ADD COLUMN vatRate INTEGER NOT NULL DEFAULT 0;
-- What of a note each purchase line bears: VAT-inclusive minor units of the note's currency, and net and VAT in base.
CREATE TABLE credit_note_line (
  id TEXT PRIMARY KEY, creditNoteId TEXT NOT NULL REFERENCES credit_note(id), position INTEGER NOT NULL, purchaseLineId TEXT NOT NULL REFERENCES purchase_line(id),
  amount INTEGER NOT NULL, vatRate INTEGER NOT NULL, netBase INTEGER NOT NULL, vatBase INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_note_line_note ON credit_note_line(creditNoteId);
CREATE INDEX credit_note_line_purchase ON credit_note_line(purchaseLineId);

-- Scaled quantities: so many units of the purchase line are so many units of the sales line it is bought for. Equal: one unit is one unit.
-- shipped counts in the unit of the sales line, quantity and billed in that of the purchase line.
ALTER TABLE purchase_line ADD COLUMN unitsBought INTEGER NOT NULL DEFAULT 10000;
ALTER TABLE purchase_line ADD COLUMN unitsSold INTEGER NOT NULL DEFAULT 10000;
`
