// What can be asked of this module, and what it and its columns are called.
import { workbenchCommands, workbenchQueries } from './calls.ts'
import { workbenchNames } from './names.ts'

export const workbench = {
  commands: workbenchCommands,
  queries: workbenchQueries,
  names: workbenchNames,
}
