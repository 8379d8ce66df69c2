// The text of a file, as it is found by: of PDFs, Word documents, workbooks, texts and mails, their beginning within bounds. What is packed goes through the gate
// first. Rule FI23 of files.
import { readFile } from 'node:fs/promises'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { GateClosed, packed, passThroughGate } from './gate.ts'
import { textOf } from './inspect.ts'

/** A contract of ten pages has some twenty thousand letters. */
const MOST_TEXT = 40_000
const MOST_SHEETS = 20
const MOST_ROWS = 2000

const ofSheets = async (bytes: Buffer): Promise<string> => {
  const { read, utils } = await import('@e965/xlsx')
  const book = read(bytes, { dense: true, cellFormula: false, bookVBA: false, sheetRows: MOST_ROWS, cellDates: true, UTC: true })
  let text = ''
  for (const name of book.SheetNames.slice(0, MOST_SHEETS)) {
    if (text.length >= MOST_TEXT) break
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: false, defval: '', blankrows: false })
    text += `${name}\n${rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n')}\n`
  }
  return text
}
/** What a mail carries along is written in long lines of signs. */
const ofMail = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^[A-Za-z0-9+/=]{50,}$/.test(line))
    .join('\n')

const read = async (bytes: Buffer, type: FileType): Promise<string> => {
  if (type === 'docx' || type === 'xlsx' || type === 'ods') await passThroughGate(await packed(bytes))
  switch (type) {
    case 'pdf':
      // The reader of PDFs is large: it is loaded for the first of them.
      return (await import('./pdf-text.ts')).pdfText(bytes, MOST_TEXT)
    case 'docx':
      return (await (await import('mammoth')).extractRawText({ buffer: bytes })).value
    case 'xlsx':
    case 'xls':
    case 'ods':
      return ofSheets(bytes)
    case 'eml':
      return ofMail(textOf(bytes) ?? '')
    default:
      return textOf(bytes) ?? ''
  }
}

/** Between two signs of Chinese a line's end is no blank: a word that a line breaks is one word. */
const joined = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/(?<=[\p{Script=Han}，。；：、（）]) (?=[\p{Script=Han}，。；：、（）])/gu, '')
    .trim()

/** The text of a file of one of `READ_TYPES`, in one line; '' where there is none to be read. */
export const textOfFile = async (file: string, type: FileType): Promise<string> => {
  try {
    const text = await read(await readFile(file), type)
    return cutText(joined(text.slice(0, 2 * MOST_TEXT)), MOST_TEXT)
  } catch (error) {
    if (error instanceof GateClosed) return ''
    throw error
  }
}
