// Text made safe for a cell: without characters XML forbids, never read as Excel's own _xHHHH_ escape, never longer than Excel reads.
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'

/** Excel's limit for one cell; a longer text makes it call the file damaged. */
export const MAX_CELL_CHARACTERS = 32_767

const CONTROL = /[\p{Cc}\uFFFE\uFFFF]/gu
const HALF_PAIR = /\p{Cs}/gu
/** XML 1.0 allows tab, line feed, carriage return and the control characters from U+007F on. */
const allowed = (c: string): string => ((c >= '\u007F' && c <= '\u009F') || c === '\t' || c === '\n' || c === '\r' ? c : '')
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g
const EDGE_SPACE = /^\s|\s$|[\n\t]/
/** One quick look for whatever the functions below would change or mark. */
const UNUSUAL = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_|^\s|\s$/u

/** True for nearly every text: it goes into a cell as it is. */
export const isPlain = (text: string): boolean => text.length <= MAX_CELL_CHARACTERS && !UNUSUAL.test(text)

/** True when Excel would trim or fold blanks without xml:space="preserve". */
export const keepsSpace = (text: string): boolean => EDGE_SPACE.test(text)

/** The text without what XML cannot carry: control characters are dropped, half a surrogate pair becomes U+FFFD. */
export const withoutForbidden = (text: string): string => text.replace(HALF_PAIR, '\uFFFD').replace(CONTROL, allowed)

/** A whole text that fits one cell; a longer one ends with an ellipsis. */
export const cellText = (text: string): string => {
  const clean = withoutForbidden(text)
  return clean.length <= MAX_CELL_CHARACTERS ? clean : `${cutText(clean, MAX_CELL_CHARACTERS - 1)}\u2026`
}

/** Clean text in the format's own escape, for what exceljs or a reader of XML would change: a carriage return, DEL, and a text that looks like the escape. */
export const escaped = (text: string): string => text.replace(ESCAPE, '_x005F_').replaceAll('\r', '_x000D_').replaceAll('\u007F', '_x007F_')
