// Sentences of the shipments pages in English.
import type { shipmentsZh } from './shipments-zh.ts'

export const shipmentsEn: Record<keyof typeof shipmentsZh, string> = {}
