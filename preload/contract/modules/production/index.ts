// What can be asked of this module, and what it and its columns are called.
import { productionCommands, productionQueries } from './calls.ts'
import { productionNames } from './names.ts'

export const production = {
  commands: productionCommands,
  queries: productionQueries,
  names: productionNames,
}
