// From the raw fields of a row to the cells of an answer: every column has its reader, made once a request and not once a cell.
import type { Cell, Column, ListRow, ListSpec } from '../../preload/contract/define.ts'
import { scaledText } from '../../preload/contract/vocabulary/decimal.ts'
import type { ListSource } from './define-query.ts'
import { asSql, fieldOf, isDecimal } from './list-conditions.ts'

export type Visible = [name: string, column: Column][]
export type Raw = Record<string, string | number | null>
type ReadCell = (raw: Raw) => Cell

const readerOf = (name: string, column: Column, base: string): ReadCell => {
  const { kind, currency } = column
  if (kind === 'money')
    return (raw) => {
      const value = raw[name] ?? null
      const code = currency === 'base' ? base : raw[currency!]
      return value === null || typeof code !== 'string' ? null : { minor: Number(value), currency: code }
    }
  if (isDecimal(kind))
    return (raw) => {
      const value = raw[name] ?? null
      return value === null ? null : scaledText(Number(value), kind)
    }
  if (kind === 'boolean')
    return (raw) => {
      const value = raw[name] ?? null
      return value === null ? null : value === 1
    }
  return (raw) => raw[name] ?? null
}

export const extrasOf = (spec: ListSpec, source: ListSource): string[] =>
  Object.keys(source.fields).filter((name) => !(name in spec.columns))

/** Reads rows of a list as its viewer sees them. */
export const rowReader = (spec: ListSpec, source: ListSource, visible: Visible, base: string): ((raw: Raw) => ListRow) => {
  const cells = visible.map(([name, column]): [string, ReadCell] => {
    const plain = readerOf(name, column, base)
    const computed = source.computed?.[name]
    return [name, computed ? (raw) => computed(raw) ?? plain(raw) : plain]
  })
  for (const name of extrasOf(spec, source)) cells.push([name, (raw) => raw[name] ?? null])
  return (raw) => {
    const row: ListRow = { id: String(raw['id$']) }
    for (const [name, read] of cells) row[name] = read(raw)
    return row
  }
}

/** The raw fields that a page selects: what is seen, its currencies, the extras, and the row's id as `id$`. */
export const columnsOf = (spec: ListSpec, source: ListSource, visible: Visible) => {
  const names = new Set([
    ...visible.map(([n]) => n),
    ...visible.flatMap(([, c]) => (c.kind === 'money' && c.currency !== 'base' ? [c.currency!] : [])),
    ...extrasOf(spec, source),
  ])
  const chosen = source.chosen === undefined ? [] : [asSql(source.chosen.by).as('chosen$')]
  return [
    asSql(source.id).as('id$'),
    ...chosen,
    ...[...names].filter((n) => source.computed?.[n] === undefined).map((n) => fieldOf(source, n).as(n)),
  ]
}
