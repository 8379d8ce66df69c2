// The door of purchasing: what other modules and the office may use, the cost engine before all (rules P3… in SPEC.md).
import { declarePurchaseContracts } from './approval.ts'
import { purchasingCommands } from './commands.ts'
import { purchasingLists } from './lists.ts'
import { declarePurchaseAmendments } from './purchase-amendment.ts'
import { purchasingQueries } from './queries.ts'

export { afterPurchaseSigned } from './after-signing.ts'
export { requireBoughtApproved, requireBoughtLinesApproved } from './approval.ts'
export { netOf, refundOf, roomOf } from './rules.ts'
export { costLines } from './cost.ts'
export { recordBilled, type BilledLine } from './billed.ts'
export { sourceShipment } from './sourcing.ts'
export { lastCostDay, unsourceShipment } from './unsourcing.ts'

declarePurchaseContracts()
declarePurchaseAmendments()
export const purchasing = { commands: purchasingCommands, queries: purchasingQueries, lists: purchasingLists }
