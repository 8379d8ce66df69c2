// Files by their names and by the texts in them, for who may read them. A text is found only through a file that hangs on a record now: each candidate is asked for
// by the same rule as when its record is opened, so nothing has to follow a hand-over. Rule FI24.
import { fileTextMatch } from '../../../db/file-text.ts'
import { viewRights } from '../../../preload/contract/access.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { ATTACHABLE_KINDS, type AttachableKind, recordOf } from '../../../preload/contract/records.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { type RecordWithFiles, recordWithFiles } from '../../records/attachable.ts'
import { excerptOf } from './excerpt.ts'

type Found = QueryOutput<'find-in-files'>[number]
type Candidate = {
  id: string
  versionId: string
  name: string
  type: FileType
  size: number
  recordKind: AttachableKind
  recordId: string
  text: string | null
}

/** Candidates that are looked at, newest first: somebody who may read few of many files waits no longer than others. */
const MOST_CANDIDATES = 3000

const COLUMNS = 'a.id, v.id AS versionId, a.name, v.type, v.size, a.recordKind, a.recordId'
/** The version of a file that counts, and no file in the bin. */
const IN_USE = 'v.attachmentId = a.id AND v.version = a.version AND a.binnedAt IS NULL'

const byName = (q: QueryContext, kinds: string, text: string): Candidate[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  const likes = words.map(() => `lower(a.name) LIKE ? ESCAPE '\\'`).join(' AND ')
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  return q.sql
    .prepare(
      `SELECT ${COLUMNS}, NULL AS text FROM attachment a JOIN attachment_version v ON ${IN_USE}
       WHERE a.recordKind IN (${kinds}) AND ${likes} ORDER BY a.addedAt DESC, a.id DESC LIMIT ${MOST_CANDIDATES}`,
    )
    .all(...patterns) as Candidate[]
}
/** Texts themselves are read for what is told alone: a page of them is large. */
const byText = (q: QueryContext, kinds: string, text: string): (Omit<Candidate, 'text'> & { key: number })[] => {
  const match = fileTextMatch(text)
  if (match === undefined) return []
  return q.sql
    .prepare(
      `SELECT ${COLUMNS}, g.rowid AS key FROM file_grams g JOIN file_text t ON t.key = g.rowid
       JOIN attachment_version v ON v.sha256 = t.content JOIN attachment a ON ${IN_USE}
       WHERE file_grams MATCH ? AND a.recordKind IN (${kinds}) ORDER BY g.rowid DESC LIMIT ${MOST_CANDIDATES}`,
    )
    .all(match) as (Omit<Candidate, 'text'> & { key: number })[]
}

/** Files that the viewer may read: those named so first, then those that say so. */
export const findInFiles = ({ text, limit }: QueryParsed<'find-in-files'>, q: QueryContext): QueryOutput<'find-in-files'> => {
  // Kinds are the contract's own words, never anybody's input.
  const kinds = ATTACHABLE_KINDS.filter((kind) => viewRights(recordOf(kind)).every(q.may))
  if (text.trim() === '' || kinds.length === 0) return []
  const listed = kinds.map((kind) => `'${kind}'`).join(', ')
  const records = new Map<string, RecordWithFiles | undefined>()
  const recordOfFile = ({ recordKind, recordId }: Pick<Candidate, 'recordKind' | 'recordId'>) => {
    const place = `${recordKind} ${recordId}`
    if (!records.has(place)) records.set(place, recordWithFiles(q, recordKind, recordId))
    const record = records.get(place)
    return record?.withheld === false ? record : undefined
  }
  const found = new Map<string, Found>()
  const add = ({ id, versionId, name, type, size, recordKind, recordId }: Omit<Candidate, 'text'>, excerpt: () => Found['found']) => {
    if (found.has(id)) return
    const record = recordOfFile({ recordKind, recordId })
    if (record) found.set(id, { id, versionId, name, type, size, recordKind, recordId, title: record.title, found: excerpt() })
  }
  const textOf = (key: number) => (q.sql.prepare('SELECT text FROM file_text WHERE key = ?').get(key) as { text: string }).text
  for (const one of byName(q, listed, text.trim())) {
    if (found.size >= limit) break
    add(one, () => null)
  }
  for (const one of byText(q, listed, text)) {
    if (found.size >= limit) break
    add(one, () => excerptOf(textOf(one.key), text))
  }
  return [...found.values()]
}
