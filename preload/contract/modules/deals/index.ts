// What can be asked of this module, and what it and its columns are called.
import { dealsQueries } from './calls.ts'
import { dealsNames } from './names.ts'

export const deals = {
  commands: {},
  queries: dealsQueries,
  names: dealsNames,
}
