// The Excel writer for lists and reports: streams rows of any number into a styled workbook with a flat memory.
// Written by hand and not with exceljs: with styles on, exceljs is several times slower (build/bench/xlsx.ts prints the ratio).
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { serialIn } from './excel-date.ts'
import type { ExportSheet, WorkbookOptions } from './export-sheet.ts'
import { sheetName } from './sheet-names.ts'
import { SHEET_ROWS, TOTALS_ROOM, rowSource, writeSheet, type WrittenSheet } from './sheet-xml.ts'
import { styleTable, type StyleTable } from './styles.ts'
import { escapeXml } from './xml-text.ts'
import { zipStream, type ZipStream } from './zip-stream.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

type Put = (bytes: Uint8Array) => Promise<void>
type NamedSheet = WrittenSheet & { name: string }

const addText = async (zip: ZipStream, name: string, text: string): Promise<void> => {
  const entry = await zip.entry(name)
  await entry.write(text)
  await entry.close()
}

const relationship = (n: number, type: string, target: string) => `<Relationship Id="rId${n}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relationships = (items: readonly string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`

/** The filter's range and the header repeated on every printed page. */
const definedNames = (sheets: readonly NamedSheet[]): string =>
  sheets
    .map((s, i) => {
      const quoted = escapeXml(`'${s.name.replaceAll("'", "''")}'`)
      return (
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}!$A$${s.headerRow}:$${s.lastColumn}$${s.lastRow}</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}!$${s.headerRow}:$${s.headerRow}</definedName>`
      )
    })
    .join('')

const workbookXml = (sheets: readonly NamedSheet[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
  sheets.map((s, i) => `<sheet name="${escapeXml(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
  `</sheets><definedNames>${definedNames(sheets)}</definedNames></workbook>`

const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  ).join('') +
  '</Types>'

const writeSheets = async (
  zip: ZipStream,
  sheets: readonly ExportSheet[],
  styles: StyleTable,
  options: WorkbookOptions,
): Promise<NamedSheet[]> => {
  const written: NamedSheet[] = []
  const taken = new Set<string>()
  const [toSerial, limit] = [serialIn(options.timeZone ?? DEFAULT_TIME_ZONE), options.sheetRows ?? SHEET_ROWS]
  for (const sheet of sheets) {
    if (sheet.columns.length === 0) throw new RangeError('a sheet without columns')
    if (limit <= 2 + sheet.subtitleLines.length + TOTALS_ROOM) throw new RangeError('a sheet without room for rows')
    const source = await rowSource(sheet.rows)
    try {
      for (let more = true; more; ) {
        const entry = await zip.entry(`xl/worksheets/sheet${written.length + 1}.xml`)
        const done = await writeSheet(entry, sheet, source, { styles, toSerial, limit })
        await entry.close()
        written.push({ ...done, name: sheetName(sheet.name, taken) })
        more = done.more
      }
    } finally {
      await source.close()
    }
  }
  return written
}

const writeParts = async (
  put: (bytes: Uint8Array) => Promise<void>,
  sheets: readonly ExportSheet[],
  options: WorkbookOptions,
): Promise<number> => {
  const zip = zipStream(put)
  const styles = styleTable()
  // First in the file: by this part others recognise an Office file.
  await addText(zip, '_rels/.rels', relationships([relationship(1, 'officeDocument', 'xl/workbook.xml')]))
  const written = await writeSheets(zip, sheets, styles, options)
  await addText(zip, 'xl/workbook.xml', workbookXml(written))
  const links = written.map((_, i) => relationship(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  await addText(zip, 'xl/_rels/workbook.xml.rels', relationships([...links, relationship(written.length + 1, 'styles', 'styles.xml')]))
  await addText(zip, 'xl/styles.xml', styles.xml())
  await addText(zip, '[Content_Types].xml', contentTypes(written.length))
  await zip.finish()
  return written.reduce((sum, s) => sum + s.rows, 0)
}

/** Runs `write` against a stream: every chunk waits until it is taken, and an early close (the reader left) is an error, never a wait for ever. */
const through = async <T>(target: Writable, write: (put: Put) => Promise<T>): Promise<T> => {
  let failure: Error | undefined
  let refuse: (error: Error) => void = () => undefined
  const onError = (error: Error) => {
    failure ??= error
    refuse(failure)
  }
  const onClose = () => onError(new Error('the target of the export closed early'))
  target.on('error', onError).on('close', onClose)
  const handOver = (give: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      if (failure) return reject(failure)
      refuse = reject
      return give((error) => (error ? reject(error) : resolve()))
    })
  try {
    const result = await write((bytes) => handOver((done) => target.write(bytes, done)))
    await handOver((done) =>
      target.end((error?: Error | null) => {
        target.off('close', onClose)
        done(error)
      }),
    )
    target.off('error', onError)
    return result
  } catch (error) {
    // The listener stays: the stream will still report the error it is destroyed with.
    target.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

const closed = (file: Writable): Promise<void> => (file.closed ? Promise.resolve() : new Promise((resolve) => file.once('close', resolve)))

/**
 * Writes sheets into a new workbook and returns how many data rows it holds (for the export's log, S51).
 * `target` is a path (a file of that name is replaced only when the new one is whole) or a stream, which is ended, or destroyed on failure.
 * A list longer than a sheet can hold continues on further sheets. Faults: a broken decimal or number, a sheet without columns, over 4 GiB, the target's I/O errors, whatever `rows` throws.
 */
export const writeWorkbook = async (
  target: string | Writable,
  sheets: readonly ExportSheet[],
  options: WorkbookOptions = {},
): Promise<{ rows: number }> => {
  if (sheets.length === 0) throw new RangeError('a workbook without sheets')
  if (typeof target !== 'string') return { rows: await through(target, (put) => writeParts(put, sheets, options)) }
  const unfinished = `${target}.part`
  const file = createWriteStream(unfinished)
  try {
    const rows = await through(file, (put) => writeParts(put, sheets, options))
    await closed(file)
    await rename(unfinished, target)
    return { rows }
  } catch (error) {
    await closed(file)
    await rm(unfinished, { force: true })
    throw error
  }
}
