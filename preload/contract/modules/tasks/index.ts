// What can be asked of this module, and what it and its columns are called.
import { tasksQueries } from './calls.ts'
import { tasksNames } from './names.ts'

export const tasks = {
  commands: {},
  queries: tasksQueries,
  names: tasksNames,
}
