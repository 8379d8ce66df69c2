// Migration 150: entries of the search index wait here, and are found here, until they are taken into the full-text tables between two commands.

export const searchWaiting = `
CREATE TABLE search_waiting (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, ownerId TEXT, departmentId TEXT, text TEXT NOT NULL, initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
