// Names of fields, values, lists and records in both languages: what screens, exports and documents share. Sentences live in renderer/words.

/** key → [中文, English] */
export type Names = Readonly<Record<string, readonly [zh: string, en: string]>>
export type Language = 'zh' | 'en'
