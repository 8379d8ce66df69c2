// Where an id leads: the record it is of and what that is called. One that the viewer may not see is answered like one that does not exist (SEC43).
import type { QueryOutput, QueryParsed } from '../../preload/contract/queries.ts'
import { type AnyRecord, type PlacedKind, records } from '../../preload/contract/records.ts'
import { mayView } from '../access/searchable-kinds.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { isInScope, type RecordRow } from './seen-record.ts'

type Located = QueryOutput<'locate'>
type Row = RecordRow & Readonly<Record<string, string | null>>
const UNKNOWN: Located = { kind: 'unknown', title: '' }

const withId = records.filter(({ table }) => table !== 'setting')
/** Kinds with a page, by their tables; names of tables and columns are those of the declarations, never taken from the input. */
const placed = Map.groupBy(
  withId.filter(({ route }) => route !== undefined),
  ({ table }) => table,
)
/** Records that are read on the one they belong to: an amendment on its contract, a request to ship over the limit on its shipment. */
const below = withId.filter(({ route, of }) => route === undefined && of !== undefined)

const rowOf = (q: QueryContext, table: string, id: string): Row | undefined =>
  q.sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Row | undefined
const titleOf = ({ title = [], titleEn = title }: AnyRecord, row: Row): string =>
  titleEn.map((column) => row[column]).find((text) => text) ?? ''

const shown = (q: QueryContext, kinds: readonly AnyRecord[], row: Row): Located => {
  const record = kinds.find(({ rows }) => rows?.values.includes(row[rows.column] ?? '')) ?? kinds.find(({ rows }) => rows === undefined)
  if (!record || !mayView(q, record.kind)) return UNKNOWN
  if (!isInScope(q, record, row)) return UNKNOWN
  return { kind: record.kind as PlacedKind, title: titleOf(record, row) }
}

export const locateRecord = ({ id }: QueryParsed<'locate'>, q: QueryContext): Located => {
  for (const [table, kinds] of placed) {
    const row = rowOf(q, table, id)
    if (row) return shown(q, kinds, row)
  }
  for (const { table, of } of below) {
    const parent = of && rowOf(q, table, id)?.[of.column]
    if (typeof parent !== 'string' || parent === id) continue
    const located = locateRecord({ id: parent }, q)
    return located.kind === 'unknown' ? UNKNOWN : { id: parent, ...located }
  }
  return UNKNOWN
}
