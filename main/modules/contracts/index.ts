// The door of contracts: what other modules and the office may use.
import { amendable } from '../../records/amendments/index.ts'
import { approvable } from '../../records/approvals/index.ts'
import { numbersOfOthers, priceHistory } from '../checks/index.ts'
import { dealDocuments, soldInDeal } from '../deals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { bookings, orderedLines } from './facts.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { proformaInvoicePaper, salesAmendmentPaper, salesContractPaper } from './papers/contract-papers.ts'
import { holds } from '../../records/holds.ts'
import { unfinished } from '../../records/hand-over.ts'
import { contractsOfCustomer } from './unfinished.ts'
import { salesContractApproval } from './approval.ts'
import { contractsCommands } from './commands.ts'
import { contractsOnDeal } from './holds.ts'
import { contractsInDeal, SOLD } from './in-deal.ts'
import { contractsLists } from './lists.ts'
import { pricesSold } from './prices-sold.ts'
import { contractsQueries } from './queries.ts'
import { salesContractAmendment } from './sales-amendment.ts'

export { type AgreedPrice, agreedPrices, comesTo, isAsPriced, pricedOtherwise, priceThatLeft } from './papers/prices-left.ts'
export {
  bankBlock,
  buyerFacts,
  goodsText,
  linesBlock,
  priceTerm,
  signaturesOf,
  unnamedGoods,
  type ChosenAccount,
  type SaleLine,
} from './papers/sale-blocks.ts'
export { requireDeliveryTerm } from './delivery-terms.ts'
export { requireBuyersInUse, requireDealsSoldApproved, requireSoldApproved } from './approval.ts'
export { boughtGoods, carriedGoods, carryingShipments, type BoughtGoods, type CarriedGoods, type CarryingShipment } from './later-goods.ts'
export { changePurchased } from './purchased.ts'
export { contractKeys, ofContract } from './facts.ts'
export { calculateContract, type CalculatedContract } from './rules.ts'
export { saveSalesContract } from './save-sales-contract.ts'

export const contracts = defineModule({
  commands: contractsCommands,
  queries: contractsQueries,
  lists: contractsLists,
  contributes: [
    facts.of([orderedLines, bookings]),
    paperMakers.of({
      'sales-contract': salesContractPaper,
      'proforma-invoice': proformaInvoicePaper,
      'sales-amendment': salesAmendmentPaper,
    }),
    unfinished.of({ customer: contractsOfCustomer }),
    approvable.of({ 'sales-contract': salesContractApproval }),
    amendable.of({ 'sales-contract': salesContractAmendment }),
    priceHistory.sold.of(pricesSold),
    dealDocuments.of({ kind: 'sales-contract', permission: 'sales-contract.view', find: contractsInDeal }),
    soldInDeal.of(SOLD),
    holds.of({ deal: [contractsOnDeal] }),
    numbersOfOthers.of({
      'buyer-order': {
        ...{ table: 'sales_contract', field: 'buyerOrderNumber', of: 'customerId', by: 'sales-contract', free: 'void' },
        ...{ view: 'sales-contract.view', scope: 'sales-contract' },
      },
    }),
  ],
})
