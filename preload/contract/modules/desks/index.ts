// What can be asked of this module, and what it and its columns are called.
import { desksCommands, desksQueries } from './calls.ts'
import { desksNames } from './names.ts'
import { statusQueries } from './status-calls.ts'

export const desks = {
  commands: desksCommands,
  queries: { ...desksQueries, ...statusQueries },
  names: desksNames,
}
