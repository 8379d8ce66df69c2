// Names of the profit of deals in both languages: fields, values, lists, commands and records of profit.
import type { Names } from './define.ts'

export const profitNames = {} as const satisfies Names
