// Migration 470: a seal that goes across the pages of an issued contract. Rule PA27 of papers.
export const sealAcrossPages = `
ALTER TABLE issued_paper ADD COLUMN acrossPages INTEGER NOT NULL DEFAULT 0;
`
