// Whether the records are what their history says: every row that the change log tells of, against the last that was written of each of its columns. The
// log is a second copy of everything people entered, so a cell that changed by itself, or past the software, differs from it. Rule U50 of backups.
import type { Sql } from './open.ts'

type Row = Record<string, unknown>
const quoted = (name: string) => `"${name.replaceAll('"', '')}"`

/** Tables whose rows only say that something was set, never what. */
const WITHHELD = new Set(['credential'])

/** What the log says of a row after one more entry: its columns as last written, null when it was removed. */
const tell = (told: Row | null, kind: string, after: string | null): Row | null => {
  if (kind === 'remove') return null
  const image = after === null ? {} : (JSON.parse(after) as Row)
  return kind === 'put' ? image : { ...told, ...image }
}

/** A row that is not what its history says. `column` is null where the row itself is missing, or should be. */
export type ContentFault = { table: string; rowId: string; column: string | null; was: unknown; now: unknown }
export const faultText = ({ table, rowId, column, was, now }: ContentFault): string =>
  column === null
    ? `${table} ${rowId}: ${now === null ? 'is gone' : 'is there, and was removed'}`
    : `${table} ${rowId}: ${column} was ${JSON.stringify(was)}`

const differences = (
  table: string,
  rowId: string,
  told: Row | null,
  now: Row | undefined,
  columns: ReadonlySet<string>,
): ContentFault[] => {
  if (told === null || now === undefined)
    return told === null && now === undefined ? [] : [{ table, rowId, column: null, was: told, now: now ?? null }]
  return Object.keys(told)
    .filter((column) => columns.has(column) && (told[column] ?? null) !== (now[column] ?? null))
    .map((column) => ({ table, rowId, column, was: told[column] ?? null, now: now[column] ?? null }))
}

/**
 * Rows that differ from their history, `limit` of them at the most, of these tables or of all; [] when all agree. A row is compared in the columns that its
 * history tells. Reads the log once, in the order of tables and rows.
 */
export const contentFaults = (sql: Sql, limit: number, only?: readonly string[]): ContentFault[] => {
  const faults: ContentFault[] = []
  const shapes = new Map<string, { key: string | undefined; columns: Set<string> }>()
  const shapeOf = (table: string) => {
    const known = shapes.get(table)
    if (known) return known
    const columns = sql.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[]
    const shape = { key: columns.find((c) => c.pk === 1)?.name, columns: new Set(columns.map((c) => c.name)) }
    shapes.set(table, shape)
    return shape
  }
  const compare = (table: string, rowId: string, told: Row | null): void => {
    const { key, columns } = shapeOf(table)
    if (key === undefined || WITHHELD.has(table)) return
    const now = sql.prepare(`SELECT * FROM ${quoted(table)} WHERE ${quoted(key)} = ?`).get(rowId) as Row | undefined
    faults.push(...differences(table, rowId, told, now, columns))
  }
  let place: { table: string; rowId: string; told: Row | null } | undefined
  const wanted = only === undefined ? '' : 'WHERE tableName IN (SELECT value FROM json_each(?))'
  const log = sql.iterate(
    `SELECT tableName, rowId, kind, after FROM change ${wanted} ORDER BY tableName, rowId, id`,
    only === undefined ? [] : [JSON.stringify(only)],
  )
  for (const [table, rowId, kind, after] of log as Iterable<readonly [string, string, string, string | null]>) {
    if (place && (place.table !== table || place.rowId !== rowId)) {
      compare(place.table, place.rowId, place.told)
      place = undefined
      if (faults.length >= limit) return faults.slice(0, limit)
    }
    place = { table, rowId, told: tell(place?.told ?? {}, kind, after) }
  }
  if (place) compare(place.table, place.rowId, place.told)
  return faults.slice(0, limit)
}

/** Tables whose rows a migration's text writes. */
export const tablesWritten = (text: string): string[] => [
  ...new Set([...text.matchAll(/\b(?:UPDATE|INSERT(?:\s+OR\s+\w+)?\s+INTO|DELETE\s+FROM)\s+"?(\w+)"?/gi)].map(([, table]) => table!)),
]

/**
 * An upgrade writes rows past the log: what it wrote is entered there (nobody's command), so that the history goes on telling what the rows are. Gives how
 * many rows it entered. `pos`: the position of the upgrade's own entry in the trail. `before`: what differed already, and goes on being told as damage.
 */
export const noteUpgrade = (sql: Sql, pos: number, tables: readonly string[] | undefined, before: readonly ContentFault[]): number => {
  let entered = 0
  const known = new Set(before.map(faultText))
  for (const fault of contentFaults(sql, Infinity, tables)) {
    const { table, rowId, column, was, now } = fault
    if (column === null || known.has(faultText(fault))) continue
    sql
      .prepare("INSERT INTO change(pos, tableName, rowId, kind, before, after) VALUES (?, ?, ?, 'patch', ?, ?)")
      .run(pos, table, rowId, JSON.stringify({ [column]: was }), JSON.stringify({ [column]: now }))
    entered += 1
  }
  return entered
}
