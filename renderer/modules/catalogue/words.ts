// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const catalogueWords = defineWords({
  'catalogue.product': ['产品', 'Product'],
  'catalogue.customs': ['报关与税', 'Customs and tax'],
  'catalogue.packing': ['包装', 'Packing'],
  'catalogue.code-help': ['不填则自动编号', 'Left empty, the next number is taken'],
  'catalogue.minimum-help': ['不填则同产品单位', 'Left empty, the unit of the product'],
  'catalogue.inactive-help': ['停用后，新单据不能再选它', 'Switched off, new documents cannot choose it'],
  'catalogue.top-category': ['（顶级）', '(top)'],
  'catalogue.no-category': ['还没有产品类别', 'There are no product categories yet'],
})
