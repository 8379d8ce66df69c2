// Keeps the version of every unit that a desk may hold (units of preload/contract/units.ts): after a command, those it wrote have the next number. Where a unit's
// owner or department changed, sync_moved keeps the ones before: whoever could see it by them has to hear that it is no longer theirs.
import type { Sql } from '../../db/open.ts'
import type { TableName } from '../../db/schema/tables.ts'
import type { WrittenRow } from '../../db/tx.ts'
import type { ParentOf } from '../../preload/contract/define/record.ts'
import { travels, unitOf, type TableUnit } from '../../preload/contract/units.ts'

type Row = Readonly<Record<string, unknown>>
type Owner = { ownerId: string | null; departmentId: string | null }
/** What a command did to a unit: `put`, its root row came; `reassigned`, it may have another owner; `gone`, its root row went; else some row of it changed. */
type Touched = { root: TableName; id: string; how: 'changed' | 'put' | 'reassigned' | 'gone'; row: Row | undefined }

const quoted = (name: string) => `"${name}"`
const NOBODY: Owner = { ownerId: null, departmentId: null }

const isHeld = ({ sync, only }: TableUnit, key: string): boolean => travels(sync) && (only === undefined || only.includes(key))

/** A column of a row after it was written, or before it went. */
const columnOf = ({ before, after }: WrittenRow, column: string): unknown => {
  const now = after?.[column]
  return now === undefined ? before?.[column] : now
}

/** The rows of a command by place, read from the database where the command did not write them. */
const linksOf = (sql: Sql, rows: readonly WrittenRow[]) => {
  let written: Map<string, WrittenRow> | undefined
  const stored = new Map<string, Row | undefined>()
  return (table: TableName, id: string, column: string): unknown => {
    const place = `${table} ${id}`
    written ??= new Map(rows.map((row) => [`${row.table} ${row.key}`, row]))
    const row = written.get(place)
    if (row) return columnOf(row, column)
    if (!stored.has(place)) stored.set(place, sql.prepare(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(id) as Row | undefined)
    return stored.get(place)?.[column]
  }
}

/** The root of the unit to which a row belongs whose columns `get` gives; undefined where a row above is unknown. */
const climb = (
  table: TableName,
  key: string,
  get: (column: string) => unknown,
  link: ReturnType<typeof linksOf>,
): { root: TableName; id: string } | undefined => {
  const { parent } = unitOf(table)
  if (!parent) return { root: table, id: key }
  const above = ('table' in parent ? parent.table : parent.each[String(get(parent.by))]) as TableName | undefined
  const id = get(parent.column)
  if (above === undefined || typeof id !== 'string') return undefined
  return climb(above, id, (column) => link(above, id, column), link)
}

/** A deal's key and its row of results are made, changed and removed by triggers of its table (migration 110). */
const byTrigger = (sql: Sql, { table, key, kind }: WrittenRow): readonly Touched[] => {
  if (table !== 'deal') return []
  const { key: deal } = sql.prepare('SELECT key FROM ledger_key WHERE id = ?').get(key) as { key: number }
  const result: Touched = { root: 'sum_result', id: String(deal), how: kind === 'remove' ? 'gone' : 'changed', row: undefined }
  return kind === 'put' ? [{ root: 'ledger_key', id: String(deal), how: 'changed', row: undefined }, result] : [result]
}
const reopens = ({ table, kind, after }: WrittenRow) => table === 'deal' && (kind !== 'patch' || after?.['openedOn'] !== undefined)

/** Whether a part may belong to another row than before. */
const isMoved = (parent: ParentOf, after: Row | undefined): boolean =>
  after?.[parent.column] !== undefined || ('by' in parent && after?.[parent.by] !== undefined)

const touchedBy = (sql: Sql, rows: readonly WrittenRow[]): Iterable<Touched> => {
  const touched = new Map<string, Touched>()
  const add = (one: Touched) => {
    const place = `${one.root} ${one.id}`
    const known = touched.get(place)
    if (!known) touched.set(place, one)
    else if (one.how !== 'changed') touched.set(place, one)
  }
  const link = linksOf(sql, rows)
  for (const written of rows) {
    const { table, key, kind, before, after } = written
    const unit = unitOf(table)
    if (!isHeld(unit, key)) continue
    if (kind === 'reported' || kind === 'reassigned' || kind === 'gone') {
      add({ root: table, id: key, how: kind === 'reported' ? 'changed' : kind, row: undefined })
      continue
    }
    if (reopens(written)) for (const one of byTrigger(sql, written)) add(one)
    if (!unit.parent) {
      const { owner } = unit
      const isReassigned =
        owner !== undefined &&
        (after?.[owner.owner] !== undefined || (owner.department !== undefined && after?.[owner.department] !== undefined))
      const how = kind === 'put' ? 'put' : kind === 'remove' ? 'gone' : isReassigned ? 'reassigned' : 'changed'
      add({ root: table, id: key, how, row: kind === 'put' ? after : undefined })
      continue
    }
    const now = climb(table, key, (column) => columnOf(written, column), link)
    if (now) add({ ...now, how: 'changed', row: undefined })
    if (kind !== 'patch' || !isMoved(unit.parent, after)) continue
    const was = climb(table, key, (column) => before?.[column], link)
    if (was) add({ ...was, how: 'changed', row: undefined })
  }
  return touched.values()
}

/** Whose a unit's root row is; undefined where there is no such row. The ledger names people by its keys. */
const ownerOf = (sql: Sql, root: TableName, id: string): Owner | undefined => {
  const { owner, id: columns } = unitOf(root)
  const named = (column: string | undefined) =>
    column === undefined ? 'NULL' : inLedger(root) ? `(SELECT id FROM ledger_key WHERE key = ${quoted(column)})` : quoted(column)
  const values = columns.length === 1 ? [id] : id.split(' ')
  return sql
    .prepare(
      `SELECT ${named(owner?.owner)} AS ownerId, ${named(owner?.department)} AS departmentId FROM ${quoted(root)}
       WHERE ${columns.map((column) => `${quoted(column)} = ?`).join(' AND ')} LIMIT 1`,
    )
    .get(...values) as Owner | undefined
}
const inLedger = (root: TableName) => root === 'open_item' || root === 'sum_month'
const ownerIn = (root: TableName, row: Row): Owner => {
  const { owner } = unitOf(root)
  const text = (column: string | undefined) => (column === undefined ? null : ((row[column] as string | null | undefined) ?? null))
  return { ownerId: text(owner?.owner), departmentId: text(owner?.department) }
}

const ADD = 'INSERT INTO sync_unit(root, id, rv, ownerId, departmentId, gone) VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING'
const CHANGE = 'UPDATE sync_unit SET rv = ? WHERE root = ? AND id = ?'
const REMOVE = 'UPDATE sync_unit SET rv = ?, gone = 1 WHERE root = ? AND id = ?'

/** Gives a known unit its owner of now, and keeps the one before. */
const reassign = (sql: Sql, rv: number, { root, id }: Touched, now: Owner): void => {
  const before = sql.prepare('SELECT ownerId, departmentId FROM sync_unit WHERE root = ? AND id = ?').get(root, id) as Owner
  sql
    .prepare('UPDATE sync_unit SET rv = ?, ownerId = ?, departmentId = ?, gone = 0 WHERE root = ? AND id = ?')
    .run(rv, now.ownerId, now.departmentId, root, id)
  if (before.ownerId === now.ownerId && before.departmentId === now.departmentId) return
  sql
    .prepare('INSERT INTO sync_moved(pos, root, id, ownerBefore, departmentBefore) VALUES (?, ?, ?, ?, ?)')
    .run(rv, root, id, before.ownerId, before.departmentId)
}

const writeOne = (sql: Sql, rv: number, unit: Touched): void => {
  const { root, id, how, row } = unit
  if (how === 'gone') return void sql.prepare(REMOVE).run(rv, root, id)
  if (how === 'changed' && sql.prepare(CHANGE).run(rv, root, id).changes > 0) return
  const owner = row ? ownerIn(root, row) : unitOf(root).owner ? ownerOf(sql, root, id) : NOBODY
  if (!owner) return
  const isNew = sql.prepare(ADD).run(root, id, rv, owner.ownerId, owner.departmentId).changes > 0
  if (!isNew) reassign(sql, rv, unit, owner)
}

/**
 * Gives every unit that these rows belong to the next version, one for all of them: for the rows of one command, in its transaction. A unit whose root row was
 * removed stays as gone.
 */
export const writeUnits = (sql: Sql, rows: readonly WrittenRow[]): void => {
  let rv: number | undefined
  for (const unit of touchedBy(sql, rows)) writeOne(sql, (rv ??= nextVersion(sql)), unit)
}
const nextVersion = (sql: Sql): number =>
  (sql.prepare('SELECT coalesce(max(rv), 0) + 1 AS next FROM sync_unit').get() as { next: number }).next

/** The same for one unit that was written outside any command, in that transaction. */
export const touchUnit = (sql: Sql, root: TableName, id: string): void =>
  writeOne(sql, nextVersion(sql), { root, id, how: 'changed', row: undefined })
