// What can be asked of this module, and what it and its columns are called.
import { statisticsCommands, statisticsQueries } from './calls.ts'
import { statisticsNames } from './names.ts'

export const statistics = {
  commands: statisticsCommands,
  queries: statisticsQueries,
  names: statisticsNames,
}
