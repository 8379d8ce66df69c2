// Finding anything (Ctrl+K) as it is typed, among 300,000 records, beside the full-text statement that brings the same candidates.
import { openReadable } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { allModules } from '../../main/modules.ts'
import { compare, type Line } from './measure.ts'
import { on, TODAY } from './seed.ts'

/** The newest 300 that match, with the columns that a result shows and is ranked by: what anybody who asks the tables would do. */
const raw = (table: string) =>
  `SELECT e.id, e.kind, e.title, e.detail, e.text, e.initials FROM ${table} g JOIN search_entry e ON e.key = g.rowid WHERE ${table} MATCH ? ORDER BY g.rowid DESC LIMIT 300`

const pairs = (text: string) => {
  const letters = [...text]
  return `"${letters
    .slice(1)
    .map((c, i) => `${letters[i]}${c}`)
    .join(' ')}"`
}
/** What is typed, as the tables are asked for it: names by pairs of letters, pinyin by itself. */
const CASES: readonly [what: string, typed: string, table: 'search_grams' | 'search_initials', match: string][] = [
  ['a common word, Chinese', '照明', 'search_grams', pairs('照明')],
  ['a name, Chinese', '宁波海田', 'search_grams', pairs('宁波海田')],
  ['initials of a name', 'nbht', 'search_initials', '"nbht"'],
  ['a common word, pinyin', 'zhaoming', 'search_initials', '"zhaoming"'],
  ['a common word, Latin', 'trading', 'search_grams', pairs('trading')],
  ['part of a document number', 'sc4512', 'search_grams', pairs('sc4512')],
]

export const searchBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const read = openReadable(file)
  const lines: Line[] = []
  for (const [what, typed, table, match] of CASES) {
    const find = async () => {
      const answer = await runQuery(read, allModules, { name: 'find', input: { text: typed, limit: 12 }, viewer, at: TODAY }, on)
      if (!answer.ok || (answer.value as unknown[]).length === 0) throw new Error(`nothing found for ${typed}`)
    }
    const bare = () => void read.sql.prepare(raw(table)).all(match)
    lines.push(await compare(`search: ${what} (${typed})`, 'raw FTS5, the newest 300', bare, find, 1.5, { times: 20 }))
  }
  read.close()
  return lines
}
