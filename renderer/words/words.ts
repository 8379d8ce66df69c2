// The words of one language: sentences with their blanks filled in, and names.
import type { Language } from '../../preload/contract/names/define.ts'
import { nameOf } from '../../preload/contract/names/index.ts'
import { filesWords } from './files.ts'
import { kitWords } from './kit.ts'
import { moneyWords } from './money.ts'
import { recordsWords } from './records.ts'
import { refusalsWords } from './refusals.ts'
import type { Sentences } from './sentences.ts'
import { shellWords } from './shell.ts'
import { warningsWords } from './warnings.ts'

/** The sentences that every room may say; those of a module stand in its own `words.ts`. */
export const shared = { ...shellWords, ...refusalsWords, ...warningsWords, ...kitWords, ...filesWords, ...recordsWords, ...moneyWords }
export type WordKey = keyof typeof shared

/** The words of a language: the shared sentences and those of `K`. */
export type Words<K extends string = never> = {
  language: Language
  /** A sentence; `{{blank}}` is filled from `data`. */
  t: (key: WordKey | K, data?: Record<string, string | number>) => string
  /** A name of preload/contract/names, e.g. `field.total`, `deal-stage.shipped`, `list.customers`. */
  name: (key: string) => string
}
/** A table of sentences as it is said in each language. */
export type WordsInBoth<K extends string = never> = Readonly<Record<Language, Words<K>>> & { own: Sentences<K> }

const fill = (sentence: string, data: Record<string, string | number>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (blank, key: string) => String(data[key] ?? blank))

const PLURALS = /\{\{(\w+)\}\} (days|rows|lines|contracts|items|accounts|customers|deals|permissions|entries|tabs|things|milestones)\b/g
/** English says "1 row": the sentences are written for many. */
const counted = (sentence: string, data: Record<string, string | number>): string =>
  sentence.replace(PLURALS, (all, key: string, noun: string) =>
    String(data[key]) === '1' ? `{{${key}}} ${noun.replace(/ies$/, 'y').replace(/s$/, '')}` : all,
  )

const wordsOf = <K extends string>(language: Language, own: Sentences<K>): Words<K> => {
  const at = language === 'zh' ? 0 : 1
  return {
    language,
    t: (key, data) => {
      const sentence = (key in own ? own[key as K] : shared[key as WordKey])[at]
      if (!data) return sentence
      return fill(language === 'en' ? counted(sentence, data) : sentence, data)
    },
    name: (key) => nameOf(key, language),
  }
}

/** The sentences of a module, for `useWords`: whoever says one of them names the module's table, so that they are read with its pages. */
export const defineWords = <K extends string>(own: Sentences<K>): WordsInBoth<K> => ({
  zh: wordsOf('zh', own),
  en: wordsOf('en', own),
  own,
})

export const isWordKey = (key: string): key is WordKey => key in shared

/** The shared words. */
export const wordsIn: Readonly<Record<Language, Words>> = { zh: wordsOf('zh', {}), en: wordsOf('en', {}) }
