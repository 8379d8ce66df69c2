// Which files a record takes, told by their content; and the names they may bear. Rules FI5, FI6 of files.
import { cutText } from './texts.ts'

/** What each type is on the way (`media`), and the endings that a name of it may have, the usual one first. */
export const FILE_TYPES = {
  pdf: { media: 'application/pdf', endings: ['pdf'] },
  png: { media: 'image/png', endings: ['png'] },
  jpeg: { media: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
  gif: { media: 'image/gif', endings: ['gif'] },
  webp: { media: 'image/webp', endings: ['webp'] },
  bmp: { media: 'image/bmp', endings: ['bmp'] },
  tiff: { media: 'image/tiff', endings: ['tif', 'tiff'] },
  heic: { media: 'image/heic', endings: ['heic', 'heif'] },
  txt: { media: 'text/plain', endings: ['txt', 'log', 'md'] },
  csv: { media: 'text/csv', endings: ['csv', 'tsv'] },
  docx: { media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  doc: { media: 'application/msword', endings: ['doc', 'wps'] },
  xls: { media: 'application/vnd.ms-excel', endings: ['xls', 'et'] },
  ppt: { media: 'application/vnd.ms-powerpoint', endings: ['ppt', 'dps'] },
  ods: { media: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odt: { media: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  zip: { media: 'application/zip', endings: ['zip'] },
  eml: { media: 'message/rfc822', endings: ['eml'] },
  msg: { media: 'application/vnd.ms-outlook', endings: ['msg'] },
  dwg: { media: 'image/vnd.dwg', endings: ['dwg'] },
} as const satisfies Record<string, { media: string; endings: readonly [string, ...string[]] }>
export type FileType = keyof typeof FILE_TYPES
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as [FileType, ...FileType[]]

/** Pictures that every window can draw. */
export const DRAWN_TYPES: readonly FileType[] = ['png', 'jpeg', 'gif', 'webp', 'bmp']

/** Files that are found by their text. */
export const TEXT_TYPES: readonly FileType[] = ['pdf', 'docx', 'xlsx', 'xls', 'ods', 'txt', 'csv', 'eml']

/** Why a file is not taken. */
export const FILE_PROBLEMS = [
  'empty',
  'too-large',
  'program',
  'script',
  'macros',
  'unknown-type',
  'too-many-pixels',
  'bomb',
  'damaged',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** A picture has at most so many pixels. */
export const MOST_PIXELS = 50_000_000
export const MEGABYTE = 1024 * 1024
const MOST_NAME = 120

/** Signs that turn the direction of writing: `gpj.exe` would read `exe.jpg`. */
const TURNING = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** What no system takes in a name. */
const FORBIDDEN = /[<>:"|?*\p{Cc}]/gu

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** A name that is safe on every system, wherever the sender had the file; with an ending that says what the content is. */
export const safeFileName = (given: string, type: FileType): string => {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(TURNING, '')
    .replaceAll(FORBIDDEN, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const { endings } = FILE_TYPES[type]
  const known = (endings as readonly string[]).includes(endingOf(plain))
  const ending = known ? endingOf(plain) : endings[0]
  const stem = known ? plain.slice(0, -(ending.length + 1)) : plain
  const short = cutText(stem, MOST_NAME - ending.length - 1).trimEnd() || 'file'
  return `${DEVICE.test(short) ? `_${short}` : short}.${ending}`
}
