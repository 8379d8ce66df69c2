// The door of parties: customers, and vendors of every kind, with their contacts.
import { defineCommands } from '../../commands/define-command.ts'
import { customerCommands } from './customers.ts'
import { partiesLists, partiesQueries } from './queries.ts'
import { declareVendorBankDetails, vendorCommands } from './vendors.ts'

export { bankDetailsView, declareBankDetails, detailsText, keepBankDetails, requireBankDetailsConfirmed } from './bank-details.ts'
export { customerForUse, requirePartyInUse, vendorForUse, type PartyRow } from './for-use.ts'
export { paidParty, paidVendor, payingCustomer } from './money-parties.ts'
declareVendorBankDetails()
export const parties = {
  commands: defineCommands({ ...customerCommands, ...vendorCommands }),
  queries: partiesQueries,
  lists: partiesLists,
}
