// How Chinese texts are read: syllable by syllable with their tones, as the dictionary reads them in context. Search and order are made of it.
import type { pinyin as Pinyin } from 'pinyin-pro'

/** A piece of a text: one Chinese character with its reading, or what stands between such. */
export type Piece = { text: string; syllable: string | undefined; tone: number }
/** A person's family name has a reading of its own: 曾 is Zeng, 单 is Shan. */
export type Reading = 'text' | 'person'

let pinyin: typeof Pinyin | undefined
/** The dictionary is large and not every start needs it: who writes or reads Chinese loads it first. */
export const spellingReady = async (): Promise<void> => {
  pinyin ??= (await import('pinyin-pro')).pinyin
}

/** A Chinese text was to be read in a thread that has not loaded the dictionary yet. */
class DictionaryMissing extends Error {
  constructor() {
    super('spelling before the dictionary is there')
  }
}

/** Reads; when that met a Chinese text before this thread's dictionary was there, it is loaded and everything is read once more. For what writes nothing. */
export const withDictionary = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof DictionaryMissing)) throw error
    await spellingReady()
    return await read()
  }
}

const HAN = /\p{Script=Han}/u
export const hasHan = (text: string): boolean => HAN.test(text)

/** Reading a name takes a fifth of a millisecond and the same parties stand on many documents, so the last ones are remembered. */
const REMEMBERED = 5000
const remembered = { text: new Map<string, Piece[]>(), person: new Map<string, Piece[]>() }

/** The pieces of a text in order. A fault when the text is Chinese and the dictionary was not loaded. */
export const readPieces = (text: string, reading: Reading = 'text'): readonly Piece[] => {
  if (!hasHan(text)) return [{ text, syllable: undefined, tone: 0 }]
  const known = remembered[reading].get(text)
  if (known) return known
  if (!pinyin) throw new DictionaryMissing()
  const parts = pinyin(text, {
    toneType: 'none',
    nonZh: 'consecutive',
    type: 'all',
    v: true,
    surname: reading === 'person' ? 'head' : 'off',
    toneSandhi: false,
  })
  const made = parts.map(
    (p): Piece => (p.isZh ? { text: p.origin, syllable: p.pinyin, tone: p.num } : { text: p.origin, syllable: undefined, tone: 0 }),
  )
  if (remembered[reading].size >= REMEMBERED) remembered[reading].delete(remembered[reading].keys().next().value!)
  remembered[reading].set(text, made)
  return made
}

/** Initials and whole pinyin of a Chinese text, Latin parts kept: 中国银行 → zgyh, zhongguoyinhang. Nothing for other texts. */
export const spellings = (text: string, reading: Reading = 'text'): string[] => {
  if (!hasHan(text)) return []
  const pieces = readPieces(text, reading)
  return [pieces.map((p) => p.syllable?.slice(0, 1) ?? p.text).join(''), pieces.map((p) => p.syllable ?? p.text).join('')]
}
