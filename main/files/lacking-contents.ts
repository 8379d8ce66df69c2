// Which contents a database refers to that are not whole in a folder, by the names of their files. Rule FI26 of files.
import type { Sql } from '../../db/open.ts'
import { contentColumns } from './collect.ts'
import { ContentDamaged, ContentMissing, type FileStore } from './store.ts'

export type LackingContent = { sha256: string; name: string; what: 'missing' | 'damaged' }
export type WantedContents = ReadonlyMap<string, Wanted>
type Wanted = { name: string; size: number | null }

/** Every content that a row refers to, with the name and the length that the row tells, where it tells them. */
export const wantedContents = (sql: Sql): WantedContents => {
  const wanted = new Map<string, Wanted>()
  for (const { table, column } of contentColumns(sql)) {
    // What was sent and hangs on nothing yet is nobody's loss.
    if (table === 'received_content') continue
    const columns = new Set((sql.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]).map(({ name }) => name))
    const name = columns.has('name') ? 'name' : `'${table}'`
    // A length stands beside the content itself, not beside a picture of it.
    const size = column === 'sha256' && columns.has('size') ? 'size' : 'NULL'
    const rows = sql
      .prepare(`SELECT "${column}" AS sha256, ${name} AS name, ${size} AS size FROM "${table}" WHERE "${column}" IS NOT NULL`)
      .all()
    for (const { sha256, ...row } of rows as (Wanted & { sha256: string })[]) {
      const known = wanted.get(sha256)
      wanted.set(sha256, { name: known?.name ?? row.name, size: known?.size ?? row.size })
    }
  }
  return wanted
}

const found = async (
  store: FileStore,
  sha256: string,
  size: number | null,
  thoroughly: boolean,
): Promise<LackingContent['what'] | null> => {
  const there = store.sizeOf(sha256)
  if (there === undefined) return 'missing'
  if (size !== null && there !== size) return 'damaged'
  if (!thoroughly) return null
  try {
    for await (const _part of store.stream(sha256));
    return null
  } catch (error) {
    if (error instanceof ContentMissing) return 'missing'
    if (error instanceof ContentDamaged) return 'damaged'
    throw error
  }
}

/** What is lacking, by name. `thoroughly`: every byte is read and compared with its hash; else only whether it is there, in its length. */
export const lackingContents = async (store: FileStore, of: WantedContents, thoroughly: boolean): Promise<LackingContent[]> => {
  const wanted = [...of].toSorted(([, a], [, b]) => (a.name < b.name ? -1 : 1))
  const lacking: LackingContent[] = []
  for (const [sha256, { name, size }] of wanted) {
    const what = await found(store, sha256, size, thoroughly)
    if (what) lacking.push({ sha256, name, what })
  }
  return lacking
}
