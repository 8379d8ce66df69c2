// What a content is, told by its bytes, and whether a record takes it: never programs, scripts, pages or drawings that run; no picture beyond 50 megapixels; no
// archive that is a bomb (SEC58). The sender's name for it decides between kinds of text alone. Rule FI5 of files.
import { readFile } from 'node:fs/promises'
import { imageSize } from 'image-size'
import { type FileProblem, type FileType, MOST_PIXELS } from '../../../preload/contract/vocabulary/file-types.ts'
import { entryStart, GateClosed, holdsProgram, packed, passThroughGate } from './gate.ts'

export type Inspected = { type: FileType; width: number | null; height: number | null }
export type Inspection = Inspected | { problem: FileProblem }

const latin = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)
const PICTURES: readonly FileType[] = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'heic']

/** Programs of Windows, Linux, macOS and Java, and links that start one. */
const isProgram = (bytes: Buffer): boolean => {
  const first = latin(bytes, 0, 4)
  if (first.startsWith('MZ') || first === '\x7fELF' || first === 'L\0\0\0' || first === 'dex\n') return true
  return ['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe'].includes(bytes.toString('hex', 0, 4))
}

const simpleType = (bytes: Buffer): FileType | undefined => {
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (bytes.toString('hex', 0, 3) === 'ffd8ff') return 'jpeg'
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return 'gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp'
  if (['II*\0', 'MM\0*'].includes(latin(bytes, 0, 4))) return 'tiff'
  if (latin(bytes, 4, 8) === 'ftyp' && /^(heic|heix|heim|heis|hevc|mif1|msf1)/.test(latin(bytes, 8, 12))) return 'heic'
  if (/^AC10\d\d\0/.test(latin(bytes, 0, 7))) return 'dwg'
  // The header says where the picture begins, and how long it is itself.
  if (latin(bytes, 0, 2) === 'BM' && bytes.length > 26 && [12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14))) return 'bmp'
  return /^\s*%PDF-\d/.test(latin(bytes, 0, 1024)) ? 'pdf' : undefined
}

/** Documents of older offices lie in one container, and so do mails of Outlook and installers: the names of its streams say which it is. */
const STREAMS: readonly (readonly [name: string, type: FileType])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['__properties_version1.0', 'msg'],
]
const ENCRYPTED: readonly FileType[] = ['docx', 'xlsx', 'pptx']
const containerType = (bytes: Buffer, name: string): FileType | undefined => {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  const found = STREAMS.find(([stream]) => holds(stream))?.[1]
  if (found) return found
  // With a password: what is in it nobody can say but its name.
  return holds('EncryptedPackage') ? ENCRYPTED.find((type) => name.toLowerCase().endsWith(`.${type}`)) : undefined
}

const archiveType = async (bytes: Buffer): Promise<FileType | { problem: FileProblem }> => {
  const all = await packed(bytes)
  const has = (name: string | RegExp) => all.entries.some((one) => (typeof name === 'string' ? one.name === name : name.test(one.name)))
  if (has('[Content_Types].xml')) {
    if (has(/(^|\/)vbaProject\.bin$/i) || has(/\.(exe|dll|scr|bat|cmd|vbs|ps1)$/i)) return { problem: 'macros' }
    const type = has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : has('ppt/presentation.xml') ? 'pptx' : undefined
    if (!type) return { problem: 'unknown-type' }
    await passThroughGate(all)
    return type
  }
  const mime = await entryStart(all, 'mimetype')
  if (mime?.startsWith('application/vnd.oasis.opendocument.')) {
    if (has(/^(Basic|Scripts)\//)) return { problem: 'macros' }
    const type = mime.endsWith('.spreadsheet') ? 'ods' : mime.endsWith('.text') ? 'odt' : undefined
    if (!type) return { problem: 'unknown-type' }
    await passThroughGate(all)
    return type
  }
  if (all.entries.length === 0) return { problem: 'empty' }
  return holdsProgram(all) ? { problem: 'program' } : 'zip'
}

/** Endings of texts that a system runs or a browser draws. */
const RUNS =
  /\.(bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|cjs|wsf|wsh|hta|sh|bash|py|rb|pl|php|reg|inf|url|lnk|desktop|html?|xhtml|mht|mhtml|svg|xml|xsl|htc|sct|scr|com|pif)$/i
const MARKUP = /^\s*(<\?xml|<!doctype|<html|<svg|<script|<head|<body|<iframe|<!--)/i
/** A text that reads as a web page in a mail program is still a mail. */
const MAIL_HEAD = /^[\w-]+:[^\n]*\r?\n(?:(?:[\w-]+:|[ \t])[^\n]*\r?\n)+/

/** The text of bytes that are one; undefined for others. */
export const textOf = (bytes: Buffer): string | undefined => {
  const bom = bytes.toString('hex', 0, 2)
  if (bom === 'fffe' || bom === 'feff') return new TextDecoder(bom === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  for (const name of ['utf-8', 'gb18030'] as const)
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  return undefined
}
const textType = (bytes: Buffer, name: string): FileType | { problem: FileProblem } => {
  const text = textOf(bytes)
  if (text === undefined) return { problem: 'unknown-type' }
  const ending = name.toLowerCase()
  const start = text.slice(0, 4096)
  if (ending.endsWith('.eml') && MAIL_HEAD.test(start)) return 'eml'
  if (RUNS.test(ending) || start.startsWith('#!') || MARKUP.test(start)) return { problem: 'script' }
  return /\.(csv|tsv)$/.test(ending) ? 'csv' : 'txt'
}

const typeOf = async (bytes: Buffer, name: string): Promise<FileType | { problem: FileProblem }> => {
  if (isProgram(bytes)) return { problem: 'program' }
  const simple = simpleType(bytes)
  if (simple) return simple
  if (bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') return containerType(bytes, name) ?? { problem: 'unknown-type' }
  if (['504b0304', '504b0506', '504b0708'].includes(bytes.toString('hex', 0, 4))) return archiveType(bytes)
  return textType(bytes, name)
}

/** Width and height as the picture's head says; undefined when that cannot be read. */
const sizeOf = (bytes: Buffer): { width: number; height: number } | undefined => {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}

/** What bytes are, that somebody calls `name`. */
export const inspectBytes = async (bytes: Buffer, name: string): Promise<Inspection> => {
  if (bytes.length === 0) return { problem: 'empty' }
  try {
    const type = await typeOf(bytes, name)
    if (typeof type === 'object') return type
    if (!PICTURES.includes(type)) return { type, width: null, height: null }
    const size = sizeOf(bytes)
    if (!size) return { problem: 'damaged' }
    return size.width * size.height > MOST_PIXELS ? { problem: 'too-many-pixels' } : { type, ...size }
  } catch (error) {
    if (error instanceof GateClosed) return { problem: error.problem }
    throw error
  }
}

export const inspectFile = async (file: string, name: string): Promise<Inspection> => inspectBytes(await readFile(file), name)
