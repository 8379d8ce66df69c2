// The door of the words: what the screen says, in the language of whoever sits at it.
import { createContext, useContext } from 'react'
import type { Language } from '../../preload/contract/names/define.ts'
import { type Words, wordsIn } from './words.ts'

export { namesText } from './names-text.ts'
export { problemText, ruleText } from './problem-text.ts'
export { warningText } from './warning-text.ts'
export { defineWords, type WordKey, type Words, wordsIn } from './words.ts'

/** Given by the shell; Chinese where nobody has said otherwise. */
export const WordsContext = createContext<Words>(wordsIn.zh)

/**
 * The words in the user's language: `t` for sentences, `name` for fields, values, lists and commands.
 * @param of the sentences of the module at hand; without it the shared ones alone
 */
export function useWords(): Words
export function useWords<K extends string>(of: Readonly<Record<Language, Words<K>>>): Words<K>
export function useWords(of: Readonly<Record<Language, Words>> = wordsIn): Words {
  return of[useContext(WordsContext).language]
}
