// The door of checks: what is odd about a document as it is typed. Warnings never refuse; a preview query answers them beside its figures.
export { purchasePriceWarnings, salePriceWarnings } from './prices.ts'
export { rateWarnings } from './rates.ts'
