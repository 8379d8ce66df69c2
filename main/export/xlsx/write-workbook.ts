// The Excel writer for lists and reports: streams rows of any number through exceljs into a styled workbook with a flat memory.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { serialIn } from './excel-date.ts'
import type { ExportSheet, WorkbookOptions } from './export-sheet.ts'
import { sheetName } from './sheet-names.ts'
import { SHEET_ROWS, TOTALS_ROOM, rowSource, writeSheet } from './sheet.ts'
import { StreamingWorkbook } from './streaming-workbook.ts'
import { styleTable } from './styles.ts'

const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

const writeSheets = async (book: StreamingWorkbook, sheets: readonly ExportSheet[], options: WorkbookOptions): Promise<number> => {
  const styles = styleTable()
  const taken = new Set<string>()
  const [toSerial, limit] = [serialIn(options.timeZone ?? DEFAULT_TIME_ZONE), options.sheetRows ?? SHEET_ROWS]
  let rows = 0
  for (const sheet of sheets) {
    if (sheet.columns.length === 0) throw new RangeError('a sheet without columns')
    if (limit <= 2 + sheet.subtitleLines.length + TOTALS_ROOM) throw new RangeError('a sheet without room for rows')
    const source = await rowSource(sheet.rows)
    try {
      for (let more = true; more; ) {
        const done = await writeSheet(book, sheet, source, { name: sheetName(sheet.name, taken), styles, toSerial, limit })
        rows += done.rows
        more = done.more
      }
    } finally {
      await source.close()
    }
  }
  return rows
}

/** Writes all sheets into a stream and ends it. An early close (the reader left) is an error, never a wait for ever; a failure destroys the stream. */
const writeTo = async (target: Writable, sheets: readonly ExportSheet[], options: WorkbookOptions): Promise<number> => {
  const book = new StreamingWorkbook(target, options.at ?? new Date())
  try {
    const rows = await writeSheets(book, sheets, options)
    await book.commit()
    return rows
  } catch (error) {
    book.zip.abort()
    // The stream will still report the error it is destroyed with.
    target.on('error', () => undefined)
    target.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

const closed = (file: Writable): Promise<void> => (file.closed ? Promise.resolve() : new Promise((resolve) => file.once('close', resolve)))

/**
 * Writes sheets into a new workbook and returns how many data rows it holds (for the export's log, S51).
 * `target` is a path (a file of that name is replaced only when the new one is whole) or a stream, which is ended, or destroyed on failure.
 * A list longer than a sheet can hold continues on further sheets. Faults: a broken decimal or number, a sheet without columns, the target's I/O errors, whatever `rows` throws.
 */
export const writeWorkbook = async (
  target: string | Writable,
  sheets: readonly ExportSheet[],
  options: WorkbookOptions = {},
): Promise<{ rows: number }> => {
  if (sheets.length === 0) throw new RangeError('a workbook without sheets')
  if (typeof target !== 'string') return { rows: await writeTo(target, sheets, options) }
  const unfinished = `${target}.part`
  const file = createWriteStream(unfinished)
  try {
    const rows = await writeTo(file, sheets, options)
    await closed(file)
    await rename(unfinished, target)
    return { rows }
  } catch (error) {
    await closed(file)
    await rm(unfinished, { force: true })
    throw error
  }
}
