// What can be asked of this module, and what it and its columns are called.
import { creditCommands, creditQueries } from './calls.ts'
import { creditNames } from './names.ts'

export const credit = {
  commands: creditCommands,
  queries: creditQueries,
  names: creditNames,
}
