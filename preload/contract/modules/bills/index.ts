// What can be asked of this module, and what it and its columns are called.
import { billCommands, billQueries } from './calls.ts'
import { billsNames } from './names.ts'

export const bills = {
  commands: billCommands,
  queries: billQueries,
  names: billsNames,
}
