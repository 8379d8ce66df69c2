// Sentences of the controls in English.
import type { kitZh } from './kit-zh.ts'

export const kitEn: Record<keyof typeof kitZh, string> = {}
