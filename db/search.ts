// The search index: one entry a record, found by any part of its texts (pairs of characters) or of their pinyin (trigrams). stack.md 12.
import { plainText } from '../preload/contract/vocabulary/fold.ts'
import type { Sql } from './open.ts'
import { cutText } from '../preload/contract/vocabulary/texts.ts'

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
/**
 * Entries of this kind that may be found; `within` limits them to an owner's and some departments' own. `above`: whose they are, the row says that the record's
 * column names, as long as it is one of `rows`; records of other rows are everybody's. Names of tables and columns come from declarations, never from an input.
 */
export type SearchKind = {
  kind: string
  within?: {
    ownerId: string
    departmentIds: readonly string[]
    above?: { table: string; column: string; parent: string; rows?: { column: string; values: readonly string[] } | undefined }
  }
}

const MAX_FIELD = 400
/** Stands between the pairs of two texts, so that nothing is found across them: a single letter is never a pair. */
const BETWEEN = ' x '
/** The letters of a word, two by two. */
export const pairs = (text: string): string => {
  const letters = [...text]
  return letters.length < 2
    ? text
    : letters
        .slice(1)
        .map((c, i) => `${letters[i]}${c}`)
        .join(' ')
}
/** Words as the full-text tables hold them. */
export const gramsOf = (words: readonly string[]): string => words.map(pairs).join(BETWEEN)
const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((t) => cutText(plainText(t), MAX_FIELD)).filter((t) => t !== '')),
]

/** An entry as it is kept: its texts for comparing, apart from each other by a blank, which no text holds. */
type Kept = Omit<SearchEntry, 'words' | 'spellings'> & { text: string; initials: string }
const COLUMNS_KEPT = ['id', 'kind', 'title', 'detail', 'ownerId', 'departmentId', 'text', 'initials'] as const
const valuesOf = (entry: Kept) => COLUMNS_KEPT.map((c) => entry[c])

/**
 * Puts a record into the index, or brings its entry up to date. The entry waits in one narrow row, where it is found at once; the full-text tables,
 * which cost more than all else of a small command, take it in between two commands (`takeInEntries`).
 */
export const indexEntry = (sql: Sql, { words, spellings, ...entry }: SearchEntry): void => {
  const text = distinct([entry.title, entry.detail, ...words]).join(' ')
  const initials = distinct(spellings).join(' ')
  sql
    .prepare(
      `INSERT INTO search_waiting(${COLUMNS_KEPT.join(', ')}) VALUES (?,?,?,?,?,?,?,?)
       ON CONFLICT DO UPDATE SET ${COLUMNS_KEPT.slice(1)
         .map((c) => `${c} = excluded.${c}`)
         .join(', ')}`,
    )
    .run(...valuesOf({ ...entry, text, initials }))
}

/**
 * Takes up to `most` waiting entries into the full-text tables; what stays the same is not written. Gives how many were waiting, at most `most`.
 * Only inside a write transaction.
 */
export const takeInEntries = (sql: Sql, most: number): number => {
  const waiting = sql.prepare(`SELECT ${COLUMNS_KEPT.join(', ')} FROM search_waiting ORDER BY id LIMIT ?`).all(most) as Kept[]
  for (const entry of waiting) takeIn(sql, entry)
  const last = waiting.at(-1)
  if (last) sql.prepare('DELETE FROM search_waiting WHERE id <= ?').run(last.id)
  return waiting.length
}

type InIndex = { key: number; text: string; initials: string }
const inIndex = (sql: Sql, id: string) =>
  sql.prepare('SELECT key, text, initials FROM search_entry WHERE id = ?').get(id) as InIndex | undefined

const takeIn = (sql: Sql, entry: Kept): void => {
  const old = inIndex(sql, entry.id)
  if (!old) {
    const { lastInsertRowid } = sql
      .prepare(`INSERT INTO search_entry(${COLUMNS_KEPT.join(', ')}) VALUES (?,?,?,?,?,?,?,?)`)
      .run(...valuesOf(entry))
    putGrams(sql, Number(lastInsertRowid), entry)
    return
  }
  sql.prepare(`UPDATE search_entry SET ${COLUMNS_KEPT.map((c) => `${c} = ?`).join(', ')} WHERE key = ?`).run(...valuesOf(entry), old.key)
  if (old.text === entry.text && old.initials === entry.initials) return
  removeGrams(sql, old.key)
  putGrams(sql, old.key, entry)
}

const putGrams = (sql: Sql, key: number, { text, initials }: Kept): void => {
  sql.prepare('INSERT INTO search_grams(rowid, grams) VALUES (?,?)').run(key, gramsOf(text.split(' ')))
  if (initials !== '') sql.prepare('INSERT INTO search_initials(rowid, initials) VALUES (?,?)').run(key, initials)
}

const removeGrams = (sql: Sql, key: number): void => {
  sql.prepare('DELETE FROM search_grams WHERE rowid = ?').run(key)
  sql.prepare('DELETE FROM search_initials WHERE rowid = ?').run(key)
}

/** Takes a record out of the index; nothing happens when it is not there. */
export const removeEntry = (sql: Sql, id: string): void => {
  sql.prepare('DELETE FROM search_waiting WHERE id = ?').run(id)
  const old = inIndex(sql, id)
  if (!old) return
  removeGrams(sql, old.key)
  sql.prepare('DELETE FROM search_entry WHERE key = ?').run(old.key)
}

/** Gives a record's entry another owner. */
export const moveEntry = (sql: Sql, id: string, ownerId: string | null, departmentId: string | null): void => {
  for (const table of ['search_waiting', 'search_entry'])
    sql.prepare(`UPDATE ${table} SET ownerId = ?, departmentId = ? WHERE id = ?`).run(ownerId, departmentId, id)
}

// ---- finding -----------------------------------------------------------------------------------------------------------------------------

/** Newest entries that are ranked for one search: enough that the best of them are the best, few enough for every keystroke. */
const CANDIDATES = 300
const MAX_WORDS = 6

type Condition = { sql: string; values: unknown[] }
const and = (...parts: Condition[]): Condition => ({ sql: parts.map((p) => p.sql).join(' AND '), values: parts.flatMap((p) => p.values) })

const marks = (values: readonly unknown[]) => values.map(() => '?').join(',')
type Within = NonNullable<SearchKind['within']>
const ownedBy = (row: 'e' | 'p', ownerId: string, departmentIds: readonly string[]): Condition => ({
  sql: `(${row}.ownerId = ?${departmentIds.length > 0 ? ` OR ${row}.departmentId IN (${marks(departmentIds)})` : ''})`,
  values: [ownerId, ...departmentIds],
})
const ofRowAbove = ({ table, column, parent, rows }: NonNullable<Within['above']>, owned: Condition): Condition => {
  const everybodys = rows ? ` OR p."${rows.column}" NOT IN (${marks(rows.values)})` : ''
  return {
    sql: `EXISTS (SELECT 1 FROM "${table}" r JOIN "${parent}" p ON p.id = r."${column}" WHERE r.id = e.id AND (${owned.sql}${everybodys}))`,
    values: [...owned.values, ...(rows?.values ?? [])],
  }
}
const visible = (kinds: readonly SearchKind[] | 'every'): Condition => {
  if (kinds === 'every') return { sql: '1', values: [] }
  const whole = kinds.flatMap(({ kind, within }) => (within ? [] : [kind]))
  const parts = kinds.flatMap(({ kind, within }): Condition[] => {
    if (!within) return []
    const { ownerId, departmentIds, above } = within
    const owned = ownedBy(above ? 'p' : 'e', ownerId, departmentIds)
    return [and({ sql: 'e.kind = ?', values: [kind] }, above ? ofRowAbove(above, owned) : owned)].map((part) => ({
      ...part,
      sql: `(${part.sql})`,
    }))
  })
  if (whole.length > 0) parts.unshift({ sql: `e.kind IN (${marks(whole)})`, values: whole })
  return { sql: `(${parts.map((p) => p.sql).join(' OR ')})`, values: parts.flatMap((p) => p.values) }
}

type Candidate = FoundEntry & { key: number; text: string; initials: string }
const SHOWN = 'e.id, e.kind, e.title, e.detail, e.text, e.initials'
const COLUMNS = `e.key, ${SHOWN}`
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

const beginsWith = (text: string): Condition => ({
  sql: 'e.title COLLATE NOCASE >= ? AND e.title COLLATE NOCASE < ?',
  values: [text, `${text}\u{10FFFF}`],
})
/** Titles that begin with what is typed, however old: an exact number is never crowded out by newer ones. */
const byTitle = (sql: Sql, text: string, who: Condition): Candidate[] => {
  const begins = beginsWith(text)
  return sql
    .prepare(`SELECT ${COLUMNS} FROM search_entry e WHERE ${begins.sql} AND ${who.sql} ORDER BY e.title COLLATE NOCASE LIMIT 20`)
    .all(...begins.values, ...who.values) as Candidate[]
}

/** What waits to be taken in is compared as it is: it is little. A record that is in the index already keeps its place there; new ones are the newest. */
const stillWaiting = (sql: Sql, condition: Condition, who: Condition): Candidate[] => {
  const where = and(condition, who)
  return sql
    .prepare(
      `SELECT coalesce((SELECT key FROM search_entry WHERE id = e.id), ${Number.MAX_SAFE_INTEGER}) AS key, ${SHOWN}
       FROM search_waiting e WHERE ${where.sql} ORDER BY e.id DESC LIMIT ${CANDIDATES}`,
    )
    .all(...where.values) as Candidate[]
}
const oneOf = (...parts: Condition[]): Condition => ({
  sql: `(${parts.map((p) => `(${p.sql})`).join(' OR ')})`,
  values: parts.flatMap((p) => p.values),
})
const waitingWith = (sql: Sql, text: string, words: readonly string[], who: Condition): Candidate[] => {
  const spelt = words.every(isLatin) ? [and(...words.map(inSpelling))] : []
  const byWords = oneOf(and(...words.map(inText)), ...spelt)
  return [...stillWaiting(sql, beginsWith(text), who), ...stillWaiting(sql, byWords, who)]
}
const waitingByBoth = (sql: Sql, words: readonly string[], who: Condition): Candidate[] =>
  words.length < 2 || !words.some(isLatin) ? [] : stillWaiting(sql, and(...words.map((w) => oneOf(inText(w), inSpelling(w)))), who)

/** The title's own spellings come first: initials and whole pinyin. A title without Chinese has none; then all are of other texts. */
const titleSpellings = ({ title, initials }: Candidate): string[] => (/\p{Script=Han}/u.test(title) ? initials.split(' ').slice(0, 2) : [])

/** As `plainText` of the title, which stands first in the entry's text: working it out anew for every candidate would cost as much as finding it. */
const plainTitle = ({ title, text }: Candidate): string => {
  if (!/[\p{L}\p{N}]/u.test(title)) return plainText(title)
  const end = text.indexOf(' ')
  return end < 0 ? text : text.slice(0, end)
}

/** 0 the very title, 1 it begins so (or its pinyin), 2 within it, 3 elsewhere in the texts, 4 elsewhere by pinyin. */
const rank = (candidate: Candidate, typed: string, words: readonly string[]): number => {
  const title = plainTitle(candidate)
  if (title === typed) return 0
  // Pinyin is Latin letters alone: nothing else that is typed can be found in it.
  const spelt = words.some(isLatin) ? titleSpellings(candidate) : []
  if (title.startsWith(typed) || spelt.some((s) => s.startsWith(typed))) return 1
  if (words.every((w) => title.includes(w) || spelt.some((s) => s.includes(w)))) return 2
  return words.every((w) => candidate.text.includes(w)) ? 3 : 4
}

/** The best entries for what is typed: every word must be found, in any order; the nearest titles first, then the newest. `every`: for who sees all there is. */
export const searchEntries = (sql: Sql, text: string, limit: number, kinds: readonly SearchKind[] | 'every'): FoundEntry[] => {
  const words = text
    .split(/\s+/)
    .map(plainText)
    .filter((w) => w !== '')
    .slice(0, MAX_WORDS)
  if (words.length === 0 || kinds.length === 0) return []
  const who = visible(kinds)
  const typed = words.join('')
  const found = new Map<string, Candidate>()
  const add = (rows: Candidate[]) => rows.forEach((r) => found.set(r.id, r))
  const first = text.trim()
  // What waits is read first: taken in a moment later by another connection, it is found twice rather than never.
  const isWaiting = sql.prepare('SELECT 1 FROM search_waiting LIMIT 1').get() !== undefined
  const indexed = isWaiting ? and(who, { sql: 'e.id NOT IN (SELECT id FROM search_waiting)', values: [] }) : who
  if (isWaiting) add(waitingWith(sql, first, words, who))
  add(byTitle(sql, first, indexed))
  add(byTexts(sql, words, indexed))
  add(bySpellings(sql, words, indexed))
  if (found.size === 0) {
    if (isWaiting) add(waitingByBoth(sql, words, who))
    add(byBoth(sql, words, indexed))
  }
  return [...found.values()]
    .map((c) => ({ c, rank: rank(c, typed, words) }))
    .sort((a, b) => a.rank - b.rank || b.c.key - a.c.key)
    .slice(0, limit)
    .map(({ c: { id, kind, title, detail } }) => ({ id, kind, title, detail }))
}
