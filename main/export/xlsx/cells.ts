// One value put into one exceljs cell with its style. A string is always a text cell, a number keeps its decimal text, and no formula is ever made (S53).
import type ExcelJS from 'exceljs'
import { cellText, escaped, isPlain, keepsSpace } from './cell-text.ts'
import { hasTime, type ToSerial } from './excel-date.ts'
import type { Cell, ExportColumn, Row } from './export-sheet.ts'
import { DATE, DATETIME, GENERAL, TEXT, numberFormat, percentFormat, type CellStyle, type Role, type StyleTable } from './styles.ts'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** Makes a text cell. Empty text leaves the cell alone. */
export const putText = (cell: ExcelJS.Cell, text: string, style: CellStyle): void => {
  if (isPlain(text)) {
    if (text === '') return
    cell.value = text
    cell.style = style
    return
  }
  const clean = escaped(cellText(text))
  if (clean === '') return
  // Of its two kinds of text exceljs keeps blanks at the edge and line breaks in the rich one only.
  cell.value = keepsSpace(clean) ? { richText: [{ text: clean }] } : clean
  cell.style = style
}

/** Makes a number cell of exact decimal text: exceljs writes what its model holds, digit for digit, where a number would be rounded to 17 digits. */
const putNumber = (cell: ExcelJS.Cell, decimal: string, style: CellStyle): void => {
  cell.value = 0
  cell.style = style
  cell.model.value = decimal
}

/** Per cent to Excel's fraction by moving the point: '13' → '0.13', '-0.5' → '-0.005'. A number in exponent form ('1e-7') is divided. */
export const hundredth = (decimal: string): string => {
  if (decimal.includes('e')) return String(Number(decimal) / 100)
  const negative = decimal.startsWith('-')
  const [whole = '0', part = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const digits = whole.padStart(3, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${part}`
}

const decimalText = (value: number | { decimal: string }): string => {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no number for a cell: ${value}`)
    return String(value)
  }
  if (!DECIMAL.test(value.decimal)) throw new TypeError(`no decimal for a cell: ${JSON.stringify(value.decimal)}`)
  return value.decimal
}

const placesOf = (decimal: string): number => {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

const DEFAULT_PLACES = { integer: 0, money: 2, percent: 2 } as const
const isDefaulted = (kind: string): kind is keyof typeof DEFAULT_PLACES => kind in DEFAULT_PLACES

const plainText = (value: Exclude<Cell, null | undefined>): string => {
  if (typeof value !== 'object') return String(value)
  return 'decimal' in value ? value.decimal : value.date
}

/** Fills the cells of one column in one role; `row` is the whole row, for `decimalsOf`. */
export type CellWriter = (cell: ExcelJS.Cell, value: Cell, row: Row) => void

/** The writer of a column. Totals rows get the column's formats in bold, and an empty cell keeps their line unbroken. */
export const cellWriter = (column: ExportColumn, role: Role, styles: StyleTable, toSerial: ToSerial): CellWriter => {
  const [text, general, day, moment] = [TEXT, GENERAL, DATE, DATETIME].map((format) => styles(role, format)) as [
    CellStyle,
    CellStyle,
    CellStyle,
    CellStyle,
  ]
  const numeric = ['integer', 'decimal', 'money', 'percent'].includes(column.kind)
  const percent = column.kind === 'percent'
  const byPlaces: CellStyle[] = []
  const numberStyle = (places: number) => (byPlaces[places] ??= styles(role, percent ? percentFormat(places) : numberFormat(places)))
  const fixedPlaces = column.decimals ?? (isDefaulted(column.kind) ? DEFAULT_PLACES[column.kind] : undefined)

  const number = (cell: ExcelJS.Cell, value: number | { decimal: string }, row: Row): void => {
    const decimal = decimalText(value)
    const style = numeric ? numberStyle(column.decimalsOf?.(row) ?? fixedPlaces ?? placesOf(decimal)) : general
    putNumber(cell, percent ? hundredth(decimal) : decimal, style)
  }
  const date = (cell: ExcelJS.Cell, value: string): void => {
    const serial = toSerial(value)
    if (serial === undefined) return putText(cell, value, text)
    cell.value = serial
    cell.style = column.kind === 'datetime' || (column.kind !== 'date' && hasTime(value)) ? moment : day
  }

  return (cell, value, row) => {
    if (value === null || value === undefined || value === '') {
      if (role === 'total') cell.style = general
    } else if (typeof value === 'string' || column.kind === 'text') putText(cell, plainText(value), text)
    else if (typeof value === 'boolean') {
      cell.value = value
      cell.style = general
    } else if (typeof value === 'object' && 'date' in value) date(cell, value.date)
    else number(cell, value, row)
  }
}
