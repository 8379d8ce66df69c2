// What can be asked of this module, and what it and its columns are called.
import { estimatesCommands, estimatesQueries } from './calls.ts'
import { estimatesNames } from './names.ts'

export const estimates = {
  commands: estimatesCommands,
  queries: estimatesQueries,
  names: estimatesNames,
}
