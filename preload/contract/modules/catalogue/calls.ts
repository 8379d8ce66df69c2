// Products and their categories.
import { z } from 'zod'
import {
  changedOutcome,
  codeText,
  column,
  command,
  searchable,
  list,
  longText,
  query,
  requiredCode,
  requiredText,
  revisionSchema,
  shortText,
  once,
} from '../../define/index.ts'
import { measureSchema, percentSchema, quantityOrZeroSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { unitSchema } from '../../vocabulary/units.ts'

/** The least that is sold of something at once, and what it is counted in; the office says the unit of the goods where none is given. */
export const minimumOrderFields = once(() => ({
  minimumQuantity: quantityOrZeroSchema.default('0').describe('minimum order quantity (MOQ); "0": none'),
  minimumUnit: unitSchema.or(z.literal('')).default('').describe('what the MOQ is counted in; empty: the unit of the goods'),
}))
export const productFields = once(() =>
  z.strictObject({
    code: codeText.max(40).describe('item number; empty: the next number of the series'),
    name: requiredText.describe('English name, as on documents'),
    nameZh: shortText,
    specification: longText,
    unit: unitSchema,
    hsCode: z
      .string()
      .trim()
      .regex(/^(\d{4,13})?$/, 'hs-code'),
    vatRate: percentSchema,
    refundRate: percentSchema,
    categoryId: idSchema.nullable(),
    supplierId: idSchema.nullable(),
    piecesPerCarton: quantityOrZeroSchema,
    cartonLength: measureSchema.describe('cm'),
    cartonWidth: measureSchema.describe('cm'),
    cartonHeight: measureSchema.describe('cm'),
    grossWeight: measureSchema.describe('kg a carton'),
    netWeight: measureSchema.describe('kg a carton'),
    ...minimumOrderFields(),
    remark: longText,
    active: z.boolean(),
  }),
)
export type ProductFields = z.infer<ReturnType<typeof productFields>>
const categoryFields = once(() => z.strictObject({ name: requiredCode, nameZh: shortText, parentId: idSchema.nullable() }))

export const catalogueCommands = {
  'create-product': command({
    class: 'intent',
    desk: 'runs',
    permission: 'product.create',
    input: () => productFields().extend({ id: idSchema }),
    outcome: () => z.strictObject({ id: idSchema, code: z.string(), revision: z.int() }),
  }),
  'edit-product': command({
    class: 'intent',
    desk: 'runs',
    permission: 'product.edit',
    input: () => productFields().extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'create-category': command({
    class: 'intent',
    desk: 'runs',
    permission: 'product.edit',
    input: () => categoryFields().extend({ id: idSchema }),
    outcome: changedOutcome,
  }),
  'edit-category': command({
    class: 'intent',
    desk: 'runs',
    permission: 'product.edit',
    input: () => categoryFields().extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
}

export const catalogueQueries = {
  products: list({
    permission: 'product.view',
    scope: 'company',
    export: 'product.export',
    columns: {
      code: column.code({ width: 110 }),
      name: column.text({ width: 240 }),
      nameZh: column.text({ width: 180 }),
      specification: column.text({ hidden: true }),
      category: column.text(),
      unit: column.code({ width: 70 }),
      hsCode: column.code({ width: 110 }),
      vatRate: column.percent({ width: 90 }),
      refundRate: column.percent({ width: 90 }),
      supplier: column.text(),
      piecesPerCarton: column.quantity({ hidden: true }),
      minimumQuantity: column.quantity({ hidden: true }),
      minimumUnit: column.code({ width: 70, hidden: true }),
      active: column.boolean({ width: 80 }),
    },
    sort: [{ field: 'code', descending: false }],
    watches: ['product', 'product_category', 'party'],
    opens: { route: 'product', id: 'id' },
  }),
  product: query({
    permission: 'product.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => productFields().extend({ id: idSchema, revision: z.int(), supplierName: z.string().nullable() }),
    watches: ['product', 'party'],
  }),
  categories: query({
    permission: 'product.view',
    input: () => z.strictObject({}),
    output: () => z.array(categoryFields().extend({ id: idSchema, foundBy: searchable, revision: z.int() })),
    watches: ['product_category'],
  }),
}
