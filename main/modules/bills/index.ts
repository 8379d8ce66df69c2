// The door of bills: what vendors bill us for, how deals share it, and credit notes of both sides.
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { dealDocuments, dealFacts } from '../deals/index.ts'
import { freightBilled } from '../freight/index.ts'
import { itemDocument } from '../open-items/index.ts'
import { billing } from '../purchasing/index.ts'
import { billQueries } from './bill-queries.ts'
import { billedFreight } from './billed-freight.ts'
import { billedPurchases } from './billed-purchases.ts'
import { billCommands } from './bills.ts'
import { creditNoteQueries } from './credit-note-queries.ts'
import { creditNoteCommands } from './credit-notes.ts'
import { dealsOfBill, dealWeightsOfBill } from './deals-of-bill.ts'
import { billsOnDeal, billsOnPurchase, creditNotesOnDeal } from './holds.ts'
import { billsInDeal, creditNotesInDeal, OPEN_PAYABLES } from './in-deal.ts'
import { billLists } from './lists.ts'
import { billsOnStatement, creditNotesOnStatement } from './on-statement.ts'

export { billIdsOfDeal } from './in-deal.ts'
export { dealsOfBill, dealWeightsOfBill } from './deals-of-bill.ts'

export const bills = defineModule({
  commands: { ...billCommands, ...creditNoteCommands },
  queries: { ...billQueries, ...creditNoteQueries },
  lists: billLists,
  contributes: [
    billing.of(billedPurchases),
    freightBilled.of(billedFreight),
    dealDocuments.of({ kind: 'bill', permission: 'bill.view', secret: 'cost.view', find: billsInDeal }),
    dealDocuments.of({ kind: 'credit-note', permission: 'bill.view', secret: 'owed', find: creditNotesInDeal }),
    dealFacts.openPayables.of(OPEN_PAYABLES),
    holds.of({ deal: [billsOnDeal, creditNotesOnDeal], 'purchase-contract': [billsOnPurchase] }),
    itemDocument.of({
      bill: { deals: dealsOfBill, dealWeights: dealWeightsOfBill, onStatement: billsOnStatement },
      'credit-note': { onStatement: creditNotesOnStatement },
    }),
  ],
})
