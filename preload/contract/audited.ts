// What the audit trail shows of each table, computed from the records. A table that stands nowhere here is shown by no more than that something else was written.
import { isOwned, type OwnedResource, type Permission, viewRights } from './access.ts'
import type { RecordColumn, TableFacts } from './define/record.ts'
import { type AnyRecord, records, recordOf, type RecordKind } from './records.ts'

export type AuditedTable = Omit<TableFacts, 'view' | 'columns' | 'title'> & {
  /** The rights it needs beside the one to read the trail; left out, those of the record it belongs to, or none. */
  view?: readonly Permission[]
  /** Its rows have an owner and a department of their own, in the scope of this resource. */
  owned?: OwnedResource
  title: readonly string[]
  columns: Readonly<Record<string, RecordColumn>>
  /** What a row of another kind has otherwise, by its column `kind`. */
  kinds?: Readonly<Record<string, Sight>>
}
type Sight = Pick<AuditedTable, 'record' | 'view' | 'owned' | 'route'>

const rightOf = (record: AnyRecord): Pick<Sight, 'view'> => {
  const view = viewRights(record)
  return view.length === 0 ? {} : { view }
}
const scopeOf = ({ kind }: AnyRecord): Pick<Sight, 'owned'> => (isOwned(kind) ? { owned: kind } : {})
const named = ({ record, route }: TableFacts): Sight => ({
  ...(record === undefined ? {} : { record }),
  ...(route === undefined ? {} : { route }),
})

/** Who may not see a record sees nothing of its approval, which keeps the owner of what was approved. */
const approvedKinds = (): Record<string, Sight> =>
  Object.fromEntries(
    records.flatMap((record) => {
      if (!record.approvable) return []
      const seenAs = recordOf((record.approvable.as ?? record.kind) as RecordKind)
      return [[record.kind, { ...rightOf(seenAs), ...scopeOf(seenAs) }]]
    }),
  )
/** Kinds that share the table of another by its column `kind`. */
const otherKinds = (table: string): Record<string, Sight> =>
  Object.fromEntries(
    records
      .filter((record) => record.table === table && record.rows?.column === 'kind')
      .flatMap((record) => record.rows!.values.map((value) => [value, { ...named(record), ...rightOf(record), ...scopeOf(record) }])),
  )

const tableOf = (facts: TableFacts, sight: Sight): AuditedTable => {
  const { view: _view, columns, title, ...rest } = facts
  return { ...rest, ...sight, title: title ?? [], columns: columns ?? {} }
}
const tables = new Map<string, AuditedTable>()
for (const record of records) {
  if (record.columns) {
    const kinds = record.kind === 'approval' ? approvedKinds() : otherKinds(record.table)
    const shown = tableOf(record, { ...rightOf(record), ...scopeOf(record) })
    tables.set(record.table, Object.keys(kinds).length > 0 ? { ...shown, kinds } : shown)
  }
  for (const [table, part] of Object.entries(record.parts ?? {}))
    if (part.columns) tables.set(table, tableOf(part, part.view === undefined ? {} : { view: [part.view].flat() as Permission[] }))
}

/** Names of the tables that are shown. */
export const auditedTables: readonly string[] = [...tables.keys()]
/** How a table's rows are shown, with what rows of this kind have otherwise; undefined for a table of the office's own. */
export const auditedTable = (table: string, kind?: unknown): AuditedTable | undefined => {
  const found = tables.get(table)
  const special = typeof kind === 'string' && found?.kinds && Object.hasOwn(found.kinds, kind) ? found.kinds[kind] : undefined
  return found && special ? { ...found, ...special } : found
}
/** `record.<name>` of a table's rows. */
export const auditedRecord = (table: string, kind?: unknown): string => auditedTable(table, kind)?.record ?? table.replaceAll('_', '-')
