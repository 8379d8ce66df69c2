// One value made the model of one exceljs cell with its style. A string is always a text cell, a number keeps its decimal text, and no formula is ever made (S53).
// Models are what exceljs writes; its rows and cells, which make them, cost a list of any length more than the writing itself.
import ExcelJS from 'exceljs'
import { cellText, escaped, isPlain, keepsSpace } from './cell-text.ts'
import { hasTime, type ToSerial } from './excel-date.ts'
import type { Cell, ExportColumn, Row } from './export-sheet.ts'
import { DATE, DATETIME, GENERAL, TEXT, numberFormat, percentFormat, type CellStyle, type Role, type StyleTable } from './styles.ts'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** What exceljs writes of a cell: a part of its own model. Decimal text of a number is written as it is, where a number would be rounded to 17 digits. */
export type CellModel = {
  address: string
  type: ExcelJS.ValueType
  value?: string | number | boolean | { richText: { text: string }[] }
  style: CellStyle
}

const { Null, Number: Numeric, String: Text, RichText, Boolean: Logical } = ExcelJS.ValueType

/** A text cell; none for empty text. */
export const textCell = (address: string, text: string, style: CellStyle): CellModel | undefined => {
  if (isPlain(text)) return text === '' ? undefined : { address, type: Text, value: text, style }
  const clean = escaped(cellText(text))
  if (clean === '') return undefined
  // Of its two kinds of text exceljs keeps blanks at the edge and line breaks in the rich one only.
  return keepsSpace(clean)
    ? { address, type: RichText, value: { richText: [{ text: clean }] }, style }
    : { address, type: Text, value: clean, style }
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

/** Makes the cells of one column in one role, none where there is nothing to write; `row` is the whole row, for `decimalsOf`. */
export type CellMaker = (address: string, value: Cell, row: Row) => CellModel | undefined

/** The maker of a column's cells. Totals rows get the column's formats in bold, and an empty cell keeps their line unbroken. */
export const cellMaker = (column: ExportColumn, role: Role, styles: StyleTable, toSerial: ToSerial): CellMaker => {
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

  const number = (address: string, value: number | { decimal: string }, row: Row): CellModel => {
    const decimal = decimalText(value)
    const style = numeric ? numberStyle(column.decimalsOf?.(row) ?? fixedPlaces ?? placesOf(decimal)) : general
    return { address, type: Numeric, value: percent ? hundredth(decimal) : decimal, style }
  }
  const date = (address: string, value: string): CellModel | undefined => {
    const serial = toSerial(value)
    if (serial === undefined) return textCell(address, value, text)
    const style = column.kind === 'datetime' || (column.kind !== 'date' && hasTime(value)) ? moment : day
    return { address, type: Numeric, value: serial, style }
  }

  return (address, value, row) => {
    if (value === null || value === undefined || value === '') return role === 'total' ? { address, type: Null, style: general } : undefined
    if (typeof value === 'string' || column.kind === 'text') return textCell(address, plainText(value), text)
    if (typeof value === 'boolean') return { address, type: Logical, value, style: general }
    return typeof value === 'object' && 'date' in value ? date(address, value.date) : number(address, value, row)
  }
}
