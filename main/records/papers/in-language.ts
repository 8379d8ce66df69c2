// A text in a paper's language: English, Chinese, or English before or above Chinese; what one language does not have is said in the other. Rule PA5 of papers.
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { Said } from './words.ts'

const inLanguage = ({ en, zh }: Said, language: PaperLanguage): string[] => {
  if (language === 'en') return [en || zh]
  if (language === 'zh') return [zh || en]
  return [...new Set([en, zh].filter((text) => text !== ''))]
}
/** In one line: English, then Chinese. */
export const oneLine = (text: Said, language: PaperLanguage): string => inLanguage(text, language).join(' ')
/** A line for each language. */
export const twoLines = (text: Said, language: PaperLanguage): string => inLanguage(text, language).join('\n')
