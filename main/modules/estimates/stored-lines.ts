// The lines of an estimate as they were typed, read back from the table: for its page and for its margin at other rates.
import type { ReadableDb } from '../../../db/open.ts'
import type { ProfitEstimateFields } from '../../../preload/contract/modules/estimates/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'

type Stored = Pick<QueryOutput<'profit-estimate'>, 'revenue' | 'purchases' | 'costs'>
/** The lines of one estimate in their order, with the names of their products and suppliers. */
export const storedLines = async (db: ReadableDb, estimateId: string): Promise<Stored> => {
  const rows = await db
    .selectFrom('profit_estimate_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('party as p', 'p.id', 'l.supplierId')
    .selectAll('l')
    .select(['g.code as productCode', 'p.name as supplierName'])
    .where('l.estimateId', '=', estimateId)
    .orderBy('l.position')
    .execute()
  const common = (l: (typeof rows)[number]) => ({
    id: l.id,
    description: l.description,
    currency: l.currency,
    rate: scaledText(l.rate, 'rate'),
    source: JSON.parse(l.source) as ProfitEstimateFields['revenue'][number]['source'],
  })
  return {
    revenue: rows.filter((l) => l.line === 'revenue').map((l) => ({ ...common(l), amount: l.amount })),
    purchases: rows
      .filter((l) => l.line === 'purchase')
      .map((l) => ({
        ...common(l),
        productId: l.productId,
        productCode: l.productCode,
        supplierId: l.supplierId,
        supplierName: l.supplierName,
        quantity: scaledText(l.quantity ?? 0, 'quantity'),
        unit: l.unit,
        price: scaledText(l.price ?? 0, 'price'),
        vatRate: scaledText(l.vatRate, 'percent'),
        refundRate: scaledText(l.refundRate, 'percent'),
      })),
    costs: rows
      .filter((l) => l.line !== 'revenue' && l.line !== 'purchase')
      .map((l) => ({ ...common(l), line: l.line as Stored['costs'][number]['line'], amount: l.amount })),
  }
}
