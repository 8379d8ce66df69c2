// What stands around the first of the words that were looked for, as it is written in the text.
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'

const BEFORE = 12
const AFTER = 60

/** The plain letters of a text, each with where it stands. */
const letters = (text: string): { plain: string; at: number[] } => {
  let plain = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Most of a text is Latin or Chinese: neither needs to be taken apart.
    const letter =
      code < 128
        ? /[0-9a-z]/i.test(text[i]!)
          ? text[i]!.toLowerCase()
          : ''
        : code >= 0x4e00 && code <= 0x9fff
          ? text[i]!
          : plainText(text[i]!)
    for (const one of letter) {
      plain += one
      at.push(i)
    }
  }
  return { plain, at }
}

/** Null where none of the words stands there as they are compared: then the text was found by words that it breaks. */
export const excerptOf = (text: string, typed: string): { before: string; hit: string; after: string } | null => {
  const { plain, at } = letters(text)
  for (const word of typed.split(/\s+/).map(plainText)) {
    const from = word.length < 2 ? -1 : plain.indexOf(word)
    if (from < 0) continue
    const [start, end] = [at[from]!, at[from + word.length - 1]! + 1]
    const before = text.slice(Math.max(0, start - BEFORE), start)
    const after = text.slice(end, end + AFTER)
    return {
      before: `${start > BEFORE ? '…' : ''}${before}`.toWellFormed(),
      hit: text.slice(start, end).toWellFormed(),
      after: `${after}${text.length > end + AFTER ? '…' : ''}`.toWellFormed(),
    }
  }
  return null
}
