// Names one after another, as each language writes them.
import type { Language } from '../../preload/contract/names/define.ts'

export const namesText = (names: readonly string[], language: Language): string => names.join(language === 'zh' ? '、' : ', ')
