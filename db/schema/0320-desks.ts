// Migration 320: the PCs that belong to the office, how one more joins, the company's own certificate, and the rights to them. Rules D1 to D20 of desks.
import { grant } from './grants.ts'

export const desks = `
-- secretHash: SHA-256 of what the desk shows at each request. letInBy: who opened the pairing with which it joined.
CREATE TABLE desk (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, secretHash TEXT NOT NULL, status TEXT NOT NULL, joinedAt TEXT NOT NULL,
  letInBy TEXT NOT NULL REFERENCES user(id), pairingId TEXT NOT NULL REFERENCES pairing(id), revokedAt TEXT, revision INTEGER NOT NULL
) STRICT;
-- Who may sign in there: holders of one of these roles; everybody where there is none.
CREATE TABLE desk_role (
  id TEXT PRIMARY KEY, deskId TEXT NOT NULL REFERENCES desk(id), roleId TEXT NOT NULL REFERENCES role(id), UNIQUE (deskId, roleId)
) STRICT;
-- One at a time is open; secretHash: SHA-256 of the id and the one-time secret. state: open, used or over.
CREATE TABLE pairing (
  id TEXT PRIMARY KEY, secretHash TEXT NOT NULL, openedBy TEXT NOT NULL REFERENCES user(id), openedAt TEXT NOT NULL, expiresAt TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX pairing_open ON pairing(state) WHERE state = 'open';
-- The office's own notes, neither captured nor audited. What a desk last came with:
CREATE TABLE desk_contact (
  deskId TEXT PRIMARY KEY REFERENCES desk(id), address TEXT NOT NULL, version TEXT NOT NULL, userId TEXT, lastSeenAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Wrong codes shown while a pairing was open:
CREATE TABLE pairing_try (pairingId TEXT PRIMARY KEY REFERENCES pairing(id), tries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- The company's own certificate authority: goes with the books wherever they go, so that desks trust the office on another PC too.
CREATE TABLE company_key (id INTEGER PRIMARY KEY CHECK (id = 1), certificate TEXT NOT NULL, privateKey TEXT NOT NULL, madeAt TEXT NOT NULL) STRICT;
${grant('owner', ['desk.view', 'desk.manage'])}
${grant('administrator', ['desk.view', 'desk.manage'])}
${grant('auditor', ['desk.view'])}
`
