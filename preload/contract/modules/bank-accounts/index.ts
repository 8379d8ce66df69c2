// What can be asked of this module, and what it and its columns are called.
import { bankAccountCommands, bankAccountQueries } from './calls.ts'
import { bankAccountsNames } from './names.ts'

export const bankAccounts = {
  commands: bankAccountCommands,
  queries: bankAccountQueries,
  names: bankAccountsNames,
}
