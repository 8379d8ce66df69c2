// Sentences of the catalogue pages in English. Keys as in catalogue-zh.
import type { catalogueZh } from './catalogue-zh.ts'

export const catalogueEn: Record<keyof typeof catalogueZh, string> = {
  'catalogue.product': 'Product',
  'catalogue.customs': 'Customs and tax',
  'catalogue.packing': 'Packing',
  'catalogue.code-help': 'Left empty, the next number is taken',
  'catalogue.inactive-help': 'Switched off, new documents cannot choose it',
  'catalogue.top-category': '(top)',
  'catalogue.no-category': 'There are no product categories yet',
}
