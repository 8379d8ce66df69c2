// A cell's value as text, by its column's kind: what is shown, put in the tooltip and copied.
import type { Cell, Column, ListRow } from '../../../preload/contract/define/index.ts'
import { keyOfNamed } from '../../../preload/contract/names/index.ts'
import { amountShown, decimalShown, instantShown, percentShown } from '../format/shown.ts'

export type CellWords = { name: (key: string) => string; yes: string; no: string; timeZone: string }

export const isMoney = (cell: Cell | undefined): cell is { minor: number; currency: string } => typeof cell === 'object' && cell !== null

/** Kinds that are figures: right-aligned with tabular digits. */
export const isFigure = ({ kind }: Column): boolean =>
  kind === 'money' ||
  kind === 'integer' ||
  kind === 'quantity' ||
  kind === 'price' ||
  kind === 'percent' ||
  kind === 'rate' ||
  kind === 'measure'

export const cellText = (cell: Cell | undefined, column: Column, words: CellWords): string => {
  if (cell === null || cell === undefined) return ''
  if (isMoney(cell)) return amountShown(cell)
  if (typeof cell === 'boolean') return cell ? words.yes : words.no
  const text = String(cell)
  switch (column.kind) {
    case 'enum':
      return text === '' || !column.values ? text : words.name(`${column.values.group}.${text}`)
    case 'datetime':
      return instantShown(text, words.timeZone)
    case 'percent':
      return percentShown(text)
    case 'price':
      return decimalShown(text, 2)
    case 'quantity':
    case 'rate':
    case 'measure':
    case 'integer':
      return decimalShown(text)
    default: {
      const key = column.named && keyOfNamed(text, column.named)
      return key === undefined ? text : words.name(key)
    }
  }
}

/** Whether a money cell says its currency: not when a column beside it does, and not for the company's own. */
export const saysCurrency = (column: Column, shown: ReadonlySet<string>): boolean =>
  column.kind === 'money' && column.currency !== 'base' && !(column.currency !== undefined && shown.has(column.currency))

/** The route a cell opens, when the row has the id for it. */
export const cellOpens = (row: ListRow, opens: Column['opens']): { route: string; id: string } | null => {
  if (!opens) return null
  const id = row[opens.id]
  return typeof id === 'string' && id !== '' ? { route: opens.route, id } : null
}
