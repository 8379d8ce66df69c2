// What can be asked of this module, and what it and its columns are called.
import { freightCommands, freightQueries } from './calls.ts'
import { freightNames } from './names.ts'

export const freight = {
  commands: freightCommands,
  queries: freightQueries,
  names: freightNames,
}
