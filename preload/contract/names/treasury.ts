// Names of money in both languages: fields, values, lists, commands and records of treasury.
import type { Names } from './define.ts'

export const treasuryNames = {} as const satisfies Names
