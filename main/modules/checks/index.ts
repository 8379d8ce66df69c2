// The door of checks: what is odd about a document as it is typed. Warnings never refuse; a preview query answers them beside its figures.
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { containersElsewhere } from './containers-elsewhere.ts'
import { enteredBefore } from './entered-before.ts'
import { lastPrices } from './last-prices.ts'
import { takenCodes } from './taken-codes.ts'

export { purchasePriceWarnings, salePriceWarnings } from './prices.ts'
export { rateWarnings } from './rates.ts'

export const checks = defineModule({
  queries: defineQueries({
    'containers-elsewhere': containersElsewhere,
    'entered-before': enteredBefore,
    'last-prices': lastPrices,
    'taken-codes': takenCodes,
  }),
})
