// Migration 420: what was found of the contents of files beside a backup. Rule FI26 of files.

export const filesBesideBackups = `
-- filesLacking: contents that the copy refers to and that are not beside it, or not as they were written; null while nobody has looked. lackingNames: of the first.
ALTER TABLE backup ADD COLUMN filesLacking INTEGER;
ALTER TABLE backup ADD COLUMN lackingNames TEXT NOT NULL DEFAULT '';
`
