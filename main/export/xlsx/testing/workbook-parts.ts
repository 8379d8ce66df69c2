// For tests: a workbook in memory, and its parts read strictly from the zip's directory (names, sizes and checksums must agree).
import { Writable } from 'node:stream'
import { crc32, inflateRawSync } from 'node:zlib'
import type { ExportSheet, WorkbookOptions } from '../export-sheet.ts'
import { writeWorkbook } from '../write-workbook.ts'

/** A stream that keeps what it gets. */
export const collector = (): { stream: Writable; bytes: () => Buffer } => {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk)) // a copy: the writer uses its buffers again
      done()
    },
  })
  return { stream, bytes: () => Buffer.concat(chunks) }
}

/** The whole file of a workbook. */
export const workbookBytes = async (sheets: ExportSheet[], options?: WorkbookOptions): Promise<Buffer> => {
  const { stream, bytes } = collector()
  await writeWorkbook(stream, sheets, options)
  return bytes()
}

/** A sheet with the given columns and rows and nothing else. */
export const plainSheet = (columns: ExportSheet['columns'], rows: ExportSheet['rows'], more: Partial<ExportSheet> = {}): ExportSheet => ({
  name: 'List',
  title: 'List',
  subtitleLines: [],
  columns,
  rows,
  ...more,
})

/** Every part by name, as text. Throws when the container is not exactly as the format wants it. */
export const partsOf = (zip: Buffer): Map<string, string> => {
  const end = zip.length - 22
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of directory')
  const [count, size, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  if (start + size !== end) throw new Error('the directory does not end where the file says')
  const parts = new Map<string, string>()
  for (let at = start, n = 0; n < count; n++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no directory entry')
    const [crc, packed, plain] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
    const [nameLength, offset] = [zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const data = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    if (zip.readUInt32LE(offset) !== 0x04034b50 || zip.toString('utf8', offset + 30, offset + 30 + nameLength) !== name)
      throw new Error(`no header: ${name}`)
    const bytes = inflateRawSync(zip.subarray(data, data + packed))
    const descriptor = [0, 4, 8, 12].map((i) => zip.readUInt32LE(data + packed + i))
    const streamed = (zip.readUInt16LE(offset + 6) & 8) !== 0
    if (bytes.length !== plain || crc32(bytes) !== crc || (streamed && descriptor.join() !== [0x08074b50, crc, packed, plain].join()))
      throw new Error(`sizes or checksum: ${name}`)
    parts.set(name, bytes.toString('utf8'))
    at += 46 + nameLength
  }
  return parts
}

/** The XML of the n-th sheet (from 1). */
export const sheetXmlOf = (zip: Buffer, n = 1): string => {
  const xml = partsOf(zip).get(`xl/worksheets/sheet${n}.xml`)
  if (xml === undefined) throw new Error(`no sheet ${n}`)
  return xml
}

const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (xml: string): string =>
  xml
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/&(\w+);/g, (_, name: string) => ENTITY[name]!)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The texts of a column of the first sheet, from `row` on, as the format says that they are read; null where the cell is no text. (exceljs decodes a text twice.) */
export const textsOf = (zip: Buffer, column: string, row: number, count: number): (string | null)[] => {
  const xml = sheetXmlOf(zip)
  const cells = new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]* t="(?:str|inlineStr)"[^>]*>(.*?)<\/c>/gs)].map((m) => [
      m[1]!,
      decoded(/<(?:v|t)(?: xml:space="preserve")?>(.*)<\/(?:v|t)>/s.exec(m[2]!)![1]!),
    ]),
  )
  return Array.from({ length: count }, (_, i) => cells.get(`${column}${row + i}`) ?? null)
}

/** The number format of every cell of the first sheet, by its address. */
export const formatsOf = (zip: Buffer): Map<string, string> => {
  const styles = partsOf(zip).get('xl/styles.xml') ?? ''
  const own = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]))
  const xfs = [...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map((m) => own.get(m[1]!) ?? `built in ${m[1]}`)
  return new Map([...sheetXmlOf(zip).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map((m) => [m[1]!, xfs[Number(m[2])]!]))
}
