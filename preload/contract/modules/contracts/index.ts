// What can be asked of this module, and what it and its columns are called.
import { contractsCommands, contractsQueries } from './calls.ts'
import { contractsNames } from './names.ts'

export const contracts = {
  commands: contractsCommands,
  queries: contractsQueries,
  names: contractsNames,
}
