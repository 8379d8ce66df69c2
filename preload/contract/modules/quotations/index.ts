// What can be asked of this module, and what it and its columns are called.
import { quotationsCommands, quotationsQueries } from './calls.ts'
import { quotationsNames } from './names.ts'

export const quotations = {
  commands: quotationsCommands,
  queries: quotationsQueries,
  names: quotationsNames,
}
