// The door of purchasing: what other modules and the office may use, the cost engine before all (rules P3… in SPEC.md).
import { amendable } from '../../records/amendments/index.ts'
import { approvable } from '../../records/approvals/index.ts'
import { priceHistory } from '../checks/index.ts'
import { boughtGoods } from '../contracts/index.ts'
import { dealDocuments, dealFacts } from '../deals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { expectedCash } from '../../records/expected-cash.ts'
import { facts } from '../../records/facts.ts'
import { purchasesExpected } from './expected-cash.ts'
import { purchasedLines } from './facts.ts'
import { holds } from '../../records/holds.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { purchaseAmendmentPaper, purchaseContractPaper } from './papers.ts'
import { purchaseContractApproval } from './approval.ts'
import { boughtRows } from './bought-goods.ts'
import { purchasingCommands } from './commands.ts'
import { goodsLeft, purchasesOnDeal, purchasesOnSale } from './holds.ts'
import { purchaseFacts, purchasesInDeal } from './in-deal.ts'
import { purchasingLists } from './lists.ts'
import { costsBought, pricesBought } from './prices-bought.ts'
import { purchaseContractAmendment } from './purchase-amendment.ts'
import { purchasingQueries } from './queries.ts'

export { afterPurchaseSigned } from './after-signing.ts'
export { requireBoughtApproved, requireBoughtLinesApproved } from './approval.ts'
export { toShip } from './to-ship.ts'
export { netOf, refundOf, roomOf } from './rules.ts'
export { costLines } from './cost.ts'
export { recordBilled, type BilledLine } from './billed.ts'
export { sourceShipment } from './sourcing.ts'
export {
  billing,
  estimatedGoods,
  followRevision,
  moneyOfPurchase,
  prepaymentsAsked,
  type Billed,
  type EstimatedGoods,
} from './later-documents.ts'
export { lastCostDay, unsourceShipment } from './unsourcing.ts'

export const purchasing = defineModule({
  commands: purchasingCommands,
  queries: purchasingQueries,
  lists: purchasingLists,
  contributes: [
    facts.of([purchasedLines]),
    expectedCash.of(purchasesExpected),
    paperMakers.of({ 'purchase-contract': purchaseContractPaper, 'purchase-amendment': purchaseAmendmentPaper }),
    boughtGoods.of(boughtRows),
    dealDocuments.of({ kind: 'purchase-contract', permission: 'purchase-contract.view', secret: 'cost.view', find: purchasesInDeal }),
    dealFacts.purchaseDrafts.of(purchaseFacts.drafts),
    dealFacts.purchaseSigned.of(purchaseFacts.signed),
    dealFacts.unbilledLines.of(purchaseFacts.unbilledLines),
    holds.of({ deal: [purchasesOnDeal], 'sales-contract': [purchasesOnSale], 'purchase-contract': [goodsLeft] }),
    priceHistory.bought.of(pricesBought),
    priceHistory.costs.of(costsBought),
    approvable.of({ 'purchase-contract': purchaseContractApproval }),
    amendable.of({ 'purchase-contract': purchaseContractAmendment }),
  ],
})
