// The beginning of documents, sheets, texts and archives, for a look. What is packed goes through the gate first. Rule FI11 of files.
import { readFile } from 'node:fs/promises'
import type { FilePreview } from '../../../preload/contract/envelope.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { packed, passThroughGate } from './gate.ts'
import { textOf } from './inspect.ts'

const MOST_LETTERS = 100_000
const MOST_ROWS = 200
const MOST_COLUMNS = 50
const MOST_CELL = 500

const ofText = (text: string): FilePreview => ({ text: cutText(text, MOST_LETTERS), more: text.length > MOST_LETTERS })

/** The first sheet's first rows, as the cells show themselves; formulas and macros are not even read. */
const ofSheet = async (bytes: Buffer): Promise<FilePreview> => {
  const { read, utils } = await import('@e965/xlsx')
  const book = read(bytes, { dense: true, cellFormula: false, bookVBA: false, sheetRows: MOST_ROWS + 1, cellDates: true, UTC: true })
  const [sheet = ''] = book.SheetNames
  const found = book.Sheets[sheet]
  const rows = found ? utils.sheet_to_json<unknown[]>(found, { header: 1, raw: false, defval: '', blankrows: true }) : []
  const shown = rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map((cell) => cutText(String(cell ?? ''), MOST_CELL)))
  return {
    sheet,
    rows: shown,
    more: rows.length > MOST_ROWS || book.SheetNames.length > 1 || rows.some((row) => row.length > MOST_COLUMNS),
  }
}

export const previewFile = async (file: string, type: FileType): Promise<FilePreview> => {
  const bytes = await readFile(file)
  if (type === 'zip') {
    const { entries } = await packed(bytes)
    return ofText(entries.map(({ name, size }) => `${name}\t${size}`).join('\n'))
  }
  if (type === 'docx' || type === 'xlsx' || type === 'ods') await passThroughGate(await packed(bytes))
  if (type === 'docx') {
    const { extractRawText } = await import('mammoth')
    return ofText((await extractRawText({ buffer: bytes })).value)
  }
  if (type === 'xlsx' || type === 'xls' || type === 'ods') return ofSheet(bytes)
  return ofText(textOf(bytes) ?? '')
}
