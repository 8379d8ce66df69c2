// What can be asked of this module, and what it and its columns are called.
import { shipmentsCommands, shipmentsQueries } from './calls.ts'
import { shipmentsNames } from './names.ts'

export const shipments = {
  commands: shipmentsCommands,
  queries: shipmentsQueries,
  names: shipmentsNames,
}
