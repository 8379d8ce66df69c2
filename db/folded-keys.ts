// Keys kept beside texts: by one they are sorted, by the other they are searched. Made from the text alone, so that they can be made anew at any time.
import { codeKey, plainLetters, plainText } from '../preload/contract/vocabulary/fold.ts'
import { hasHan, readPieces, spellings, type Reading } from './spelling.ts'

/** Figures by value: their number stands before them as one character, so that 9999 comes before 10000. */
const LONGEST_FIGURE = 40
const byValue = (figures: string): string => {
  const value = figures.replace(/^0+(?=.)/, '')
  return String.fromCharCode(0x2f + Math.min(value.length, LONGEST_FIGURE)) + value
}
const latinKey = (text: string): string =>
  plainLetters(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/[0-9]+/g, byValue)
/** Comes after every Latin letter: Chinese names follow Latin ones, as in the tables that people know. */
const HAN_MARK = '{'

/**
 * A key that puts texts in the order of a telephone book when compared byte by byte: figures by value, Latin without case, accents and signs, then Chinese
 * by pinyin and tone, character by character.
 */
export const sortKey = (text: string, reading: Reading = 'text'): string =>
  readPieces(text, reading)
    .map((p) => (p.syllable === undefined ? latinKey(p.text) : `${HAN_MARK}${p.syllable}${p.tone}${p.text}`))
    .join('')
    .trim()

/** Stands between a code's place in the order and the code itself: equal keys are equal codes (`codeKey`), so uniqueness and order need one index. */
const CODE_MARK = '\u0001'
export const codeSortKey = (code: string): string => {
  const key = codeKey(code)
  return key === '' ? '' : `${sortKey(key)}${CODE_MARK}${key}`
}
/** An account number is the same with and without the blanks and hyphens that make it readable. */
export const accountSortKey = (number: string): string => codeSortKey(plainText(number))

/** Longer texts are searched as they are: spelling a whole remark would cost more than writing it. */
const LONGEST_SPELT = 80

/** What a text is found by, between blanks: its letters and figures, the initials and the whole pinyin of a Chinese one. '' when there is nothing. */
export const searchFold = (text: string, reading: Reading = 'text'): string => {
  const plain = plainText(text)
  if (plain === '') return ''
  const spelt = hasHan(text) && text.length <= LONGEST_SPELT ? spellings(text, reading).map(plainText) : []
  return ` ${[...new Set([plain, ...spelt])].join(' ')} `
}

/** How a column is compared: a code or number, an account number, a name, a person's name, or words that are searched and not sorted by. */
export type FoldedKind = 'code' | 'account' | 'name' | 'person' | 'words'
const readingOf = (kind: FoldedKind): Reading => (kind === 'person' ? 'person' : 'text')

export const keyOf = (kind: FoldedKind, text: string): string =>
  kind === 'code' ? codeSortKey(text) : kind === 'account' ? accountSortKey(text) : sortKey(text, readingOf(kind))
export const foldOf = (kind: FoldedKind, text: string): string => searchFold(text, readingOf(kind))
