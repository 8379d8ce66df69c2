// The words of one language: sentences with their blanks filled in, and names.
import type { Language } from '../../preload/contract/names/define.ts'
import { nameOf } from '../../preload/contract/names/index.ts'
import { en } from './en.ts'
import { type WordKey, zh } from './zh.ts'

export type Words = {
  language: Language
  /** A sentence; `{{blank}}` is filled from `data`. */
  t: (key: WordKey, data?: Record<string, string | number>) => string
  /** A name of preload/contract/names, e.g. `field.total`, `deal-stage.shipped`, `list.customers`. */
  name: (key: string) => string
  sentences: Readonly<Record<WordKey, string>>
}

const fill = (sentence: string, data: Record<string, string | number>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (blank, key: string) => String(data[key] ?? blank))

const wordsOf = (language: Language, sentences: Readonly<Record<WordKey, string>>): Words => ({
  language,
  t: (key, data) => (data ? fill(sentences[key], data) : sentences[key]),
  name: (key) => nameOf(key, language),
  sentences,
})

export const wordsIn: Readonly<Record<Language, Words>> = { zh: wordsOf('zh', zh), en: wordsOf('en', en) }
