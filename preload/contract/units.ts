// Units of synchronization, computed from the records: a root record with all that belongs to it. Which unit a row is of, whose it is, and what of it may leave
// the hub. (many-desks: "Units instead of row labels".)
import type { Permission } from './access.ts'
import { isOwned, viewRights } from './access.ts'
import type { ColumnClass, ParentOf, RecordFacts, SyncClass, TableFacts } from './define/record.ts'
import { officeSync, officeTables } from './office-tables.ts'
import { recordOf, type RecordKind } from './records.ts'
import { declaredTables } from './table-owners.ts'

/** A row as its table holds it. */
type Row = Readonly<Record<string, unknown>>
export type TableUnit = {
  sync: SyncClass
  /** The kinds whose rows, or parts of whose rows, the table holds; none for a table of the office's own. */
  kinds: readonly RecordKind[]
  /** The row above, one step; undefined: its rows are roots of units, or stand outside of any (office tables). */
  parent: ParentOf | undefined
  /** Columns of the owner and the department, where the table has its own. */
  owner: { owner: string; department: string | undefined } | undefined
  /** The columns whose values, joined by a space, are the id of the unit of a root row. */
  id: readonly string[]
  /** The only keys whose rows leave the hub; undefined: all. */
  only: readonly string[] | undefined
}

const BY_ID = ['id']
const OWNER = { owner: 'ownerId', department: 'departmentId' }
const facts = (table: string): readonly { kind: string; facts: TableFacts & Partial<RecordFacts> }[] =>
  declaredTables.filter((one) => one.table === table)

const ownerOf = (table: string): TableUnit['owner'] => {
  const columns = facts(table).flatMap((one) => Object.keys({ ...one.facts.columns, ...one.facts.internal }))
  if (!columns.includes('ownerId')) return undefined
  return columns.includes('departmentId') ? OWNER : { owner: 'ownerId', department: undefined }
}
const ofOffice = (table: keyof typeof officeSync): TableUnit => {
  const { sync, owner, department, unit = BY_ID, of } = officeSync[table]
  return { sync, kinds: [], parent: of, owner: owner === undefined ? undefined : { owner, department }, id: unit, only: undefined }
}
const isOffice = (table: string): table is keyof typeof officeTables => Object.hasOwn(officeTables, table)

const made = new Map<string, TableUnit>()
/** What sync knows of a table; throws for one that nobody declares. */
export const unitOf = (table: string): TableUnit => {
  const known = made.get(table)
  if (known) return known
  const declared = facts(table)
  const [first] = declared
  if (!first && !isOffice(table)) throw new Error(`${table} is declared by no record`)
  const unit: TableUnit = first
    ? {
        sync: first.facts.sync ?? recordOf(first.kind as RecordKind).sync,
        kinds: declared.map(({ kind }) => kind as RecordKind),
        parent: declared.find((one) => one.facts.of)?.facts.of,
        owner: ownerOf(table),
        id: first.facts.only ? ['key'] : BY_ID,
        only: first.facts.only,
      }
    : ofOffice(table as keyof typeof officeSync)
  made.set(table, unit)
  return unit
}

/** Whether rows of a class may be on a desk as the hub has them. */
export const travels = (sync: SyncClass): boolean => sync !== 'office' && sync !== 'rebuilt'

/**
 * The root of the unit that a row belongs to, climbing by `unitOf(table).parent`. `read` gives a row by its key, as it is in the transaction (before a removal:
 * as it was). Undefined where a row above has gone.
 */
export const rootOf = (
  table: string,
  row: Row,
  read: (table: string, id: string) => Row | undefined,
): { root: string; id: string; row: Row } | undefined => {
  const { parent, id: columns } = unitOf(table)
  if (!parent) return { root: table, id: columns.map((column) => String(row[column])).join(' '), row }
  const above = 'table' in parent ? parent.table : parent.each[String(row[parent.by])]
  const id = row[parent.column]
  const found = above !== undefined && (typeof id === 'string' || typeof id === 'number') ? read(above, String(id)) : undefined
  return found && above !== undefined ? rootOf(above, found, read) : undefined
}

/** The kind of a root row, where one table holds several. */
export const kindOfRow = (table: string, row: Row): RecordKind | undefined => {
  const { kinds } = unitOf(table)
  const fits = (kind: RecordKind) => {
    const { rows } = recordOf(kind)
    return rows !== undefined && rows.values.includes(String(row[rows.column]))
  }
  return kinds.find(fits) ?? kinds.find((kind) => recordOf(kind).rows === undefined)
}
/** The rights that show units of a root's kind, all of them, and whether its scope counts besides. */
export const visibilityOf = (kind: RecordKind): { view: readonly Permission[]; scoped: boolean } => ({
  view: viewRights(recordOf(kind)),
  scoped: isOwned(kind),
})

/** Columns that mean the same in every table. */
const USUAL: Readonly<Record<string, ColumnClass>> = { id: 'plain', revision: 'plain', createdAt: 'plain', position: 'plain' }
const columnsOfParent = (parent: ParentOf | undefined): string[] => (parent ? [parent.column, ...('by' in parent ? [parent.by] : [])] : [])

/** What of a table's column may leave the hub; undefined where nobody has said it. */
export const columnClass = (table: string, column: string): ColumnClass | undefined => {
  if (isOffice(table)) {
    const { sync } = officeSync[table]
    return sync === 'office' || sync === 'ledger' || sync === 'rebuilt' ? sync : 'plain'
  }
  const { sync, parent } = unitOf(table)
  if (sync === 'office') return 'office'
  const declared = facts(table)
  for (const { facts: one } of declared) {
    const shown = one.columns?.[column]
    if (shown) return shown.secret ?? 'plain'
    const internal = one.internal?.[column]
    if (internal) return internal
  }
  if (columnsOfParent(parent).includes(column) || declared.some(({ facts: one }) => one.rows?.column === column)) return 'plain'
  const text = /^(.+)(?:Key|Fold)$/.exec(column)?.[1]
  if (text !== undefined && declared.some(({ facts: one }) => one.columns?.[text])) return 'rebuilt'
  return USUAL[column]
}
