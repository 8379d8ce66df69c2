// What can be asked of this module, and what it and its columns are called.
import { taxRefundsCommands, taxRefundsQueries } from './calls.ts'
import { taxRefundsNames } from './names.ts'

export const taxRefunds = {
  commands: taxRefundsCommands,
  queries: taxRefundsQueries,
  names: taxRefundsNames,
}
