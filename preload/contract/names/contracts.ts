// Names of sales contracts, deals and net sales in both languages: fields, values, lists, commands and records of contracts.
import type { Names } from './define.ts'

export const contractsNames = {} as const satisfies Names
