// Whether the records are what their history says: every row that the change log tells of, against the last that was written of each of its columns. The
// log is a second copy of everything people entered, so a cell that changed by itself, or past the software, differs from it. Rule U50 of backups.
import type { Sql } from './open.ts'

type Row = Record<string, unknown>
const quoted = (name: string) => `"${name.replaceAll('"', '')}"`

/** Tables whose rows only say that something was set, never what. */
const WITHHELD = new Set(['credential'])

/** What the log says of a row after one more entry: its columns as last written, null when it was removed. */
const afterEntry = (row: Row | null, kind: string, after: Row | null): Row | null => {
  if (kind === 'remove') return null
  return kind === 'put' ? after : { ...row, ...after }
}
const imageOf = (text: string | null): Row | null => (text === null ? null : (JSON.parse(text) as Row))
/** Faults of the log itself are told by columns that begin so. */
const LOG = 'change log:'

/** A row that is not what its history says. `column` is null where the row itself is missing, or should be. */
export type ContentFault = { table: string; rowId: string; column: string | null; was: unknown; now: unknown }
export const faultText = ({ table, rowId, column, was, now }: ContentFault): string =>
  column === null
    ? `${table} ${rowId}: ${now === null ? 'is gone' : 'is there, and was removed'}`
    : `${table} ${rowId}: ${column} was ${JSON.stringify(was)}`

type Entry = { id: number; table: string; rowId: string; kind: string; before: Row | null; after: Row | null }
type Shape = { key: string | undefined; columns: ReadonlySet<string> }

const shapesOf = (sql: Sql): ((table: string) => Shape) => {
  const shapes = new Map<string, Shape>()
  return (table) => {
    const known = shapes.get(table)
    if (known) return known
    const columns = sql.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[]
    const shape = { key: columns.find((c) => c.pk === 1)?.name, columns: new Set(columns.map((c) => c.name)) }
    shapes.set(table, shape)
    return shape
  }
}

/** What is wrong with an entry of the log itself: each says what was there before it, and that is what the entries before it came to. */
const entryFaults = ({ table, rowId, kind, before, after }: Entry, told: Row | null): ContentFault[] => {
  const fault = (column: string, was: unknown, now: unknown): ContentFault => ({ table, rowId, column, was, now })
  const names = (image: Row | null) =>
    Object.keys(image ?? {})
      .toSorted()
      .join()
  if (!['put', 'patch', 'remove'].includes(kind) || (kind === 'put') !== (before === null)) return [fault(`${LOG} kind`, kind, null)]
  if (kind === 'patch' && names(before) !== names(after)) return [fault(`${LOG} columns`, names(before), names(after))]
  return Object.entries(before ?? {})
    .filter(([column, was]) => told !== null && column in told && (told[column] ?? null) !== was)
    .map(([column, was]) => fault(`${LOG} ${column}`, told![column] ?? null, was))
}

/** What is wrong with a row: against the columns that its history tells. No table and no column has ever gone from the schema. */
const rowFaults = (sql: Sql, { key, columns }: Shape, table: string, rowId: string, told: Row | null): ContentFault[] => {
  if (WITHHELD.has(table)) return []
  const unknown = key === undefined ? table : Object.keys(told ?? {}).find((column) => !columns.has(column))
  if (key === undefined || unknown !== undefined) return [{ table, rowId, column: `${LOG} names`, was: unknown, now: null }]
  const now = sql.prepare(`SELECT * FROM ${quoted(table)} WHERE ${quoted(key)} = ?`).get(rowId) as Row | undefined
  if (told === null || now === undefined)
    return told === null && now === undefined ? [] : [{ table, rowId, column: null, was: told, now: now ?? null }]
  return Object.keys(told)
    .filter((column) => (told[column] ?? null) !== (now[column] ?? null))
    .map((column) => ({ table, rowId, column, was: told[column] ?? null, now: now[column] ?? null }))
}

/** The log in the order of tables and rows; an image that cannot be read makes its entry one of no known kind. */
function* entriesOf(sql: Sql, only: readonly string[] | undefined): Generator<Entry> {
  const wanted = only === undefined ? '' : 'WHERE tableName IN (SELECT value FROM json_each(?))'
  const log = sql.iterate(
    `SELECT id, tableName, rowId, kind, before, after FROM change ${wanted} ORDER BY tableName, rowId, id`,
    only === undefined ? [] : [JSON.stringify(only)],
  )
  for (const [id, table, rowId, kind, before, after] of log as Iterable<
    readonly [number, string, string, string, string | null, string | null]
  >) {
    let images: [Row | null, Row | null] | undefined
    try {
      images = [imageOf(before), imageOf(after)]
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
    yield images
      ? { id, table, rowId, kind, before: images[0], after: images[1] }
      : { id, table, rowId, kind: '?', before: null, after: null }
  }
}

/**
 * Rows that differ from their history, `limit` of them at the most, of these tables or of all; [] when all agree. Reads the log once.
 */
export const contentFaults = (sql: Sql, limit: number, only?: readonly string[]): ContentFault[] => {
  const faults: ContentFault[] = []
  const shapeOf = shapesOf(sql)
  const heldFrom = readHeldFrom(sql)
  let place: { table: string; rowId: string; row: Row | null } | undefined
  const close = () => void (place && faults.push(...rowFaults(sql, shapeOf(place.table), place.table, place.rowId, place.row)))
  for (const entry of entriesOf(sql, only)) {
    if (place && (place.table !== entry.table || place.rowId !== entry.rowId)) {
      close()
      place = undefined
      if (faults.length >= limit) break
    }
    const rowBefore: Row | null = place ? place.row : {}
    if (entry.id > heldFrom || entry.kind === '?') faults.push(...entryFaults(entry, rowBefore))
    place = { table: entry.table, rowId: entry.rowId, row: afterEntry(rowBefore, entry.kind, entry.after) }
  }
  close()
  return faults.slice(0, limit)
}

/** Until this entry the log may lack what upgrades wrote: before version 260 nobody noted it. */
const HELD_FROM = 'history-held-from'
const readHeldFrom = (sql: Sql): number => {
  const row = sql.prepare('SELECT value FROM setting WHERE key = ?').get(HELD_FROM) as { value: string } | undefined
  return row ? Number(row.value) : 0
}

/** Tables whose rows a migration's text writes. */
export const tablesWritten = (text: string): string[] => [
  ...new Set([...text.matchAll(/\b(?:UPDATE|INSERT(?:\s+OR\s+\w+)?\s+INTO|DELETE\s+FROM)\s+"?(\w+)"?/gi)].map(([, table]) => table!)),
]

/**
 * An upgrade writes rows past the log: what it wrote is entered there (nobody's command), so that the history goes on telling what the rows are. Gives how
 * many rows it entered. `pos`: the position of the upgrade's own entry in the trail. `before`: what differed already, and goes on being told as damage.
 * Without `tables` all are looked at, and the log counts as held together from here on: so it is where a company of an earlier version begins to compare.
 */
export const noteUpgrade = (sql: Sql, pos: number, tables: readonly string[] | undefined, before: readonly ContentFault[]): number => {
  if (tables === undefined)
    sql.prepare('INSERT OR REPLACE INTO setting(key, value) SELECT ?, coalesce(max(id), 0) FROM change').run(HELD_FROM)
  let entered = 0
  const known = new Set(before.map(faultText))
  for (const fault of contentFaults(sql, Infinity, tables)) {
    const { table, rowId, column, was, now } = fault
    if (column === null || column.startsWith(LOG) || known.has(faultText(fault))) continue
    sql
      .prepare("INSERT INTO change(pos, tableName, rowId, kind, before, after) VALUES (?, ?, ?, 'patch', ?, ?)")
      .run(pos, table, rowId, JSON.stringify({ [column]: was }), JSON.stringify({ [column]: now }))
    entered += 1
  }
  return entered
}
