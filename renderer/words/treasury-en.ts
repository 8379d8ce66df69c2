// Sentences of the treasury pages in English.
import type { treasuryZh } from './treasury-zh.ts'

export const treasuryEn: Record<keyof typeof treasuryZh, string> = {}
