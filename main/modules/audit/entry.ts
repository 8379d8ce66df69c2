// One entry of the trail in full: what it changed, record by record, before and after. Rules U16, U17 of SPEC.md.
import { deskNameSql } from './device.ts'
import { outcomeSql } from './outcome.ts'
import { auditedRecord, auditedTable } from '../../../preload/contract/audited.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { auditCells, type Cells } from './cells.ts'
import { above, historyAt, writtenBy, type History, type Row, type Written } from './rows.ts'
import { visibility } from './visibility.ts'

type Entry = QueryOutput<'audit-entry'>
type AuditedRecord = Entry['records'][number]
/** Writings that are read of one entry, and lines that are told of one record: a founding or a great import is summed up beyond. */
const READ = 2000
const LINES = 100

const kindOf = ({ wasThere, isThere }: Written): 'added' | 'changed' | 'removed' => (!wasThere ? 'added' : isThere ? 'changed' : 'removed')
const rowOf = (written: Written, history: History): Row =>
  (written.isThere ? history.after : history.before)(written.table, written.id) ?? { ...written.before, ...written.after }

const routeOf = (table: string, id: string, row: Row, history: History): AuditedRecord['opens'] => {
  const route = auditedTable(table, row['kind'])?.route
  return route !== undefined && history.after(table, id) !== undefined ? { route, id } : null
}

/** The record that a line is summed up below: the first above it that is no line itself. */
const recordOf = (written: Written, history: History): { table: string; id: string } => {
  let at: { table: string; id: string; row: Row | undefined } = { table: written.table, id: written.id, row: rowOf(written, history) }
  if (written.table === 'credential') return { table: 'user', id: written.id }
  for (;;) {
    const parent = at.row && auditedTable(at.table, at.row['kind'])?.line ? above(at.table, at.row) : undefined
    if (!parent) return { table: at.table, id: at.id }
    at = {
      ...parent,
      row: history.after(parent.table, parent.id) ?? history.before(parent.table, parent.id) ?? history.today(parent.table, parent.id),
    }
  }
}

const lineOf = (written: Written, row: Row, cells: Cells): AuditedRecord['lines'][number] => ({
  record: auditedRecord(written.table, row['kind']),
  table: written.table,
  title: cells.title(written.table, row, written.isThere ? 'after' : 'before'),
  kind: kindOf(written),
  fields: cells.fields(written),
})

const recordAt = ({ table, id }: { table: string; id: string }, history: History, cells: Cells): AuditedRecord => {
  const row = history.after(table, id) ?? history.before(table, id) ?? history.today(table, id) ?? {}
  const title = cells.title(table, row, history.after(table, id) ? 'after' : 'before')
  const record = auditedRecord(table, row['kind'])
  const none = { added: 0, changed: 0, removed: 0 }
  return { record, table, id, title, kind: 'as-it-was', fields: [], opens: routeOf(table, id, row, history), count: none, lines: [] }
}

const recordsOf = (rows: readonly Written[], history: History, cells: Cells): AuditedRecord[] => {
  const records = new Map<string, AuditedRecord>()
  for (const written of rows) {
    const place = recordOf(written, history)
    const key = `${place.table} ${place.id}`
    const record = records.get(key) ?? recordAt(place, history, cells)
    records.set(key, record)
    if (place.table === written.table && place.id === written.id) {
      Object.assign(record, { kind: kindOf(written), fields: cells.fields(written) })
      continue
    }
    const line = lineOf(written, rowOf(written, history), cells)
    // A line of which only the office's own columns were written says nothing.
    if (line.kind === 'changed' && line.fields.length === 0 && written.table !== 'credential') continue
    record.count[line.kind] += 1
    if (record.lines.length < LINES) record.lines.push(line)
  }
  return [...records.values()].filter((r) => r.kind === 'added' || r.kind === 'removed' || r.fields.length + r.lines.length > 0)
}

/** Refuses `not-found` for an entry that is not there. Records whose view right or scope the viewer lacks are only counted. */
export const auditEntry = ({ id }: QueryParsed<'audit-entry'>, q: QueryContext): Entry => {
  const entry = q.orNotFound(
    q.sql
      .prepare(
        `SELECT a.id, a.at, ${q.viewer.language === 'en' ? "coalesce(nullif(u.nameEn, ''), u.name)" : 'u.name'} AS user, coalesce(${deskNameSql('a')}, a.device) AS device, a.kind, a.name, a.subject, ${outcomeSql('a')} AS outcome FROM audit a LEFT JOIN user u ON u.id = a.userId WHERE a.id = ?`,
      )
      .get(id) as Omit<Entry, 'records' | 'withheld' | 'more'> | undefined,
    'audit',
  )
  const { rows, more } = writtenBy(q.sql, id, READ)
  const history = historyAt(q.sql, id)
  const maySee = visibility(q, history)
  const described = rows.filter(
    ({ table, id: key }) => auditedTable(table) !== undefined && (auditedTable(table)!.only?.includes(key) ?? true),
  )
  const seen = described.filter((w) => maySee(w.table, w.id, rowOf(w, history)))
  const records = recordsOf(seen, history, auditCells(q, history))
  // What the command was about comes first.
  const subject = records.filter((r) => r.id === entry.subject)
  return {
    ...entry,
    records: [...subject, ...records.filter((r) => r.id !== entry.subject)],
    withheld: described.length - seen.length,
    more,
  }
}
