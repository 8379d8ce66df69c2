// Door of the kit's prices.
export { LastPrices } from './last-prices.tsx'
