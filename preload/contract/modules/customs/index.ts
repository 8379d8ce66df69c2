// What can be asked of customs, and what it is called.
import { customsCommands, customsQueries } from './calls.ts'
import { customsNames } from './names.ts'

export const customs = { commands: customsCommands, queries: customsQueries, names: customsNames }
