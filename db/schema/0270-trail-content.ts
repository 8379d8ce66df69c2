// Migration 270: an entry of the trail holds the hashes of what its command wrote. What stands already is sealed when the tables are made (people U55, U56).

export const trailContent = `
-- Both null in entries from before: what they wrote is sealed below.
ALTER TABLE audit ADD COLUMN changes TEXT;
ALTER TABLE audit ADD COLUMN ledger TEXT;
CREATE INDEX journal_pos ON journal(pos);

-- One row for each position that stood when this came; \`hash\` chains them, and the entry of kind 'seal' holds the last.
CREATE TABLE audit_seal (pos INTEGER PRIMARY KEY, changes TEXT NOT NULL, ledger TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER audit_seal_keep_update BEFORE UPDATE ON audit_seal BEGIN SELECT RAISE(ABORT, 'seals never change'); END;
CREATE TRIGGER audit_seal_keep_delete BEFORE DELETE ON audit_seal BEGIN SELECT RAISE(ABORT, 'seals are never removed'); END;
`
