// The door of bills: what vendors bill us for, how deals share it, and credit notes of both sides.
import { defineModule } from '../../records/define-module.ts'
import { itemDocument } from '../open-items/index.ts'
import { billQueries } from './bill-queries.ts'
import { billCommands } from './bills.ts'
import { creditNoteQueries } from './credit-note-queries.ts'
import { creditNoteCommands } from './credit-notes.ts'
import { dealsOfBill, dealWeightsOfBill } from './deals-of-bill.ts'
import { billLists } from './lists.ts'

export { dealsOfBill, dealWeightsOfBill } from './deals-of-bill.ts'

export const bills = defineModule({
  commands: { ...billCommands, ...creditNoteCommands },
  queries: { ...billQueries, ...creditNoteQueries },
  lists: billLists,
  contributes: [itemDocument.of({ bill: { deals: dealsOfBill, dealWeights: dealWeightsOfBill } })],
})
