// The door of quotations: versions of what is offered, until one becomes a contract.
import { defineCommands } from '../../commands/define-command.ts'
import { numbersOfOthers } from '../checks/index.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { quotedLines } from './facts.ts'
import { unfinished } from '../../records/hand-over.ts'
import { quotationsOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { quotationsDue } from './due.ts'
import { dealDocuments } from '../deals/index.ts'
import { quotationsInDeal } from './in-deal.ts'
import { quotationsLists } from './lists.ts'
import { paperChecks, paperMakers } from '../../records/papers/index.ts'
import { asQuoted } from './as-quoted.ts'
import { quotationPaper } from './paper.ts'
import { quotationsQueries } from './queries.ts'
import { saveQuotation } from './save-quotation.ts'
import { confirmQuotation, discardQuotation, loseQuotation, reviseQuotation, sendQuotation } from './versions.ts'

export { packedTogether, packingOf } from './rules.ts'
export { quotedCosts, quotedWholes, type QuotedCost, type QuotedWhole } from './quoted.ts'

export const quotations = defineModule({
  commands: defineCommands({
    'save-quotation': saveQuotation,
    'send-quotation': sendQuotation,
    'revise-quotation': reviseQuotation,
    'lose-quotation': loseQuotation,
    'discard-quotation': discardQuotation,
    'confirm-quotation': confirmQuotation,
  }),
  queries: quotationsQueries,
  lists: quotationsLists,
  contributes: [
    facts.of([quotedLines]),
    dealDocuments.of({ kind: 'quotation', permission: 'quotation.view', find: quotationsInDeal }),
    paperMakers.of({ quotation: quotationPaper }),
    paperChecks.of({ 'sales-contract': asQuoted, 'proforma-invoice': asQuoted }),
    unfinished.of({ customer: quotationsOfCustomer }),
    due.of(quotationsDue),
    numbersOfOthers.of({
      'customer-inquiry': {
        ...{ table: 'quotation', field: 'inquiryNumber', of: 'customerId', by: 'quotation', free: 'void', versionOf: 'rootId' },
        ...{ view: 'quotation.view', scope: 'quotation' },
      },
    }),
  ],
})
