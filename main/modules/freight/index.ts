// The door of freight: inquiries with their quotes, what stands before booking a shipment, and what freight is expected to cost.
import { defineCommands } from '../../commands/define-command.ts'
import { unfinished } from '../../records/hand-over.ts'
import { inquiriesOfCustomer } from './unfinished.ts'
import { approvable } from '../../records/approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { due } from '../../records/due.ts'
import { dealDocuments } from '../deals/index.ts'
import { inquiriesInDeal } from './in-deal.ts'
import { expectedCash } from '../../records/expected-cash.ts'
import { freightDue } from './due.ts'
import { freightExpected } from './expected-cash.ts'
import { freightInquiryApproval } from './approval.ts'
import { carryingChosen, shipmentFollowers } from '../shipments/index.ts'
import { closeFreightOf, closeInquiry, releaseFreightOf, reopenFreightOf, voidInquiry } from './ending.ts'
import { chosenCarrying, requireFreight, requireFreightToDispatch } from './gate.ts'
import { freightLists } from './lists.ts'
import { freightInquiryPaper } from './paper.ts'
import { freightQueries } from './queries.ts'
import { chooseQuote, recordDecline, registerQuote } from './quotes.ts'
import { saveInquiry } from './save-inquiry.ts'

export { expectedFreightOfDeal } from './expected.ts'
export { freightBilled } from './later-documents.ts'

export const freight = defineModule({
  commands: defineCommands({
    'save-freight-inquiry': saveInquiry,
    'register-freight-quote': registerQuote,
    'record-freight-decline': recordDecline,
    'choose-freight-quote': chooseQuote,
    'close-freight-inquiry': closeInquiry,
    'void-freight-inquiry': voidInquiry,
  }),
  queries: freightQueries,
  lists: freightLists,
  contributes: [
    unfinished.of({ customer: inquiriesOfCustomer }),
    dealDocuments.of({ kind: 'freight-inquiry', permission: 'freight-inquiry.view', find: inquiriesInDeal }),
    due.of(freightDue),
    expectedCash.of(freightExpected),
    approvable.of({ 'freight-inquiry': freightInquiryApproval }),
    paperMakers.of({ 'freight-inquiry': freightInquiryPaper }),
    carryingChosen.of(chosenCarrying),
    shipmentFollowers.of({
      beforeBooking: requireFreight,
      beforeDispatch: requireFreightToDispatch,
      afterDispatch: closeFreightOf,
      afterTakenBack: reopenFreightOf,
      afterDropped: releaseFreightOf,
    }),
  ],
})
