// What can be asked of this module, and what it and its columns are called.
import { referenceQueries } from './calls.ts'

export const reference = {
  commands: {},
  queries: referenceQueries,
  names: {},
}
