// How wide a column must be: a Chinese character takes the room of two Latin ones.
import { hasTime } from './excel-date.ts'
import type { Cell, ColumnKind, ExportColumn, Row } from './export-sheet.ts'

const WIDEST = 60
/** Numbers that do not fit show as ####, and later rows and totals are longer than the first ones: room for 99,999,999.99. */
const NARROWEST: Record<ColumnKind, number> = {
  text: 8,
  boolean: 8,
  date: 12,
  datetime: 18,
  percent: 10,
  integer: 10,
  decimal: 12,
  money: 15,
}
const PADDING = 2
const FILTER_ARROW = 2

const wide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6))

/** Width of the longest line in half-width characters; an emoji counts two. */
export const displayWidth = (text: string): number => {
  let longest = 0
  let line = 0
  for (let i = 0; i < text.length && longest < WIDEST; i++) {
    const code = text.charCodeAt(i)
    line = code === 0x0a ? 0 : line + (wide(code) ? 2 : 1)
    if (line > longest) longest = line
  }
  return longest
}

const numberWidth = (text: string, decimals: number | undefined): number => {
  const [whole = '', part = ''] = text.split('.')
  const places = decimals ?? part.length
  return whole.length + Math.floor(whole.length / 3) + (places > 0 ? places + 1 : 0)
}

const cellWidth = (cell: Cell, column: ExportColumn, row: Row): number => {
  if (cell === null || cell === undefined) return 0
  if (typeof cell === 'string') return displayWidth(cell)
  if (typeof cell === 'boolean') return 5
  if (typeof cell === 'object' && 'date' in cell) return hasTime(cell.date) ? 16 : 10
  const decimals = column.decimalsOf?.(row) ?? column.decimals ?? (column.kind === 'money' || column.kind === 'percent' ? 2 : undefined)
  return numberWidth(typeof cell === 'number' ? String(cell) : cell.decimal, decimals)
}

/** Widths of all columns from their titles and some rows (the first ones of a stream). */
export const columnWidths = (columns: readonly ExportColumn[], sample: readonly Row[]): number[] =>
  columns.map((column, i) => {
    if (column.width !== undefined) return column.width
    const widest = sample.reduce((most, row) => Math.max(most, cellWidth(row[i], column, row)), displayWidth(column.title) + FILTER_ARROW)
    return Math.min(WIDEST, Math.max(NARROWEST[column.kind], widest + PADDING))
  })
