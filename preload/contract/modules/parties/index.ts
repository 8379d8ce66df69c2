// What can be asked of this module, and what it and its columns are called.
import { partiesCommands, partiesQueries } from './calls.ts'
import { partiesNames } from './names.ts'

export const parties = {
  commands: partiesCommands,
  queries: partiesQueries,
  names: partiesNames,
}
