// What can be asked of this module, and what it and its columns are called.
import { papersCommands, papersQueries } from './calls.ts'
import { papersNames } from './names.ts'

export const papers = { commands: papersCommands, queries: papersQueries, names: papersNames }
