// From columns of a written row to what is told of them: names for ids, money with its currency, structures taken apart. Rules U16, U17 of SPEC.md.
import { seesSecret } from '../../../preload/contract/figures.ts'
import { auditedTable, type AuditedTable } from '../../../preload/contract/audited.ts'
import type { RecordColumn } from '../../../preload/contract/define/record.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import { PLACES, scaledText, type DecimalKind } from '../../../preload/contract/vocabulary/decimal.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { above, type History, type Row, type Written } from './rows.ts'

/** One column: `part` is the resource, or the setting, within a structure. */
export type Field = { field: string; part: string | null; before: Cell; after: Cell }
type Value = string | number | null | undefined
type At = (table: string, id: string) => Row | undefined

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const parsed = (value: Value): unknown => (isText(value) ? (JSON.parse(value) as unknown) : undefined)
const isEmpty = (value: Value) => value === null || value === undefined || value === '' || value === 0 || value === '[]'

const isDecimal = (kind: string): kind is DecimalKind => kind in PLACES

const actionsByResource = (value: Value): Map<string, string> => {
  const found = new Map<string, string>()
  for (const permission of (parsed(value) ?? []) as string[]) {
    const at = permission.lastIndexOf('.')
    const resource = permission.slice(0, at)
    found.set(resource, [found.get(resource), permission.slice(at + 1)].filter(isText).join(' '))
  }
  return found
}
const entriesOf = (value: Value): Map<string, string> => new Map(Object.entries((parsed(value) ?? {}) as Record<string, string>))
const settingsOf = (value: Value): Map<string, Cell> => {
  const { switches, ...company } = (parsed(value) ?? {}) as Record<string, unknown>
  return new Map(
    Object.entries({ ...company, ...(switches as object | undefined) }).map(([name, one]) => [
      name,
      one === null || typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? one : [one].flat().join(', '),
    ]),
  )
}
const partsOf = { permissions: actionsByResource, scopes: entriesOf, settings: settingsOf }

/** A structure taken apart: only the parts that differ. */
const apart = (field: string, before: Map<string, Cell>, after: Map<string, Cell>): Field[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((part) => ({ field, part, before: before.get(part) ?? null, after: after.get(part) ?? null }))
    .filter((f) => f.before !== f.after)

export type Cells = {
  /** What a row is called, as it stood at that moment. */
  title(table: string, row: Row | undefined, when: 'before' | 'after'): string
  fields(written: Written): Field[]
}

/** Tells rows in the viewer's language and within his rights: a column that needs a right he lacks is absent. */
export const auditCells = (q: QueryContext, history: History): Cells => {
  const isEnglish = q.viewer.language === 'en'
  const itemOf = (ref: string) => q.sql.prepare('SELECT documentNumber, currency FROM open_item WHERE ref = ?').get(ref) as Row | undefined

  const title = (table: string, row: Row | undefined, at: At): string => {
    const described = row && auditedTable(table, row['kind'])
    for (const column of (isEnglish && described?.titleEn) || described?.title || []) {
      const value = row?.[column]
      const text = isText(value) || typeof value === 'number' ? nameOf(described!, column, value, row!, at) : ''
      if (text !== '') return text
    }
    return ''
  }
  /** A value as it is told: the name of the row it means, where it means one. */
  const nameOf = (described: AuditedTable, column: string, value: string | number, row: Row, at: At): string => {
    const names = described.columns[column]?.names
    if (names === undefined) return String(value)
    if (names === 'open_item') return String(itemOf(String(value))?.['documentNumber'] ?? value)
    const table = names === 'the record above' ? tableAbove(described, row) : names
    if (table === undefined) return ''
    const id = String(value)
    // Never the id itself: what has no name says nothing to a reader.
    return title(table, at(table, id) ?? history.today(table, id), at)
  }
  const tableAbove = ({ of }: AuditedTable, row: Row): string | undefined => (of && 'table' in of ? of.table : of?.each[String(row[of.by])])

  const currencyOf = (said: string, table: string, row: Row, at: At): Value => {
    if (said === 'base') return q.company.baseCurrency
    if (said.startsWith('^')) {
      const parent = above(table, row)
      const found = parent && (at(parent.table, parent.id) ?? history.today(parent.table, parent.id))
      return found && currencyOf(said.slice(1), parent.table, found, at)
    }
    if (!said.startsWith('@')) return row[said]
    const id = row[said.slice(1)]
    const names = auditedTable(table, row['kind'])?.columns[said.slice(1)]?.names
    return isText(id) && names !== undefined ? (names === 'open_item' ? itemOf(id) : at(names, id))?.['currency'] : undefined
  }

  const cellOf = (name: string, column: RecordColumn, value: Value, table: string, row: Row, at: At): Cell => {
    if (value === null || value === undefined || column.form === 'changed') return null
    if (column.kind === 'money') {
      const currency = currencyOf(column.currency!, table, row, at)
      return isText(currency) ? { minor: Number(value), currency } : null
    }
    if (isDecimal(column.kind)) return scaledText(Number(value), column.kind)
    if (column.kind === 'boolean') return value === 1
    return column.names === undefined ? value : nameOf(auditedTable(table, row['kind'])!, name, value, row, at)
  }

  const fieldsOf = (name: string, column: RecordColumn, written: Written): Field[] => {
    const [was, is] = [written.before[name], written.after[name]]
    const isTold = written.wasThere && written.isThere ? name in written.after && was !== is : !isEmpty(written.isThere ? is : was)
    if (!isTold || (column.secret !== undefined && !seesSecret(q.may, column.secret))) return []
    const { form } = column
    if (form === 'permissions' || form === 'scopes' || form === 'settings') return apart(name, partsOf[form](was), partsOf[form](is))
    const { table, id, before, after } = written
    const cell = (value: Value, row: Row, at: At) => cellOf(name, column, value, table, { ...at(table, id), ...row }, at)
    return [{ field: name, part: null, before: cell(was, before, history.before), after: cell(is, after, history.after) }]
  }

  return {
    title: (table, row, when) => title(table, row, history[when]),
    fields: (written) => {
      const kind = (written.isThere ? history.after(written.table, written.id) : undefined) ?? { ...written.before, ...written.after }
      const described = auditedTable(written.table, kind['kind'])
      return Object.entries(described?.columns ?? {}).flatMap(([name, column]) => fieldsOf(name, column, written))
    },
  }
}
