// Names Excel accepts for a sheet: at most 31 characters, none of []:*?/\, no apostrophe at an end, unique without regard to case.
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { withoutForbidden } from './xml-text.ts'

const MAX = 31

/** A legal sheet name made from any text; `taken` holds the lower-case names in use and receives the new one. */
export const sheetName = (wanted: string, taken: Set<string>): string => {
  const legal = withoutForbidden(wanted)
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .trim()
  // "History" is a name Excel keeps for itself.
  const base = legal === '' || legal.toLowerCase() === 'history' ? 'Sheet' : legal
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`
    const name =
      cutText(base, MAX - suffix.length)
        .replace(/'+$/, '')
        .trimEnd() + suffix
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
