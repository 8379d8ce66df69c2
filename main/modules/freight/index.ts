// The door of freight: inquiries with their quotes, what stands before booking a shipment, and what freight is expected to cost.
import { defineCommands } from '../../commands/define-command.ts'
import { approvable } from '../approvals/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { freightDue } from './due.ts'
import { freightInquiryApproval } from './approval.ts'
import { closeInquiry, voidInquiry } from './ending.ts'
import { freightLists } from './lists.ts'
import { freightQueries } from './queries.ts'
import { chooseQuote, recordDecline, registerQuote } from './quotes.ts'
import { saveInquiry } from './save-inquiry.ts'

export { closeFreightOf, releaseFreightOf, reopenFreightOf } from './ending.ts'
export { expectedFreightOfDeal } from './expected.ts'
export { chosenCarrying, requireFreight, requireFreightToDispatch } from './gate.ts'

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
  contributes: [due.of(freightDue), approvable.of({ 'freight-inquiry': freightInquiryApproval })],
})
