// What can be asked of this module, and what it and its columns are called.
import { amendmentsCommands, amendmentsQueries } from './calls.ts'
import { amendmentsNames } from './names.ts'

export const amendments = {
  commands: amendmentsCommands,
  queries: amendmentsQueries,
  names: amendmentsNames,
}
