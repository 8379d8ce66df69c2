// What the versions of units have to be after a command, worked out from the rows themselves: the units of which a row differs are those whose version grew. A
// unit that was written and is as it was, such as sums to which a revaluation and its reversal were added, may have a new version too.
import type { Sql } from '../../../db/open.ts'
import { columnClass, rootOf, travels, unitOf } from '../../../preload/contract/units.ts'

export type Row = Readonly<Record<string, unknown>>
/** A row as it was before a command and as it is after it, by the values of its key; undefined where there was none. */
export type Difference = { table: string; key: readonly unknown[]; before: Row | undefined; after: Row | undefined }

/** The part of a row that may be on a desk. */
const shown = (table: string, row: Row | undefined): string =>
  JSON.stringify(
    row === undefined ? null : Object.entries(row).filter(([column]) => !['office', 'rebuilt'].includes(columnClass(table, column) ?? '')),
  )
const ownerIn = (sql: Sql, root: string, row: Row): string => {
  const { owner } = unitOf(root)
  const value = (column: string | undefined) => {
    const named = column === undefined ? null : row[column]
    if (typeof named !== 'number') return named ?? null
    // The ledger names people by its keys.
    return (sql.prepare('SELECT id FROM ledger_key WHERE key = ?').get(named) as { id: string } | undefined)?.id ?? null
  }
  return JSON.stringify([value(owner?.owner), value(owner?.department)])
}

/** Where the versions of units are not what these rows ask for; [] where they are. Read in the state after the command. */
export const unitFaults = (sql: Sql, differences: readonly Difference[]): string[] => {
  const place = (table: string, id: string) => `${table} ${id}`
  const noted = new Map(differences.map((one) => [place(one.table, one.key.join(' ')), one]))
  const stored = (table: string, id: string) =>
    sql.prepare(`SELECT * FROM "${table}" WHERE "${unitOf(table).id[0]}" = ?`).get(id) as Row | undefined
  const reads = {
    before: (table: string, id: string) => (noted.has(place(table, id)) ? noted.get(place(table, id))!.before : stored(table, id)),
    after: stored,
  }
  const faults: string[] = []
  const differing = new Map<string, { root: string; id: string }>()
  const writtenBack = new Set<string>()
  const moved = new Map<string, string>()
  for (const { table, key, before, after } of differences) {
    const { sync, only, parent, owner } = unitOf(table)
    if (!travels(sync) || (only && !only.includes(String(key[0])))) continue
    const differs = shown(table, before) !== shown(table, after)
    for (const when of ['before', 'after'] as const) {
      const row = when === 'before' ? before : after
      const root = row && rootOf(table, row, reads[when])
      if (row && !root) faults.push(`${table} ${key.join(' ')} has no root ${when}`)
      if (root && differs) differing.set(place(root.root, root.id), root)
      if (root && !differs) writtenBack.add(place(root.root, root.id))
    }
    if (parent || !owner || !before || !after) continue
    const was = ownerIn(sql, table, before)
    if (was !== ownerIn(sql, table, after)) moved.set(place(table, key.join(' ')), was)
  }
  const grown = new Set<string>()
  for (const { table, before, after } of differences) {
    if (table !== 'sync_unit' || !after) continue
    const unit = place(String(after['root']), String(after['id']))
    if (Number(after['rv']) > Number(before?.['rv'] ?? 0)) grown.add(unit)
    else faults.push(`the version of ${unit} did not grow`)
  }
  faults.push(...[...differing.keys()].filter((unit) => !grown.has(unit)).map((unit) => `${unit} differs and has its old version`))
  faults.push(
    ...[...grown]
      .filter((unit) => !differing.has(unit) && !writtenBack.has(unit))
      .map((unit) => `${unit} has a new version and was not written`),
  )
  const versions = new Set(differences.filter(({ table }) => table === 'sync_unit').map(({ after }) => after?.['rv']))
  if (versions.size > 1) faults.push(`one command gave ${versions.size} versions`)
  for (const { root, id } of differing.values()) {
    const columns = unitOf(root).id
    const where = columns.map((column) => `"${column}" = ?`).join(' AND ')
    const row = sql.prepare(`SELECT * FROM "${root}" WHERE ${where} LIMIT 1`).get(...(columns.length === 1 ? [id] : id.split(' '))) as
      | Row
      | undefined
    const unit = sql.prepare('SELECT gone, ownerId, departmentId FROM sync_unit WHERE root = ? AND id = ?').get(root, id) as Row | undefined
    if (!unit) continue
    if ((unit['gone'] === 1) !== (row === undefined)) faults.push(`${root} ${id}: gone is ${String(unit['gone'])}`)
    if (row && ownerIn(sql, root, row) !== JSON.stringify([unit['ownerId'], unit['departmentId']]))
      faults.push(`${root} ${id} has another owner`)
  }
  for (const { table, after } of differences) {
    if (table !== 'sync_moved' || !after) continue
    const unit = place(String(after['root']), String(after['id']))
    if (moved.get(unit) !== JSON.stringify([after['ownerBefore'], after['departmentBefore']])) faults.push(`${unit} did not move like that`)
    moved.delete(unit)
  }
  faults.push(...[...moved.keys()].map((unit) => `${unit} moved and nobody knows`))
  return faults
}
