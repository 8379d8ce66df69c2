// When two typed texts are the same to a person: codes and numbers by their look, names and searches by their letters.

/** What nobody sees: format characters, fillers, variation selectors and controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu
/** Everything that is read as a hyphen: dashes of every length, the minus sign, the bullet. */
const HYPHENS = /[\p{Pd}\u02D7\u2043\u2212\u2796]/gu

/** A typed code or number as it is kept: without invisible characters, with plain blanks, none at the ends. */
export const withoutInvisible = (text: string): string =>
  text
    .replaceAll(/[\t\r\n]/g, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim()

/**
 * A typed code or number for comparing: "QX-100", "qx–100" and full-width "ＱＸ－１００" are one. Width and compatibility forms (NFKC), case, invisible
 * characters and the kind of hyphen do not count; everything else does.
 */
export const codeKey = (text: string): string =>
  // Upper case first: "ß" becomes "SS", as case folding asks.
  withoutInvisible(withoutInvisible(text).normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')).replaceAll(HYPHENS, '-')

/** Whether two typed codes or numbers are the same. */
export const isSameCode = (a: string, b: string): boolean => codeKey(a) === codeKey(b)

/** Letters that Unicode does not take apart, as they are typed without accents. */
const PLAIN_LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ı: 'i', þ: 'th' }
const ACCENTED = /[ßæœøđðħłıþ]/g

/** Lower case without accents, half width, nothing invisible; blanks and signs stay. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replaceAll(ACCENTED, (letter) => PLAIN_LETTERS[letter] ?? letter)

/** Letters and figures alone, for searching: "SC2026-0042" and "sc 2026 0042" are one, as are "Café (Zürich)" and "cafe zurich". */
export const plainText = (text: string): string => plainLetters(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether one of these texts holds what is typed, as lists compare (Q1). `foundBy`: letters, pinyin and initials that the office has made of a name, each
 * after a blank; pinyin and initials count from their beginning. What is typed without letters and figures is looked for as it stands.
 */
export const matchesSearchable = (typed: string, texts: readonly string[], foundBy = ''): boolean => {
  const plain = plainText(typed)
  if (plain === '') return texts.some((text) => text.includes(typed.trim()))
  return texts.some((text) => plainText(text).includes(plain)) || foundBy.includes(` ${plain}`)
}
