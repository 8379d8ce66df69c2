// The door of tax refunds: what the tax bureau owes us for exports, and what of it came in.
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { expectedCash } from '../../records/expected-cash.ts'
import { holds } from '../../records/holds.ts'
import { dealDocuments } from '../deals/index.ts'
import { taxRefundsDue } from './due.ts'
import { taxRefundsExpected } from './expected-cash.ts'
import { taxRefundCommands } from './commands.ts'
import { refundsInDeal } from './in-deal.ts'
import { taxRefundLists } from './lists.ts'
import { refundsOnShipment } from './holds.ts'
import { taxRefundQueries } from './queries.ts'

export const taxRefunds = defineModule({
  commands: taxRefundCommands,
  queries: taxRefundQueries,
  lists: taxRefundLists,
  contributes: [
    due.of(taxRefundsDue),
    expectedCash.of(taxRefundsExpected),
    holds.of({ shipment: [refundsOnShipment] }),
    dealDocuments.of({ kind: 'tax-refund-receipt', permission: 'payable.view', find: refundsInDeal }),
  ],
})
