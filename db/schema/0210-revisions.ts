// Migration 210: revisions of what was overwritten without one (settings, exchange rates), so that nobody's change is lost to another's.

export const revisions = `
ALTER TABLE setting ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE exchange_rate ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
`
