// The texts of files and their index: found by any two letters that stand side by side, as records are (search.ts). Whose files they are and who may read them is
// for who asks. Rules FI23, FI24 of files.
import { plainText } from '../preload/contract/vocabulary/fold.ts'
import type { Sql } from './open.ts'
import { gramsOf, pairs } from './search.ts'

const MOST_WORDS = 6
/** A longer word is looked for by its beginning: every pair more costs a posting list. */
const MOST_LETTERS = 24

const plainWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(plainText)
    .filter((word) => word !== '')

/** Keeps the text of a content; '' for one that has none, so that it is not read again. Only inside a write transaction. */
export const putFileText = (sql: Sql, content: string, text: string): void => {
  dropFileTexts(sql, [content])
  const { lastInsertRowid } = sql.prepare('INSERT INTO file_text(content, text) VALUES (?,?)').run(content, text)
  const grams = gramsOf(plainWords(text))
  if (grams !== '') sql.prepare('INSERT INTO file_grams(rowid, grams) VALUES (?,?)').run(lastInsertRowid, grams)
}

/** Forgets the texts of these contents. Only inside a write transaction. */
export const dropFileTexts = (sql: Sql, contents: readonly string[]): void => {
  for (const content of contents) {
    const found = sql.prepare('SELECT key FROM file_text WHERE content = ?').get(content) as { key: number } | undefined
    if (!found) continue
    sql.prepare('DELETE FROM file_grams WHERE rowid = ?').run(found.key)
    sql.prepare('DELETE FROM file_text WHERE key = ?').run(found.key)
  }
}

/** What `file_grams` is asked with for words that must all stand in a text; undefined where none of them has two letters. */
export const fileTextMatch = (text: string): string | undefined => {
  const words = plainWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => [...word].slice(0, MOST_LETTERS).join(''))
    .filter((word) => [...word].length > 1)
  return words.length === 0 ? undefined : words.map((word) => `"${pairs(word)}"`).join(' AND ')
}
