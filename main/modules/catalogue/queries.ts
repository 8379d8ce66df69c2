// What screens ask about products.
import { sql } from 'kysely'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineLists, defineQueries } from '../../queries/define-query.ts'

export const catalogueQueries = defineQueries({
  product: async ({ id }, q) => {
    const row = q.orNotFound(
      await q.db
        .selectFrom('product as p')
        .leftJoin('party as v', 'v.id', 'p.supplierId')
        .selectAll('p')
        .select('v.name as supplierName')
        .where('p.id', '=', id)
        .executeTakeFirst(),
      'product',
    )
    const { code, name, nameZh, specification, unit, hsCode, categoryId, supplierId, remark, revision, supplierName } = row
    const texts = { id, code, name, nameZh, specification, unit, hsCode, categoryId, supplierId, remark, revision, supplierName }
    return {
      ...texts,
      vatRate: scaledText(row.vatRate, 'percent'),
      refundRate: scaledText(row.refundRate, 'percent'),
      piecesPerCarton: scaledText(row.piecesPerCarton, 'quantity'),
      cartonLength: scaledText(row.cartonLength, 'measure'),
      cartonWidth: scaledText(row.cartonWidth, 'measure'),
      cartonHeight: scaledText(row.cartonHeight, 'measure'),
      grossWeight: scaledText(row.grossWeight, 'measure'),
      netWeight: scaledText(row.netWeight, 'measure'),
      minimumQuantity: scaledText(row.minimumQuantity, 'quantity'),
      minimumUnit: row.minimumUnit,
      active: row.active === 1,
    }
  },
  categories: (_, q) =>
    q.db
      .selectFrom('product_category')
      .select(['id', 'name', 'nameZh', 'parentId', 'revision', sql<string>`nameFold || nameZhFold`.as('foundBy')])
      .orderBy(q.viewer.language === 'zh' ? sql`coalesce(nullif(nameZhKey, ''), nameKey)` : 'nameKey')
      .orderBy('id')
      .execute(),
})

export const catalogueLists = defineLists({
  products: (_, q) => ({
    from: q.db
      .selectFrom('product as p')
      .leftJoin('product_category as c', 'c.id', 'p.categoryId')
      .leftJoin('party as v', 'v.id', 'p.supplierId'),
    id: 'p.id',
    fields: {
      code: 'p.code',
      name: 'p.name',
      nameZh: 'p.nameZh',
      specification: 'p.specification',
      category: 'c.name',
      categoryId: 'p.categoryId',
      unit: 'p.unit',
      hsCode: 'p.hsCode',
      vatRate: 'p.vatRate',
      refundRate: 'p.refundRate',
      supplier: 'v.name',
      supplierId: 'p.supplierId',
      piecesPerCarton: 'p.piecesPerCarton',
      minimumQuantity: 'p.minimumQuantity',
      minimumUnit: 'p.minimumUnit',
      active: 'p.active',
    },
    search: ['p.code', 'p.name', 'p.nameZh', 'p.hsCode', 'p.specification'],
  }),
})
