// Names of purchase contracts in both languages: fields, values, lists, commands and records of purchasing.
import type { Names } from './define.ts'

export const purchasingNames = {} as const satisfies Names
