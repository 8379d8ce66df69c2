// The door of catalogue: products and their categories.
export { productForUse, type ProductRow } from './for-use.ts'
