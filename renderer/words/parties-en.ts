// Sentences of the parties pages in English.
import type { partiesZh } from './parties-zh.ts'

export const partiesEn: Record<keyof typeof partiesZh, string> = {}
