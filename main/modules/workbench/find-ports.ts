// Ports by what is typed of them, compared as lists do (Q9). Loaded by the first who looks for one: the table is long.
import { searchFold, sortKey } from '../../../db/folded-keys.ts'
import { ports, type PortRow } from '../../../db/reference/ports.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { plainLetters, plainText } from '../../../preload/contract/vocabulary/fold.ts'

/** Words between single blanks. */
const wordsOf = (text: string): string =>
  plainLetters(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const read = () =>
  ports.map((port) => ({
    port,
    code: plainText(port.unlocode),
    words: ` ${wordsOf(port.nameEn)}`,
    nameEn: plainText(port.nameEn),
    nameZh: plainText(port.nameZh ?? ''),
    foundBy: searchFold(port.nameZh ?? ''),
    key: sortKey(port.nameEn),
  }))
type Searched = ReturnType<typeof read>[number]
let searched: readonly Searched[] | undefined

/** 0 the very code or name, 1 a name, its pinyin or its initials begin so, 2 one of its words does, 3 it stands somewhere within; undefined: not at all. */
const rank = ({ code, words, nameEn, nameZh, foundBy }: Searched, text: string, typedWords: string): number | undefined => {
  if (code === text || nameEn === text || nameZh === text || foundBy.includes(` ${text} `)) return 0
  if (nameEn.startsWith(text) || foundBy.includes(` ${text}`) || (text.length >= 3 && code.startsWith(text))) return 1
  if (words.includes(` ${typedWords}`)) return 2
  return nameEn.includes(text) || nameZh.includes(text) || code.slice(2) === text ? 3 : undefined
}
const answer = ({ unlocode, country, nameEn, nameZh }: PortRow) => ({ code: unlocode, country, nameEn, nameZh })

/** Nearest first; of equals those with a Chinese name first, for these are the ports that traders use most. */
export const findPorts = ({ text, limit }: QueryParsed<'ports'>): QueryOutput<'ports'> => {
  const all = (searched ??= read())
  if (text.trim() === '')
    return all
      .filter((s) => s.port.country === 'CN' && s.nameZh !== '')
      .slice(0, limit)
      .map((s) => answer(s.port))
  const typed = plainText(text)
  if (typed === '') return []
  const wordsAskedFor = wordsOf(text)
  return all
    .flatMap((s) => {
      const found = rank(s, typed, wordsAskedFor)
      return found === undefined ? [] : [{ ...s, rank: found, main: s.nameZh === '' ? 1 : 0 }]
    })
    .toSorted((a, b) => a.rank - b.rank || a.main - b.main || compareTexts(a.key, b.key))
    .slice(0, limit)
    .map(({ port }) => answer(port))
}
