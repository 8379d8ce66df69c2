// What can be asked of this module, and what it and its columns are called.
import { listViewsCommands, listViewsQueries } from './calls.ts'
import { listViewsNames } from './names.ts'

export const listViews = {
  commands: listViewsCommands,
  queries: listViewsQueries,
  names: listViewsNames,
}
