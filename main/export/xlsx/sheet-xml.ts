// A sheet's XML as it streams into its zip entry: head, rows, totals, filter. Continues on a further sheet when Excel's rows are used up.
import { cellWriter, textCell, type CellWriter } from './cell-xml.ts'
import { columnWidths } from './column-widths.ts'
import type { ToSerial } from './excel-date.ts'
import type { ExportSheet, Row } from './export-sheet.ts'
import { TEXT, type Role, type StyleTable } from './styles.ts'
import type { ZipEntry } from './zip-stream.ts'

/** Rows an Excel sheet can hold. */
export const SHEET_ROWS = 1_048_576
/** Rows kept free at a sheet's end: totals, one line a currency. */
export const TOTALS_ROOM = 64
const SAMPLE_ROWS = 200

/** Where the filter and the repeated header are, for the workbook's names. */
export type WrittenSheet = { headerRow: number; lastRow: number; lastColumn: string; rows: number; more: boolean }
export type RowSource = {
  /** The first rows, not used up by looking. */
  sample: readonly Row[]
  take: () => Promise<Row | undefined> | Row | undefined
  giveBack: (row: Row) => void
  close: () => Promise<void>
}

/** 1 → 'A', 27 → 'AA'. */
export const columnLetters = (n: number): string =>
  n <= 0 ? '' : columnLetters(Math.floor((n - 1) / 26)) + String.fromCharCode(65 + ((n - 1) % 26))

/** Rows one at a time from either kind of iterable; a plain one costs no promise per row. */
export const rowSource = async (rows: ExportSheet['rows']): Promise<RowSource> => {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const valueOf = (result: IteratorResult<Row>): Row | undefined => (result.done === true ? undefined : result.value)
  const next = (): Promise<Row | undefined> | Row | undefined => {
    const result = iterator.next()
    return result instanceof Promise ? result.then(valueOf) : valueOf(result)
  }
  const sample: Row[] = []
  for (let row = await next(); row !== undefined; row = await next()) {
    sample.push(row)
    if (sample.length === SAMPLE_ROWS) break
  }
  let used = 0
  let held: Row | undefined
  const take = () => {
    const row = held
    held = undefined
    return row ?? (used < sample.length ? sample[used++] : next())
  }
  const giveBack = (row: Row) => {
    held = row
  }
  const close = async () => {
    await iterator.return?.()
  }
  return { sample, take, giveBack, close }
}

type Layout = { letters: readonly string[]; widths: readonly number[]; styles: StyleTable }

const headXml = (sheet: ExportSheet, layout: Layout, headerRow: number): string => {
  const { letters, widths, styles } = layout
  const line = (role: Role, row: number, text: string, letter = 'A') =>
    textCell(`${letter}${row}`, text, styles.id({ role, format: TEXT, quoted: false }), styles.id({ role, format: TEXT, quoted: true }))
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const notes = sheet.subtitleLines.map((text, i) => `<row r="${i + 2}">${line('note', i + 2, text)}</row>`)
  const below = headerRow + 1
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headerRow}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${below}" sqref="A${below}"/>` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${cols.join('')}</cols><sheetData>` +
    `<row r="1" ht="24" customHeight="1">${line('title', 1, sheet.title)}</row>${notes.join('')}` +
    `<row r="${headerRow}">${sheet.columns.map((c, i) => line('header', headerRow, c.title, letters[i])).join('')}</row>`
  )
}

const rowXml = (row: Row, n: number, letters: readonly string[], writers: readonly CellWriter[]): string => {
  let xml = `<row r="${n}">`
  for (let i = 0; i < writers.length; i++) xml += writers[i]!(row[i], `${letters[i]!}${n}`, row)
  return `${xml}</row>`
}

const tailXml = (filter: string): string =>
  `</sheetData><autoFilter ref="${filter}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'

/** Writes one sheet; `more` says that rows are left for a further sheet (totals then stand there). `limit` is the sheet's number of rows. */
export const writeSheet = async (
  entry: ZipEntry,
  sheet: ExportSheet,
  source: RowSource,
  options: { styles: StyleTable; toSerial: ToSerial; limit: number },
): Promise<WrittenSheet> => {
  const { styles, toSerial, limit } = options
  const letters = sheet.columns.map((_, i) => columnLetters(i + 1))
  const layout = { letters, widths: columnWidths(sheet.columns, [...source.sample, ...(sheet.totals ?? [])]), styles }
  const writersFor = (role: Role) => sheet.columns.map((c) => cellWriter(c, role, styles, toSerial))
  const headerRow = 2 + sheet.subtitleLines.length
  const lastColumn = letters.at(-1) ?? 'A'
  await entry.write(headXml(sheet, layout, headerRow))

  const writers = writersFor('data')
  let n = headerRow
  let more = false
  for (;;) {
    const taken = source.take()
    const row = taken instanceof Promise ? await taken : taken
    if (row === undefined) break
    if (n >= limit - TOTALS_ROOM) {
      source.giveBack(row)
      more = true
      break
    }
    n += 1
    const flushed = entry.write(rowXml(row, n, letters, writers))
    if (flushed) await flushed
  }
  const lastRow = n
  if (!more) {
    const totals = sheet.totals ?? []
    if (totals.length > TOTALS_ROOM) throw new RangeError(`more than ${TOTALS_ROOM} rows of totals`)
    const totalWriters = writersFor('total')
    for (const row of totals) {
      n += 1
      await entry.write(rowXml(row, n, letters, totalWriters))
    }
  }
  await entry.write(tailXml(`A${headerRow}:${lastColumn}${lastRow}`))
  return { headerRow, lastRow, lastColumn, rows: lastRow - headerRow, more }
}
