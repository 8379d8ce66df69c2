// The door of profit estimates: commands, queries and lists for the office, and which estimate a deal's result is compared with.
import { approvable } from '../../records/approvals/index.ts'
import { afterDealGiven, dealDocuments } from '../deals/index.ts'
import { estimatedGoods } from '../purchasing/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { unfinished } from '../../records/hand-over.ts'
import { estimatesOfCustomer } from './unfinished.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { due } from '../../records/due.ts'
import { estimatesDue } from './due.ts'
import { profitEstimateApproval } from './approval.ts'
import { estimatesCommands } from './commands.ts'
import { goodsOfEstimates } from './estimated-goods.ts'
import { estimatesOnDeal } from './holds.ts'
import { estimatesInDeal, handOverEstimates } from './in-deal.ts'
import { profitEstimatePaper } from './paper.ts'
import { estimatesLists, estimatesQueries } from './queries.ts'

export { comparedEstimate } from './counting.ts'

export const estimates = defineModule({
  commands: estimatesCommands,
  queries: estimatesQueries,
  lists: estimatesLists,
  contributes: [
    unfinished.of({ customer: estimatesOfCustomer }),
    due.of(estimatesDue),
    approvable.of({ 'profit-estimate': profitEstimateApproval }),
    dealDocuments.of({ kind: 'profit-estimate', permission: 'profit-estimate.view', find: estimatesInDeal }),
    afterDealGiven.of(handOverEstimates),
    holds.of({ deal: [estimatesOnDeal] }),
    paperMakers.of({ 'profit-estimate': profitEstimatePaper }),
    estimatedGoods.of(goodsOfEstimates),
  ],
})
