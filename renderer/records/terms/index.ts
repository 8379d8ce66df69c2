// Door of the kit's terms of trade: what a party, a currency or a day brings into a document, and what its payment term comes to.
export { DeliveryTermFields } from './delivery-fields.tsx'
export { useFirstTerms } from './first-terms.ts'
export { customerTerms, supplierTerms } from './party-terms.ts'
export { InstalmentsSection } from './instalments-section.tsx'
export { dayRateOn, rateOn, sameRate, useFollowingRate, useRateHelp } from './rate-on.ts'
