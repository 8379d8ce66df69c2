// Migration 350: what papers say of customers and sales contracts beside what the business needed before. Section 8 of papers.

export const onPapers = `
-- documentLanguage: 'en', 'zh' or 'en-zh'; null for English. consignee, notifyParty: as they stand on papers, name and address; '' for the buyer, for nobody. marks: '' for the usual.
ALTER TABLE party ADD COLUMN documentLanguage TEXT;
ALTER TABLE party ADD COLUMN consignee TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN notifyParty TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN marks TEXT NOT NULL DEFAULT '';
-- moreOrLess: per cent (scaled) that may be shipped more or less; 0 for none.
ALTER TABLE sales_contract ADD COLUMN consignee TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_contract ADD COLUMN notifyParty TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_contract ADD COLUMN marks TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_contract ADD COLUMN moreOrLess INTEGER NOT NULL DEFAULT 0;
`
