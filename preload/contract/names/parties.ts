// Names of customers, vendors and their contacts in both languages: fields, values, lists, commands and records of parties.
import type { Names } from './define.ts'

export const partiesNames = {} as const satisfies Names
