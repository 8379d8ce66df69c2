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

const PLURALS = /\{\{(\w+)\}\} (days|rows|lines|contracts|items|accounts|customers|deals|permissions|entries|tabs|things|milestones)\b/g
/** English says "1 row": the sentences are written for many. */
const counted = (sentence: string, data: Record<string, string | number>): string =>
  sentence.replace(PLURALS, (all, key: string, noun: string) =>
    String(data[key]) === '1' ? `{{${key}}} ${noun.replace(/ies$/, 'y').replace(/s$/, '')}` : all,
  )

const wordsOf = (language: Language, sentences: Readonly<Record<WordKey, string>>): Words => ({
  language,
  t: (key, data) => {
    if (!data) return sentences[key]
    return fill(language === 'en' ? counted(sentences[key], data) : sentences[key], data)
  },
  name: (key) => nameOf(key, language),
  sentences,
})

export const wordsIn: Readonly<Record<Language, Words>> = { zh: wordsOf('zh', zh), en: wordsOf('en', en) }
