// Sentences of the profit pages in English.
import type { profitZh } from './profit-zh.ts'

export const profitEn: Record<keyof typeof profitZh, string> = {}
