// Migration 510: desks that people have arranged, and those that the company gives to a role (workbench W30 and following).
import { grant } from './grants.ts'

export const workbenches = `
-- tiles: JSON (preload/contract/modules/workbench/tiles.ts); null where it was given up again, so that its revision goes on. One for each user and for each role.
CREATE TABLE workbench (
  id TEXT PRIMARY KEY, ownerId TEXT NOT NULL UNIQUE REFERENCES user(id), tiles TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE TABLE role_workbench (
  id TEXT PRIMARY KEY, roleId TEXT NOT NULL UNIQUE REFERENCES role(id), tiles TEXT, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
${['owner', 'administrator'].map((code) => grant(code, ['role-workbench.edit'])).join('\n')}
`
