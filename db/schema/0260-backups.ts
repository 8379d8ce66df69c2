// Migration 260: the index of the backups that lie in the office's folder, what has been asked of them, and the rights to it. Rules U50 to U52 of backups.
import { grant } from './grants.ts'

export const backups = `
-- One row for each copy in the folder, read anew from the files themselves: the office's own note, neither captured nor audited.
-- id: the file's name without its ending. madeBy: a user's name as it was, null for a copy that the office made by itself. auditRows, auditHash: how the
-- audit trail ended in it.
CREATE TABLE backup (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, madeAt TEXT NOT NULL, madeBy TEXT, bytes INTEGER NOT NULL, result TEXT NOT NULL, finding TEXT, checkedAt TEXT,
  drilledAt TEXT, copiedAt TEXT, auditRows INTEGER, auditHash TEXT
) STRICT;
CREATE TABLE backup_task (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, backup TEXT, state TEXT NOT NULL, askedBy TEXT NOT NULL REFERENCES user(id), askedAt TEXT NOT NULL,
  finishedAt TEXT, finding TEXT
) STRICT;
CREATE INDEX backup_task_state ON backup_task(state, askedAt);
CREATE INDEX backup_task_finished ON backup_task(finishedAt) WHERE finishedAt IS NOT NULL;
${grant('owner', ['backup.view', 'backup.make', 'backup.restore'])}
${grant('administrator', ['backup.view', 'backup.make'])}
`
