// What can be asked of this module, and what it and its columns are called.
import { checksQueries } from './calls.ts'

export const checks = {
  commands: {},
  queries: checksQueries,
  names: {},
}
