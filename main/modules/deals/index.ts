// The door of deals: what all documents of one business belong to, its stage, and its page.
import { defineModule } from '../../records/define-module.ts'
import { dealsLists } from './lists.ts'
import { dealsQueries } from './queries.ts'

export { dealForContract, dropEmptyDeal } from './deal.ts'
export { documentsOfDeal } from './documents.ts'
export { afterDealGiven, dealDocuments, dealFacts, visible as inSight, soldInDeal, type DealDocumentRow } from './parts.ts'
export { shareOfLines, shareOfTotal } from './progress.ts'
export { refreshDeal, refreshDeals } from './stage.ts'

export const deals = defineModule({ queries: dealsQueries, lists: dealsLists })
