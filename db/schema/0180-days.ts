// Migration 180: the journals that take the rounding of an allocation off on later days belong to the allocation (ledger SPEC L9).

export const days = `
-- JSON: ids of journals beside journalId, nearly always none.
ALTER TABLE allocation ADD COLUMN rests TEXT NOT NULL DEFAULT '[]';
`
