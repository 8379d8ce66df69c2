// Sentences of the purchasing pages in English.
import type { purchasingZh } from './purchasing-zh.ts'

export const purchasingEn: Record<keyof typeof purchasingZh, string> = {}
