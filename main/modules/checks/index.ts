// The door of checks: what is odd about a document as it is typed. Warnings never refuse; a preview query answers them beside its figures.
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { enteredBefore } from './entered-before.ts'
import { takenCodes } from './taken-codes.ts'

export { numbersOfOthers } from './entered-before.ts'
export { priceHistory, purchasePriceWarnings, salePriceWarnings, type PricesAsked } from './prices.ts'
export { rateWarnings } from './rates.ts'

export const checks = defineModule({
  queries: defineQueries({
    'entered-before': enteredBefore,
    'taken-codes': takenCodes,
  }),
})
