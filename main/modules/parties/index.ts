// The door of parties: customers, and vendors of every kind, with their contacts.
import { defineCommands } from '../../commands/define-command.ts'
import { approvable } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { customerCommands } from './customers.ts'
import { partiesLists, partiesQueries } from './queries.ts'
import { vendorBankDetails, vendorCommands } from './vendors.ts'

export {
  bankDetailsApproval,
  bankDetailsView,
  confirmedBankDetails,
  detailsText,
  keepBankDetails,
  requireBankDetailsConfirmed,
} from './bank-details.ts'
export { customerForUse, requirePartyInUse, vendorForUse, type PartyRow } from './for-use.ts'
export { addressBlock, partyOnPaper, type PartyOnPaper } from './on-paper.ts'
export { paidParty, paidVendor, payingCustomer } from './money-parties.ts'

export const parties = defineModule({
  commands: defineCommands({ ...customerCommands, ...vendorCommands }),
  queries: partiesQueries,
  lists: partiesLists,
  contributes: [approvable.of({ 'vendor-bank-details': vendorBankDetails })],
})
