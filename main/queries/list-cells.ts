// From the raw fields of a row to the cells of an answer: every column has its reader, made once a request and not once a cell.
import type { RawBuilder } from 'kysely'
import type { RowValues } from '../../db/open.ts'
import type { Cell, Column, ListRow, ListSpec } from '../../preload/contract/define/index.ts'
import { scaledText } from '../../preload/contract/vocabulary/decimal.ts'
import type { ListSource } from './define-query.ts'
import { asSql, fieldOf, isDecimal } from './list-conditions.ts'

export type Visible = [name: string, column: Column][]
/** A row by name, for what exact arithmetic makes of it. */
export type Raw = Record<string, string | number | null>
type ReadCell = (values: RowValues, raw: Raw) => Cell

/** How a column's cell is read from the value at `at`; undefined for a value that is shown as it is. */
const readerOf = ({ kind, currency }: Column, at: number, codeAt: number, base: string): ReadCell | undefined => {
  if (kind === 'money')
    return (values) => {
      const value = values[at] ?? null
      const code = currency === 'base' ? base : values[codeAt]
      return value === null || typeof code !== 'string' ? null : { minor: Number(value), currency: code }
    }
  if (isDecimal(kind))
    return (values) => {
      const value = values[at] ?? null
      return value === null ? null : scaledText(Number(value), kind)
    }
  if (kind === 'boolean')
    return (values) => {
      const value = values[at] ?? null
      return value === null ? null : value === 1
    }
  return undefined
}

export const extrasOf = (spec: ListSpec, source: ListSource): string[] =>
  Object.keys(source.fields).filter((name) => !(name in spec.columns))

/** Reads rows of a list, whose values stand in the order of `names`, as its viewer sees them. */
export const rowReader = (
  ...[spec, source, visible, base, names]: [ListSpec, ListSource, Visible, string, readonly string[]]
): ((values: RowValues) => ListRow) => {
  const place = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name))
  const cells = visible.map(([name, column]): { name: string; at: number; read: ReadCell | undefined } => {
    const at = place(name)
    const plain = readerOf(column, at, place(column.currency), base)
    const computed = source.computed?.[name]
    const read: ReadCell | undefined = computed ? (values, raw) => computed(raw) ?? plain?.(values, raw) ?? null : plain
    const blank = source.blank?.[name]
    if (!blank) return { name, at, read }
    return { name, at, read: (values, raw) => (blank(raw) ? null : read ? read(values, raw) : (values[at] ?? null)) }
  })
  for (const name of extrasOf(spec, source)) cells.push({ name, at: place(name), read: undefined })
  const id = place('id$')
  const nothing: Raw = {}
  const byName = (values: RowValues): Raw => Object.fromEntries(names.map((name, i) => [name, values[i] ?? null]))
  const isComputed = source.computed !== undefined || source.blank !== undefined
  return (values) => {
    const raw = isComputed ? byName(values) : nothing
    const row: ListRow = { id: String(values[id]) }
    for (const { name, at, read } of cells) row[name] = read ? read(values, raw) : (values[at] ?? null)
    return row
  }
}

type Selected = { name: string; field: RawBuilder<unknown> }
/** The raw fields that a page selects, in this order: what is seen, its currencies, the extras, and the row's id as `id$`. */
export const columnsOf = (spec: ListSpec, source: ListSource, visible: Visible): Selected[] => {
  const names = new Set([
    ...visible.map(([n]) => n),
    ...visible.flatMap(([, c]) => (c.kind === 'money' && c.currency !== 'base' ? [c.currency!] : [])),
    ...extrasOf(spec, source),
  ])
  const chosen = source.chosen === undefined ? [] : [{ name: 'chosen$', field: asSql(source.chosen.by) }]
  return [
    { name: 'id$', field: asSql(source.id) },
    ...chosen,
    ...[...names].filter((n) => source.computed?.[n] === undefined).map((name) => ({ name, field: fieldOf(source, name) })),
  ]
}
export const selected = (columns: readonly Selected[]) => columns.map(({ name, field }) => field.as(name))
export const namesOf = (columns: readonly Selected[]) => columns.map(({ name }) => name)
