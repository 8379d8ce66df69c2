// Names of products and categories in both languages: fields, values, lists, commands and records of catalogue.
import type { Names } from './define.ts'

export const catalogueNames = {} as const satisfies Names
