// The door of bank accounts: our own accounts, their movements, and transfers between them.
import { bankCommands, declareOwnBankDetails } from './commands.ts'
import { bankAccountLists } from './lists.ts'
import { bankAccountQueries } from './queries.ts'

export { bankForUse } from './bank-for-use.ts'

declareOwnBankDetails()
export const bankAccounts = { commands: bankCommands, queries: bankAccountQueries, lists: bankAccountLists }
