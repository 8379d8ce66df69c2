// Migration 340: files on records, their versions, and contents that were received and hang on nothing yet. Rules FI4 to FI9 of files.

export const files = `
-- recordKind, recordId: the record it hangs on. version: the one that is shown. isMain: the picture by which a product is known.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY, recordKind TEXT NOT NULL, recordId TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, isMain INTEGER NOT NULL, addedAt TEXT NOT NULL, addedBy TEXT NOT NULL,
  binnedAt TEXT, binnedBy TEXT, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_of ON attachment(recordId, recordKind);
CREATE INDEX attachment_binned ON attachment(binnedAt) WHERE binnedAt IS NOT NULL;
CREATE INDEX attachment_signed ON attachment(kind, recordKind, recordId) WHERE binnedAt IS NULL;
-- sha256: its content beside the database. pictureSha256: a small picture of it, where there is one.
CREATE TABLE attachment_version (
  id TEXT PRIMARY KEY, attachmentId TEXT NOT NULL REFERENCES attachment(id), version INTEGER NOT NULL, name TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL, width INTEGER, height INTEGER, pictureSha256 TEXT,
  addedAt TEXT NOT NULL, addedBy TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX attachment_version_of ON attachment_version(attachmentId, version);
CREATE INDEX attachment_version_content ON attachment_version(sha256);
-- What this person has sent: only they may hang it on a record, for a day.
CREATE TABLE received_content (
  sha256 TEXT NOT NULL, userId TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL, width INTEGER, height INTEGER, receivedAt TEXT NOT NULL,
  PRIMARY KEY (sha256, userId)
) STRICT, WITHOUT ROWID;
`
