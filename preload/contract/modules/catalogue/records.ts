// Products and their categories.
import { column, record } from '../../define/record.ts'
import { active } from '../../define/shared-facts.ts'

const { text, code, boolean, quantity, percent, measure, named } = column

export const productCategory = record('product-category', {
  table: 'product_category',
  sync: 'company',
  once: [{ column: 'name', within: ['parentId'], commands: ['create-category', 'edit-category'] }],
  view: 'product.view',
  title: ['nameZh', 'name'],
  titleEn: ['name', 'nameZh'],
  columns: { name: text(), nameZh: text(), parentId: named('product_category') },
})

export const product = record('product', {
  table: 'product',
  attachable: true,
  sync: 'company',
  series: { prefix: 'P', yearly: false },
  searchable: true,
  actions: ['view', 'create', 'edit', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view', 'create', 'edit'],
    purchaser: 'all',
    'shipping-clerk': ['view'],
    accountant: ['view'],
  },
  states: active,
  once: [{ column: 'code', commands: ['create-product', 'edit-product'] }],
  title: ['nameZh', 'name'],
  titleEn: ['name', 'nameZh'],
  route: 'product',
  columns: {
    ...{ code: code(), name: text(), nameZh: text(), specification: text(), unit: code(), hsCode: code(), vatRate: percent() },
    ...{ refundRate: percent(), categoryId: named('product_category'), supplierId: named('party'), piecesPerCarton: quantity() },
    ...{ cartonLength: measure(), cartonWidth: measure(), cartonHeight: measure(), grossWeight: measure(), netWeight: measure() },
    ...{ minimumQuantity: quantity(), minimumUnit: code(), remark: text(), active: boolean() },
  },
})

export const catalogueRecords = [productCategory, product] as const
