// The door of the words: what the screen says, in the language of whoever sits at it.
import { createContext, useContext } from 'react'
import { type Words, wordsIn } from './words.ts'

export { problemText, ruleText } from './problem-text.ts'
export { warningText } from './warning-text.ts'
export { type Words, wordsIn } from './words.ts'
export type { WordKey } from './zh.ts'

/** Given by the shell; Chinese where nobody has said otherwise. */
export const WordsContext = createContext<Words>(wordsIn.zh)

/** The words in the user's language: `t` for sentences, `name` for fields, values, lists and commands. */
export const useWords = (): Words => useContext(WordsContext)
