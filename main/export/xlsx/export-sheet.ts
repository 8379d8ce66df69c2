// What a list or report hands over to become an Excel sheet: columns, rows, totals. No Excel detail is known outside this folder.

export type ColumnKind = 'text' | 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'datetime' | 'boolean'

/**
 * One value. `decimal` is exact decimal text and reaches the file digit for digit (Excel itself shows at most 15 significant digits).
 * `date` is 'YYYY-MM-DD', or with a time 'YYYY-MM-DDTHH:MM[:SS[.mmm]]' as read on the wall; with a 'Z' behind it is an instant and shown in `timeZone`.
 * A string is always a text cell, whatever the column's kind; null and undefined leave the cell empty.
 */
export type Cell = string | number | boolean | { decimal: string } | { date: string } | null | undefined
export type Row = readonly Cell[]

/**
 * `decimals` fixes the places shown; `decimalsOf` decides them row by row (a money column of several currencies shows each currency's minor units).
 * Without either: money 2, percent 2, integer 0, decimal as many as the value has.
 * Percent cells carry per cent, as everywhere in this house: { decimal: '13' } is 13 %, and becomes Excel's 0.13 exactly.
 * `width` is in characters of the default font; without it the column fits its title and first rows.
 */
export type ExportColumn = {
  title: string
  kind: ColumnKind
  width?: number
  decimals?: number
  decimalsOf?: (row: Row) => number
}

/** `totals` is read after the last row, so that it may be counted while the rows pass. */
export type ExportSheet = {
  name: string
  title: string
  subtitleLines: readonly string[]
  columns: readonly ExportColumn[]
  rows: AsyncIterable<Row> | Iterable<Row>
  totals?: readonly Row[]
}

/** `timeZone`: the company's, for instants; `at`: when the file is made (now); `sheetRows`: rows a sheet can hold, for tests only. */
export type WorkbookOptions = { timeZone?: string; at?: Date; sheetRows?: number }
