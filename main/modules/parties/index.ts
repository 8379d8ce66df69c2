// The door of parties: customers, and vendors of every kind, with their contacts.
import { defineCommands } from '../../commands/define-command.ts'
import { customerCommands } from './customers.ts'
import { partiesLists, partiesQueries } from './queries.ts'
import { vendorCommands } from './vendors.ts'

export { customerForUse, vendorForUse, type PartyRow } from './for-use.ts'
export const parties = {
  commands: defineCommands({ ...customerCommands, ...vendorCommands }),
  queries: partiesQueries,
  lists: partiesLists,
}
