// The door of open items: who owes what, how old it is, and what is applied to what.
import { allocationLists } from './allocation-lists.ts'
import { allocationQueries } from './allocation-queries.ts'
import { allocationCommands } from './allocations.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { overdueReceivables, payables, receivables } from './facts.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { due } from '../../records/due.ts'
import { expectedCash } from '../../records/expected-cash.ts'
import { metByMoney, openItemsDue } from './due.ts'
import { openItemsExpected } from './expected-cash.ts'
import { openItemLists } from './lists.ts'
import { customerKind, expenseKind, factoryKind } from './statement-kinds.ts'
import { statementOf } from './statement.ts'

export { shipmentItemsOfDeal } from './in-deal.ts'
export { applyPairs, applyTargets, reverseBatch, WRITTEN_OFF, type AllocationTarget } from './allocations.ts'
export { dealDimensions, soleOf } from './dimensions.ts'
export { itemDocument, type DealWeight, type OnStatement } from './item-documents.ts'
export { dimensionsOf, itemOf, clearingLine, openFrom, requireUntouched, returnableItem, type Item } from './items.ts'
export { journalsOf, openOf } from './of-document.ts'
export { metByMoney }
export { overdueOf } from './overdue.ts'
export { canBeCleared, sideOf } from './rules.ts'

export const openItems = defineModule({
  commands: allocationCommands,
  queries: allocationQueries,
  lists: { ...openItemLists, ...allocationLists },
  contributes: [
    facts.of([receivables, overdueReceivables, payables]),
    due.of(openItemsDue),
    expectedCash.of(openItemsExpected),
    paperMakers.of({
      'customer-statement': statementOf(customerKind),
      'factory-statement': statementOf(factoryKind),
      'expense-statement': statementOf(expenseKind),
    }),
  ],
})
