// The door of contracts: what other modules and the office may use.
import { declareSalesContracts } from './approval.ts'
import { contractsCommands } from './commands.ts'
import { contractsLists } from './lists.ts'
import { contractsQueries } from './queries.ts'
import { declareSalesAmendments } from './sales-amendment.ts'

export { requireDeliveryTerm } from './delivery-terms.ts'
export { requireBuyersInUse, requireDealsSoldApproved, requireSoldApproved } from './approval.ts'
export { refreshDeal, refreshDeals } from './deal-stage.ts'
export { shareOfLines, shareOfTotal } from './progress.ts'
export { changePurchased } from './purchased.ts'
export { reckonContract, type Reckoned } from './rules.ts'
export { saveSalesContract } from './save-sales-contract.ts'

declareSalesContracts()
declareSalesAmendments()
export const contracts = { commands: contractsCommands, queries: contractsQueries, lists: contractsLists }
