// Text made safe for a spreadsheet's XML: escaped, without characters XML forbids, and never read as Excel's own _xHHHH_ escape.
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'

/** Excel's limit for one cell; a longer text makes it call the file damaged. */
export const MAX_CELL_CHARACTERS = 32_767

const SPECIAL = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u
const CONTROL = /[\p{Cc}\uFFFE\uFFFF]/gu
const HALF_PAIR = /\p{Cs}/gu
/** XML 1.0 allows tab, line feed, carriage return and the control characters from U+007F on. */
const allowed = (c: string): string => ((c >= '\u007F' && c <= '\u009F') || c === '\t' || c === '\n' || c === '\r' ? c : '')
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g
const EDGE_SPACE = /^\s|\s$|[\n\t]/

/** True when Excel would trim or fold blanks without xml:space="preserve". */
export const keepsSpace = (text: string): boolean => EDGE_SPACE.test(text)

/** The text without what XML cannot carry: control characters are dropped, half a surrogate pair becomes U+FFFD. */
export const withoutForbidden = (text: string): string =>
  SPECIAL.test(text) ? text.replace(HALF_PAIR, '\uFFFD').replace(CONTROL, allowed) : text

/** A whole text that fits one cell; a longer one ends with an ellipsis. */
export const cellText = (text: string): string => {
  const clean = withoutForbidden(text)
  return clean.length <= MAX_CELL_CHARACTERS ? clean : `${cutText(clean, MAX_CELL_CHARACTERS - 1)}\u2026`
}

/** XML for element content and attributes; a carriage return survives as a character reference. Takes text already cleaned. */
export const escapeXml = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\r', '&#13;')
        .replace(ESCAPE, '_x005F_')
    : text

/** S53: what Excel or a careless reader could take for a formula; full-width signs count, since Chinese and Japanese Excel accept them. */
export const needsQuotePrefix = (text: string): boolean => {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
    case 0x2b: // +
    case 0x2d: // -
    case 0x40: // @
    case 0x09:
    case 0x0d:
    case 0x0a:
    case 0xff1d: // full-width =
    case 0xff0b: // full-width +
    case 0xff0d: // full-width -
    case 0xff20: // full-width @
      return true
    default:
      return false
  }
}
