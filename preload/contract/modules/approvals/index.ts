// What can be asked of this module, and what it and its columns are called.
import { approvalsCommands, approvalsQueries } from './calls.ts'
import { approvalsNames } from './names.ts'

export const approvals = {
  commands: approvalsCommands,
  queries: approvalsQueries,
  names: approvalsNames,
}
