// What can be asked of this module, and what it and its columns are called.
import { targetsCommands, targetsQueries } from './calls.ts'
import { targetsNames } from './names.ts'

export const targets = {
  commands: targetsCommands,
  queries: targetsQueries,
  names: targetsNames,
}
