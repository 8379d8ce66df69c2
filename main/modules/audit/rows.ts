// What one command wrote, row by row, and how any row stood just before and just after it. Read from the change log. Rules U16, U17 of SPEC.md.
import type { Sql } from '../../../db/open.ts'
import { auditedTable, auditedTables } from '../../../preload/contract/audited.ts'

export type Row = Record<string, string | number | null>
export type Written = {
  table: string
  id: string
  /** Whether the row was there before the command, and after it. */
  wasThere: boolean
  isThere: boolean
  /** Columns that it wrote, as they were first and as they are last. */
  before: Row
  after: Row
}
type Change = { tableName: string; rowId: string; kind: string; before: string | null; after: string | null }
const rowOf = (text: string | null): Row => (text === null ? {} : (JSON.parse(text) as Row))

const gathered = (known: Written | undefined, change: Change): Written => {
  const written = known ?? {
    table: change.tableName,
    id: change.rowId,
    wasThere: change.kind !== 'put',
    isThere: true,
    before: {},
    after: {},
  }
  // What was written first says how it was, what was written last how it is.
  if (written.wasThere) written.before = { ...rowOf(change.before), ...written.before }
  written.isThere = change.kind !== 'remove'
  written.after = written.isThere ? { ...written.after, ...rowOf(change.after) } : {}
  return written
}

/** The rows that the command at this position wrote, each once, in the order of their first writing; at most `limit` writings are read. */
export const writtenBy = (sql: Sql, pos: number, limit: number): { rows: Written[]; more: number } => {
  const changes = sql
    .prepare('SELECT tableName, rowId, kind, before, after FROM change WHERE pos = ? ORDER BY id LIMIT ?')
    .all(pos, limit) as Change[]
  const { n } = sql.prepare('SELECT count(*) AS n FROM change WHERE pos = ?').get(pos) as { n: number }
  const rows = new Map<string, Written>()
  for (const change of changes) {
    const place = `${change.tableName} ${change.rowId}`
    rows.set(place, gathered(rows.get(place), change))
  }
  return { rows: [...rows.values()].filter((r) => r.wasThere || r.isThere), more: n - changes.length }
}

export type History = {
  /** The row as it stood before, or after, the command; undefined when there was none. */
  before(table: string, id: string): Row | undefined
  after(table: string, id: string): Row | undefined
  /** As it stands today; a removed row as it stood last. For who may see it. */
  today(table: string, id: string): Row | undefined
}

const audited = new Set(auditedTables)
/** Tables whose rows are no business of the trail: secrets, and what has no key of its own. */
const closed = new Set(['credential', 'setting'])

/** Rows at a position, found by undoing what was written to them since. */
export const historyAt = (sql: Sql, pos: number): History => {
  const memory = new Map<string, Row | undefined>()
  const undone = (table: string, id: string, from: number): Row | undefined => {
    const place = `${table} ${id} ${from}`
    if (memory.has(place)) return memory.get(place)
    let row = sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Row | undefined
    const since = sql
      .prepare('SELECT kind, before FROM change WHERE rowId = ? AND tableName = ? AND pos >= ? ORDER BY id DESC')
      .all(id, table, from) as Change[]
    for (const { kind, before } of since) row = kind === 'put' ? undefined : { ...row, ...rowOf(before) }
    memory.set(place, row)
    return row
  }
  // Names of tables are those of the descriptions, never taken from the input.
  const at = (table: string, id: string, from: number) => (audited.has(table) && !closed.has(table) ? undone(table, id, from) : undefined)
  const removed = (table: string, id: string): Row | undefined => {
    const last = sql
      .prepare("SELECT before FROM change WHERE rowId = ? AND tableName = ? AND kind = 'remove' ORDER BY id DESC LIMIT 1")
      .get(id, table) as { before: string } | undefined
    return last && rowOf(last.before)
  }
  return {
    before: (table, id) => at(table, id, pos),
    after: (table, id) => at(table, id, pos + 1),
    today: (table, id) => at(table, id, Number.MAX_SAFE_INTEGER) ?? (audited.has(table) ? removed(table, id) : undefined),
  }
}

/** The record that a row belongs to: its table and its id. */
export const above = (table: string, row: Row): { table: string; id: string } | undefined => {
  const of = auditedTable(table, row['kind'])?.of
  const id = of && row[of.column]
  if (!of || typeof id !== 'string') return undefined
  const parent = 'table' in of ? of.table : of.each[String(row[of.by])]
  return parent === undefined ? undefined : { table: parent, id }
}
