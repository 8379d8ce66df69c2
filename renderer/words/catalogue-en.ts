// Sentences of the catalogue pages in English.
import type { catalogueZh } from './catalogue-zh.ts'

export const catalogueEn: Record<keyof typeof catalogueZh, string> = {}
