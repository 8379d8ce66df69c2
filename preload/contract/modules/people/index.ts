// What can be asked of this module, and what it and its columns are called.
import { peopleCommands, peopleQueries } from './calls.ts'
import { peopleNames } from './names.ts'

export const people = {
  commands: peopleCommands,
  queries: peopleQueries,
  names: peopleNames,
}
