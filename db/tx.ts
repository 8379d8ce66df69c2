// put, patch, remove: the only ways a row is written. Each captures before and after into the change log of the running command, and keeps the keys of
// texts beside them (kept-texts.ts); those are no part of what the log tells.
import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import { foldedKeysOf, withoutFoldedKeys } from './folded-texts.ts'
import type { Connection, Sql } from './open.ts'
import type { TableName, Tables } from './schema/tables.ts'
import type { Wrote } from './trail/content.ts'
import { refuse } from '../preload/contract/refusals.ts'
import { writeUntaken } from './taken.ts'

/** Tables whose rows are the desk's memory or kept sums: written without capture. Secrets are captured without their content. */
const uncaptured = new Set<TableName>(['user_state', 'session', 'search_entry', 'party_mark', 'backup', 'backup_task'])
const secret = new Set<TableName>(['credential'])
const keyOf = (table: TableName): string =>
  table === 'setting' ? 'key' : table === 'credential' ? 'userId' : table === 'session' ? 'tokenHash' : 'id'

type Row = Record<string, unknown>
/** What was done to a unit by a statement of its own: written, given another owner, removed. */
type Reported = 'reported' | 'reassigned' | 'gone'
/** Records that other tables name by their id alone (ledger, search, bank details, approvals): no two of any kind have the same. Documents are known by their number. */
const namedAlone = new Set<TableName>(['department', 'user', 'role', 'party', 'product', 'bank_account', 'credit_override', 'approval'])
const isNamedAlone = (table: TableName, row: Row): boolean => namedAlone.has(table) || typeof row.number === 'string'
/** A row that was written, by its key. */
export type WrittenRow = {
  table: TableName
  /** Of a reported row: the id of its unit. */
  key: string
  kind: 'put' | 'patch' | 'remove' | Reported
  /** The row as it was, undefined where there was none; and the columns that were written, undefined where it was removed. */
  before: Readonly<Row> | undefined
  after: Readonly<Row> | undefined
}
/** Reading plus writing, inside one command's transaction. */
export type WritableDb = {
  /** Reads of this transaction, its own writes included. */
  readonly db: Kysely<Tables>
  /** Inserts a row; a key that is there already is refused (`id-taken`): the sender chose it. */
  put<T extends TableName>(table: T, row: Insertable<Tables[T]>): void
  /** Changes named columns of the row with this key; false when there is no such row. Columns that stay the same are not written. */
  patch<T extends TableName>(table: T, key: string, changes: Updateable<Tables[T]>): boolean
  /** Deletes a row: drafts and links only. False when there is no such row. */
  remove(table: TableName, key: string): boolean
  /** The row with this key, or undefined. */
  row<T extends TableName>(table: T, key: string): Selectable<Tables[T]> | undefined
  /** For db/ledger and db/search only: statements that keep sums. */
  readonly sql: Sql
  /** Position of the running command: the number of its audit row. */
  readonly pos: number
  /** Tables written so far: the notice that goes out after the commit. */
  readonly touched: Set<string>
  /** Every row written so far, in order, tables without capture included. */
  readonly rows: readonly WrittenRow[]
  /** Reports a row that was written by a statement of its own, by the columns that make the id of its unit (preload/contract/units.ts). */
  report(table: TableName, unit: readonly (string | number)[], kind?: Reported): void
  /** How many rows it has put into the change log and the ledger: what its entry in the trail may find at its position. */
  readonly wrote: Wrote
}

/** Rows a command has read, by table and key: a deal's row is asked for twenty times on its way through one bill. Frozen, for they are shared. */
export type RowMemory = Map<string, Row | undefined>
const quoted = (name: string) => `"${name}"`

type Insert = { names: readonly string[]; text: string }
/** The statement of the last row put into each table: the next one has the same columns in the same order nearly always. */
const inserts = new Map<TableName, Insert>()
const insertOf = (table: TableName, row: Row): Insert => {
  const names = Object.keys(row)
  const last = inserts.get(table)
  if (last?.names.length === names.length && names.every((n, i) => n === last.names[i])) return last
  const text = `INSERT INTO ${quoted(table)}(${names.map(quoted).join(',')}) VALUES (${names.map(() => '?').join(',')})`
  const made = { names, text }
  inserts.set(table, made)
  return made
}
const selects = new Map<TableName, string>()
const selectOf = (table: TableName): string => {
  const known = selects.get(table)
  if (known) return known
  const made = `SELECT * FROM ${quoted(table)} WHERE ${quoted(keyOf(table))} = ?`
  selects.set(table, made)
  return made
}

/** `memory` is for one command alone: nobody else writes while it runs, and its own writes forget what they change. */
export const writableDb = (connection: Connection, pos: number, memory?: RowMemory): WritableDb => {
  const { sql, kysely } = connection
  const touched = new Set<string>()
  const rows: WrittenRow[] = []
  const wrote: Wrote = { changes: 0, journals: 0, postings: 0 }
  const log = (table: TableName, key: string, kind: 'put' | 'patch' | 'remove', before: Row | null, after: Row | null) => {
    touched.add(table)
    if (uncaptured.has(table)) return
    wrote.changes += 1
    const image = (row: Row | null) => (row === null ? null : secret.has(table) ? '{}' : JSON.stringify(row))
    sql
      .prepare('INSERT INTO change(pos, tableName, rowId, kind, before, after) VALUES (?,?,?,?,?,?)')
      .run(pos, table, key, kind, image(before), image(after))
  }
  const note = (table: TableName, key: string, kind: WrittenRow['kind'], before: Row | undefined, after: Row | undefined) =>
    void rows.push({ table, key, kind, before, after })
  const read = (table: TableName, key: string) => sql.prepare(selectOf(table)).get(key) as Row | undefined
  const row = (table: TableName, key: string): Row | undefined => {
    if (!memory || uncaptured.has(table)) return read(table, key)
    const place = `${table} ${key}`
    if (memory.has(place)) return memory.get(place)
    const found = read(table, key)
    memory.set(place, found && Object.freeze(found))
    return found
  }
  /** Before this command no record of another kind had this id. */
  const requireNobodys = (table: TableName, key: string) => {
    const other = sql.prepare('SELECT 1 FROM change WHERE rowId = ? AND tableName <> ? AND pos < ? LIMIT 1').get(key, table, pos)
    if (other !== undefined) refuse('id-taken', {})
  }
  const forget = (table: TableName, key: string) => memory?.delete(`${table} ${key}`)
  return {
    db: kysely,
    sql,
    pos,
    touched,
    rows,
    wrote,
    put(table, values) {
      const given = withoutFoldedKeys(table, values as Row)
      const keys = foldedKeysOf(table, given)
      const written = keys ? { ...given, ...keys } : given
      const { names, text } = insertOf(table, written)
      const key = String(given[keyOf(table)])
      if (isNamedAlone(table, given)) requireNobodys(table, key)
      writeUntaken(`${table}.${keyOf(table)}`, () => sql.prepare(text).run(...names.map((n) => written[n] ?? null)))
      forget(table, key)
      log(table, key, 'put', null, given)
      note(table, key, 'put', undefined, given)
    },
    patch(table, key, changes) {
      const old = row(table, key)
      if (!old) return false
      const given = withoutFoldedKeys(table, changes as Row)
      const names = Object.keys(given).filter((n) => given[n] !== undefined && given[n] !== old[n])
      if (names.length === 0) return true
      const pick = (from: Row) => Object.fromEntries(names.map((n) => [n, from[n]]))
      const written = { ...pick(given), ...foldedKeysOf(table, pick(given)) }
      const columns = Object.keys(written)
      sql
        .prepare(`UPDATE ${quoted(table)} SET ${columns.map((n) => `${quoted(n)} = ?`).join(',')} WHERE ${quoted(keyOf(table))} = ?`)
        .run(...columns.map((n) => written[n]), key)
      forget(table, key)
      const changed = pick(given)
      log(table, key, 'patch', pick(old), changed)
      note(table, key, 'patch', old, changed)
      return true
    },
    remove(table, key) {
      const old = row(table, key)
      if (!old) return false
      sql.prepare(`DELETE FROM ${quoted(table)} WHERE ${quoted(keyOf(table))} = ?`).run(key)
      forget(table, key)
      log(table, key, 'remove', withoutFoldedKeys(table, old), null)
      note(table, key, 'remove', old, undefined)
      return true
    },
    report(table, unit, kind = 'reported') {
      note(table, unit.join(' '), kind, undefined, undefined)
    },
    row(table, key) {
      return row(table, key) as never
    },
  }
}
