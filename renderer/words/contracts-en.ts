// Sentences of the contracts pages in English.
import type { contractsZh } from './contracts-zh.ts'

export const contractsEn: Record<keyof typeof contractsZh, string> = {}
