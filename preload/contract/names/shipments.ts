// Names of shipments in both languages: fields, values, lists, commands and records of shipments.
import type { Names } from './define.ts'

export const shipmentsNames = {} as const satisfies Names
