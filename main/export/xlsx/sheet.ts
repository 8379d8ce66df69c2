// One sheet as it streams: head, rows, totals, filter. Continues on a further sheet when Excel's rows are used up.
import { cellMaker, textCell, type CellMaker, type CellModel } from './cells.ts'
import { columnWidths } from './column-widths.ts'
import type { ToSerial } from './excel-date.ts'
import type { ExportSheet, Row } from './export-sheet.ts'
import type { StreamedSheet, StreamingWorkbook } from './streaming-workbook.ts'
import { TEXT, type Role, type StyleTable } from './styles.ts'

/** Rows an Excel sheet can hold. */
export const SHEET_ROWS = 1_048_576
/** Rows kept free at a sheet's end: totals, one line a currency. */
export const TOTALS_ROOM = 64
const SAMPLE_ROWS = 200

export type RowSource = {
  /** The first rows, not used up by looking. */
  sample: readonly Row[]
  take: () => Promise<Row | undefined> | Row | undefined
  giveBack: (row: Row) => void
  close: () => Promise<void>
}

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

/** An empty sheet with its widths, frozen head and page: A4 across, one page wide, the header repeated on every page. */
const openSheet = (book: StreamingWorkbook, name: string, widths: readonly number[], headerRow: number): StreamedSheet => {
  const below = `A${headerRow + 1}`
  const opened = book.addWorksheet(name, {
    properties: { defaultRowHeight: 16 },
    views: [{ state: 'frozen', ySplit: headerRow, topLeftCell: below, activeCell: below }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
  })
  opened.columns = widths.map((width) => ({ width }))
  return opened as StreamedSheet
}

/** Letters of a column, 1 → A. */
const lettersOf = (column: number): string =>
  column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1) : String.fromCharCode(64 + column)

/** Writes rows one after the other, each with what the makers make of its values. */
const rowWriter = (opened: StreamedSheet, columns: number) => {
  const letters = Array.from({ length: columns }, (_, i) => lettersOf(i + 1))
  return (number: number, values: Row, makers: readonly CellMaker[], height?: number): void => {
    const cells: CellModel[] = []
    let [min, max] = [0, 0]
    for (let i = 0; i < makers.length; i++) {
      const cell = makers[i]!(`${letters[i]!}${number}`, values[i], values)
      if (cell === undefined) continue
      cells.push(cell)
      max = i + 1
      min ||= max
    }
    opened._writeRow({ hasValues: cells.length > 0, height, model: { number, cells, min, max, height } })
  }
}

/** Title, notes and the names of the columns; gives the number of its last row. */
const writeHead = (write: ReturnType<typeof rowWriter>, sheet: ExportSheet, styles: StyleTable): number => {
  const maker =
    (role: Role): CellMaker =>
    (address, value) =>
      textCell(address, String(value), styles(role, TEXT))
  let number = 0
  write(++number, [sheet.title], [maker('title')], 24)
  for (const text of sheet.subtitleLines) write(++number, [text], [maker('note')])
  const header = maker('header')
  write(
    ++number,
    sheet.columns.map((c) => c.title),
    sheet.columns.map(() => header),
  )
  return number
}

type SheetOptions = { name: string; styles: StyleTable; toSerial: ToSerial; limit: number }

/** Writes one sheet and says how many rows it holds; `more` says that rows are left for a further sheet (totals then stand there). `limit` is the sheet's number of rows. */
export const writeSheet = async (
  book: StreamingWorkbook,
  sheet: ExportSheet,
  source: RowSource,
  { name, styles, toSerial, limit }: SheetOptions,
): Promise<{ rows: number; more: boolean }> => {
  const headerRow = 2 + sheet.subtitleLines.length
  const widths = columnWidths(sheet.columns, [...source.sample, ...(sheet.totals ?? [])])
  const makersFor = (role: Role) => sheet.columns.map((c) => cellMaker(c, role, styles, toSerial))
  const opened = openSheet(book, name, widths, headerRow)
  const write = rowWriter(opened, sheet.columns.length)
  let lastRow = writeHead(write, sheet, styles)

  const makers = makersFor('data')
  let more = false
  for (;;) {
    const taken = source.take()
    const row = taken instanceof Promise ? await taken : taken
    if (row === undefined) break
    if (lastRow >= limit - TOTALS_ROOM) {
      source.giveBack(row)
      more = true
      break
    }
    write(++lastRow, row, makers)
    const wait = book.ready()
    if (wait) await wait
  }
  const totals = more ? [] : (sheet.totals ?? [])
  if (totals.length > TOTALS_ROOM) throw new RangeError(`more than ${TOTALS_ROOM} rows of totals`)
  const totalMakers = makersFor('total')
  totals.forEach((row, i) => write(lastRow + 1 + i, row, totalMakers))
  opened.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: lastRow, column: sheet.columns.length } }
  opened.commit()
  return { rows: lastRow - headerRow, more }
}
