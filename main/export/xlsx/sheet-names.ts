// Names Excel accepts for a sheet: at most 31 characters, none of []:*?/\, no apostrophe, unique without regard to case.
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { withoutForbidden } from './cell-text.ts'

const MAX = 31

/** A legal sheet name made from any text; `taken` holds the lower-case names in use and receives the new one. */
export const sheetName = (wanted: string, taken: Set<string>): string => {
  const legal = withoutForbidden(wanted)
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .trim()
    // exceljs does not double an apostrophe where it names the rows printed on every page: it becomes the typographic one.
    .replaceAll("'", '’')
  // "History" is a name Excel keeps for itself.
  const base = legal === '' || legal.toLowerCase() === 'history' ? 'Sheet' : legal
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`
    const name = cutText(base, MAX - suffix.length).trimEnd() + suffix
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
