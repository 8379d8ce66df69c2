// Migration 290: what became of commands that wrote nothing, and what a desk keeps for the office.

export const commandOutcomes = `
-- Of commands that were refused, by their ids: sent again, they get the same answer. What was accepted has its outcome in the trail. The entry of the refusal
-- in the trail is auditId; digest is of the input. held: kept for a person to decide.
CREATE TABLE command_outcome (
  commandId TEXT PRIMARY KEY, result TEXT NOT NULL CHECK (result IN ('rejected', 'held')), auditId INTEGER NOT NULL REFERENCES audit(id),
  name TEXT NOT NULL, userId TEXT NOT NULL, digest TEXT NOT NULL, refusal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- On a desk alone, in the order in which they were typed: commands that the office has not taken yet. 'done' ran here, 'waits' did not run.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY, commandId TEXT NOT NULL UNIQUE, name TEXT NOT NULL, userId TEXT NOT NULL, at TEXT NOT NULL,
  input TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('done', 'waits')), outcome TEXT
) STRICT;
`
