// What can be asked of this module, and what it and its columns are called.
import { auditQueries } from './calls.ts'
import { auditNames } from './names.ts'

export const audit = {
  commands: {},
  queries: auditQueries,
  names: auditNames,
}
