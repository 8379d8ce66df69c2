// The search index: one entry a record, found by any part of its texts (pairs of characters) or of their pinyin (trigrams). stack.md 12.
import type { Sql } from './open.ts'

export type SearchEntry = {
  id: string
  kind: string
  /** What a result shows: the name or number, and a second line. Both are searched too. */
  title: string
  detail: string
  ownerId: string | null
  departmentId: string | null
  /** Further texts to be found by: names in other languages, codes, numbers. */
  words: readonly string[]
  /** Pinyin of the Chinese ones: initials and whole syllables, in Latin letters; the title's before the others'. */
  spellings: readonly string[]
}
export type FoundEntry = { id: string; kind: string; title: string; detail: string }
/** Entries of this kind that may be found; `within` limits them to an owner's and some departments' own. */
export type SearchKind = { kind: string; within?: { ownerId: string; departmentIds: readonly string[] } }

/** Letters and figures alone, in lower case, full width as half: "SC2026-0042" and "sc20260042" are one. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const MAX_FIELD = 400
/** Stands between the pairs of two texts, so that nothing is found across them: a single letter is never a pair. */
const BETWEEN = ' x '
const pairs = (text: string): string => {
  const letters = [...text]
  return letters.length < 2
    ? text
    : letters
        .slice(1)
        .map((c, i) => `${letters[i]}${c}`)
        .join(' ')
}
const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((t) => plainText(t).slice(0, MAX_FIELD)).filter((t) => t !== '')),
]

type Kept = {
  key: number
  kind: string
  title: string
  detail: string
  ownerId: string | null
  departmentId: string | null
  text: string
  initials: string
}
const kept = (sql: Sql, id: string) =>
  sql.prepare('SELECT key, kind, title, detail, ownerId, departmentId, text, initials FROM search_entry WHERE id = ?').get(id) as
    | Kept
    | undefined

/** Puts a record into the index, or brings its entry up to date; what stays the same is not written. */
export const indexEntry = (sql: Sql, entry: SearchEntry): void => {
  const texts = distinct([entry.title, entry.detail, ...entry.words])
  const text = texts.join(' ')
  const initials = distinct(entry.spellings).join(' ')
  const { id, kind, title, detail, ownerId, departmentId } = entry
  const old = kept(sql, id)
  if (!old) {
    const { key } = sql
      .prepare(
        'INSERT INTO search_entry(id, kind, title, detail, ownerId, departmentId, text, initials) VALUES (?,?,?,?,?,?,?,?) RETURNING key',
      )
      .get(id, kind, title, detail, ownerId, departmentId, text, initials) as { key: number }
    putGrams(sql, key, texts, initials)
    return
  }
  sql
    .prepare('UPDATE search_entry SET kind = ?, title = ?, detail = ?, ownerId = ?, departmentId = ?, text = ?, initials = ? WHERE key = ?')
    .run(kind, title, detail, ownerId, departmentId, text, initials, old.key)
  if (old.text === text && old.initials === initials) return
  removeGrams(sql, old.key)
  putGrams(sql, old.key, texts, initials)
}

const putGrams = (sql: Sql, key: number, texts: readonly string[], initials: string): void => {
  sql.prepare('INSERT INTO search_grams(rowid, grams) VALUES (?,?)').run(key, texts.map(pairs).join(BETWEEN))
  if (initials !== '') sql.prepare('INSERT INTO search_initials(rowid, initials) VALUES (?,?)').run(key, initials)
}
const removeGrams = (sql: Sql, key: number): void => {
  sql.prepare('DELETE FROM search_grams WHERE rowid = ?').run(key)
  sql.prepare('DELETE FROM search_initials WHERE rowid = ?').run(key)
}

/** Takes a record out of the index; nothing happens when it is not there. */
export const removeEntry = (sql: Sql, id: string): void => {
  const old = kept(sql, id)
  if (!old) return
  removeGrams(sql, old.key)
  sql.prepare('DELETE FROM search_entry WHERE key = ?').run(old.key)
}

/** Gives a record's entry another owner. */
export const moveEntry = (sql: Sql, id: string, ownerId: string | null, departmentId: string | null): void =>
  void sql.prepare('UPDATE search_entry SET ownerId = ?, departmentId = ? WHERE id = ?').run(ownerId, departmentId, id)

// ---- finding -----------------------------------------------------------------------------------------------------------------------------

/** Newest entries that are ranked for one search: enough that the best of them are the best, few enough for every keystroke. */
const CANDIDATES = 300
const MAX_WORDS = 6

type Condition = { sql: string; values: unknown[] }
const and = (...parts: Condition[]): Condition => ({ sql: parts.map((p) => p.sql).join(' AND '), values: parts.flatMap((p) => p.values) })

const visible = (kinds: readonly SearchKind[]): Condition => {
  const parts = kinds.map(({ kind, within }): Condition => {
    if (!within) return { sql: 'e.kind = ?', values: [kind] }
    const departments = within.departmentIds.length > 0 ? ` OR e.departmentId IN (${within.departmentIds.map(() => '?').join(',')})` : ''
    return { sql: `(e.kind = ? AND (e.ownerId = ?${departments}))`, values: [kind, within.ownerId, ...within.departmentIds] }
  })
  return { sql: `(${parts.map((p) => p.sql).join(' OR ')})`, values: parts.flatMap((p) => p.values) }
}

type Candidate = FoundEntry & { key: number; text: string; initials: string }
const COLUMNS = 'e.key, e.id, e.kind, e.title, e.detail, e.text, e.initials'
const newest = (sql: Sql, from: string, where: Condition, order: string): Candidate[] =>
  sql
    .prepare(`SELECT ${COLUMNS} FROM ${from} WHERE ${where.sql} ORDER BY ${order} DESC LIMIT ${CANDIDATES}`)
    .all(...where.values) as Candidate[]

const isLatin = (word: string): boolean => /^[a-z0-9]+$/.test(word)
const isLong = (word: string, least: number): boolean => [...word].length >= least

/** Letters of a long word that are looked up at either end; the rest is compared in the text: every pair more costs a posting list. */
const EDGE = 4
const phrases = (word: string): string => {
  const letters = [...word]
  const parts = letters.length <= 2 * EDGE ? [word] : [letters.slice(0, EDGE).join(''), letters.slice(-EDGE).join('')]
  return parts.map((part) => `"${pairs(part)}"`).join(' AND ')
}
const inText = (word: string): Condition => ({ sql: 'instr(e.text, ?) > 0', values: [word] })
const inSpelling = (word: string): Condition => ({ sql: 'instr(e.initials, ?) > 0', values: [word] })

/** Entries with these words (of two letters and more) in their texts: the full-text table leads and gives the newest first. */
const ledByTexts = (sql: Sql, words: readonly string[], rest: Condition): Candidate[] => {
  const match: Condition = { sql: 'search_grams MATCH ?', values: [words.map(phrases).join(' AND ')] }
  const whole = words.filter((w) => isLong(w, 2 * EDGE + 1)).map(inText)
  return newest(sql, 'search_grams g JOIN search_entry e ON e.key = g.rowid', and(match, ...whole, rest), 'g.rowid')
}
/** The same for words (Latin, of three letters and more) in their pinyin. */
const ledBySpellings = (sql: Sql, words: readonly string[], rest: Condition): Candidate[] => {
  const match: Condition = { sql: 'search_initials MATCH ?', values: [words.map((w) => `"${w}"`).join(' AND ')] }
  return newest(sql, 'search_initials g JOIN search_entry e ON e.key = g.rowid', and(match, rest), 'g.rowid')
}

/** All words in the texts. */
const byTexts = (sql: Sql, words: readonly string[], who: Condition): Candidate[] => {
  const long = words.filter((w) => isLong(w, 2))
  const rest = and(...words.filter((w) => !isLong(w, 2)).map(inText), who)
  return long.length === 0 ? newest(sql, 'search_entry e', rest, 'e.key') : ledByTexts(sql, long, rest)
}

/** All words in the pinyin. */
const bySpellings = (sql: Sql, words: readonly string[], who: Condition): Candidate[] => {
  if (!words.every(isLatin)) return []
  const long = words.filter((w) => isLong(w, 3))
  const rest = and(...words.filter((w) => !isLong(w, 3)).map(inSpelling), who)
  return long.length === 0 ? newest(sql, 'search_entry e', rest, 'e.key') : ledBySpellings(sql, long, rest)
}

/** Some words in the texts and the others in the pinyin: the longest leads, first in the texts and then in the pinyin. */
const byBoth = (sql: Sql, words: readonly string[], who: Condition): Candidate[] => {
  if (words.length < 2 || !words.some(isLatin)) return []
  const [lead = '', ...others] = words.toSorted((a, b) => b.length - a.length)
  const each = others.map((word): Condition => ({ sql: '(instr(e.text, ?) > 0 OR instr(e.initials, ?) > 0)', values: [word, word] }))
  const rest = and(...each, who)
  const inTexts = isLong(lead, 2) ? ledByTexts(sql, [lead], rest) : newest(sql, 'search_entry e', and(inText(lead), rest), 'e.key')
  if (!isLatin(lead)) return inTexts
  const inPinyin = isLong(lead, 3) ? ledBySpellings(sql, [lead], rest) : newest(sql, 'search_entry e', and(inSpelling(lead), rest), 'e.key')
  return [...inTexts, ...inPinyin]
}

/** Titles that begin with what is typed, however old: an exact number is never crowded out by newer ones. */
const byTitle = (sql: Sql, text: string, who: Condition): Candidate[] => {
  const begins: Condition = { sql: 'e.title COLLATE NOCASE >= ? AND e.title COLLATE NOCASE < ?', values: [text, `${text}\u{10FFFF}`] }
  return sql
    .prepare(`SELECT ${COLUMNS} FROM search_entry e WHERE ${begins.sql} AND ${who.sql} ORDER BY e.title COLLATE NOCASE LIMIT 20`)
    .all(...begins.values, ...who.values) as Candidate[]
}

/** The title's own spellings come first: initials and whole pinyin. A title without Chinese has none; then all are of other texts. */
const titleSpellings = ({ title, initials }: Candidate): string[] => (/\p{Script=Han}/u.test(title) ? initials.split(' ').slice(0, 2) : [])

/** 0 the very title, 1 it begins so (or its pinyin), 2 within it, 3 elsewhere in the texts, 4 elsewhere by pinyin. */
const rank = (candidate: Candidate, typed: string, words: readonly string[]): number => {
  const title = plainText(candidate.title)
  if (title === typed) return 0
  const spelt = titleSpellings(candidate)
  if (title.startsWith(typed) || spelt.some((s) => s.startsWith(typed))) return 1
  if (words.every((w) => title.includes(w) || spelt.some((s) => s.includes(w)))) return 2
  return words.every((w) => candidate.text.includes(w)) ? 3 : 4
}

/** The best entries for what is typed: every word must be found, in any order; the nearest titles first, then the newest. */
export const searchEntries = (sql: Sql, text: string, limit: number, kinds: readonly SearchKind[]): FoundEntry[] => {
  const words = text
    .split(/\s+/)
    .map(plainText)
    .filter((w) => w !== '')
    .slice(0, MAX_WORDS)
  if (words.length === 0 || kinds.length === 0) return []
  const who = visible(kinds)
  const typed = words.join('')
  const found = new Map<number, Candidate>()
  const add = (rows: Candidate[]) => rows.forEach((r) => found.set(r.key, r))
  add(byTitle(sql, text.trim(), who))
  add(byTexts(sql, words, who))
  add(bySpellings(sql, words, who))
  if (found.size === 0) add(byBoth(sql, words, who))
  return [...found.values()]
    .map((c) => ({ c, rank: rank(c, typed, words) }))
    .sort((a, b) => a.rank - b.rank || b.c.key - a.c.key)
    .slice(0, limit)
    .map(({ c: { id, kind, title, detail } }) => ({ id, kind, title, detail }))
}
