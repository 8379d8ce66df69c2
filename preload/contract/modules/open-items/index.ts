// What can be asked of this module, and what it and its columns are called.
import { openItemCommands, openItemQueries } from './calls.ts'
import { openItemsNames } from './names.ts'

export const openItems = {
  commands: openItemCommands,
  queries: openItemQueries,
  names: openItemsNames,
}
