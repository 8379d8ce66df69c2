// One cell as XML. Strings become inline string cells, numbers keep their decimal text, and no formula element exists here at all (S53).
import { hasTime, type ToSerial } from './excel-date.ts'
import type { Cell, ExportColumn, Row } from './export-sheet.ts'
import { DATE, DATETIME, GENERAL, TEXT, numberFormat, percentFormat, type Role, type StyleTable } from './styles.ts'
import { cellText, escapeXml, keepsSpace, needsQuotePrefix } from './xml-text.ts'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** A string cell; `plain` and `quoted` are its two possible styles. Empty text leaves no cell. */
export const textCell = (ref: string, text: string, plain: number, quoted: number): string => {
  const clean = cellText(text)
  if (clean === '') return ''
  const style = needsQuotePrefix(clean) ? quoted : plain
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t${keepsSpace(clean) ? ' xml:space="preserve"' : ''}>${escapeXml(clean)}</t></is></c>`
}

/** Per cent to Excel's fraction by moving the point: '13' → '0.13', '-0.5' → '-0.005'. A number in exponent form ('1e-7') is divided. */
export const hundredth = (decimal: string): string => {
  if (!DECIMAL.test(decimal)) return String(Number(decimal) / 100)
  const negative = decimal.startsWith('-')
  const [whole = '0', part = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const digits = whole.padStart(3, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${part}`
}

const decimalText = (cell: number | { decimal: string }): string => {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new TypeError(`no number for a cell: ${cell}`)
    return String(cell)
  }
  if (!DECIMAL.test(cell.decimal)) throw new TypeError(`no decimal for a cell: ${JSON.stringify(cell.decimal)}`)
  return cell.decimal
}

const placesOf = (decimal: string): number => {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

const DEFAULT_PLACES = { integer: 0, money: 2, percent: 2 } as const
const isDefaulted = (kind: string): kind is keyof typeof DEFAULT_PLACES => kind in DEFAULT_PLACES

const plainText = (cell: Exclude<Cell, null | undefined>): string => {
  if (typeof cell !== 'object') return String(cell)
  return 'decimal' in cell ? cell.decimal : cell.date
}

/** Writes the cells of one column in one role; `ref` is the address, `row` the whole row for `decimalsOf`. */
export type CellWriter = (cell: Cell, ref: string, row: Row) => string

/** The writer of a column. Totals rows get the column's formats in bold, and an empty cell keeps their line unbroken. */
export const cellWriter = (column: ExportColumn, role: Role, styles: StyleTable, toSerial: ToSerial): CellWriter => {
  const style = (format: string, quoted = false) => styles.id({ role, format, quoted })
  const [text, quotedText, general, day, moment] = [style(TEXT), style(TEXT, true), style(GENERAL), style(DATE), style(DATETIME)]
  const numeric = ['integer', 'decimal', 'money', 'percent'].includes(column.kind)
  const percent = column.kind === 'percent'
  const byPlaces: number[] = []
  const numberStyle = (places: number): number => (byPlaces[places] ??= style(percent ? percentFormat(places) : numberFormat(places)))
  const fixedPlaces = column.decimals ?? (isDefaulted(column.kind) ? DEFAULT_PLACES[column.kind] : undefined)

  const numberCell = (cell: number | { decimal: string }, ref: string, row: Row): string => {
    const value = decimalText(cell)
    const s = numeric ? numberStyle(column.decimalsOf?.(row) ?? fixedPlaces ?? placesOf(value)) : general
    return `<c r="${ref}" s="${s}"><v>${percent ? hundredth(value) : value}</v></c>`
  }
  const dateCell = (date: string, ref: string): string => {
    const serial = toSerial(date)
    if (serial === undefined) return textCell(ref, date, text, quotedText)
    return `<c r="${ref}" s="${column.kind === 'datetime' || (column.kind !== 'date' && hasTime(date)) ? moment : day}"><v>${serial}</v></c>`
  }
  const empty = (ref: string): string => (role === 'total' ? `<c r="${ref}" s="${general}"/>` : '')

  return (cell, ref, row) => {
    if (cell === null || cell === undefined || cell === '') return empty(ref)
    if (typeof cell === 'string') return textCell(ref, cell, text, quotedText)
    if (column.kind === 'text') return textCell(ref, plainText(cell), text, quotedText)
    if (typeof cell === 'boolean') return `<c r="${ref}" s="${general}" t="b"><v>${cell ? 1 : 0}</v></c>`
    if (typeof cell === 'object' && 'date' in cell) return dateCell(cell.date, ref)
    return numberCell(cell, ref, row)
  }
}
