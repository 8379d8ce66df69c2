// What can be asked of this module, and what it and its columns are called.
import { papersQueries } from './calls.ts'
import { papersNames } from './names.ts'

export const papers = { commands: {}, queries: papersQueries, names: papersNames }
