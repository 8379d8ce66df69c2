// What can be asked of this module, and what it and its columns are called.
import { profitQueries } from './calls.ts'
import { profitNames } from './names.ts'

export const profit = {
  commands: {},
  queries: profitQueries,
  names: profitNames,
}
