// Migration 410: the text of files, to be found by. Rules FI23, FI24 of files.

export const fileTexts = `
-- content: the sha256 of the content that was read. It is not called so: a text keeps no content from being collected. text: '' where nothing could be read.
CREATE TABLE file_text (key INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE file_grams USING fts5(grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
`
