// What can be asked of this module, and what it and its columns are called.
import { tasksCommands, tasksQueries } from './calls.ts'
import { tasksNames } from './names.ts'

export const tasks = {
  commands: tasksCommands,
  queries: tasksQueries,
  names: tasksNames,
}
