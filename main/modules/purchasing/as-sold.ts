// A purchase contract beside the sales lines that it is bought for, before it is printed. Rule P37 of SPEC.md.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { inSoldUnits, ratioOf, type UnitRatio } from '../../../preload/contract/vocabulary/units.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { PaperProblem, PaperWriter } from '../../records/papers/index.ts'

type Contract = Pick<QueryOutput<'purchase-contract'>, 'id' | 'lines'>

/** As far as the viewer sees the sales contracts. */
const soldFor = async (q: QueryContext, salesLineIds: readonly string[]) => {
  if (salesLineIds.length === 0 || !q.may('sales-contract.view')) return []
  let query = q.db
    .selectFrom('sales_line as s')
    .innerJoin('sales_contract as c', 'c.id', 's.contractId')
    .leftJoin('product as g', 'g.id', 's.productId')
    .select(['s.id', 's.description', 's.quantity', 's.unit', 's.productId', 'g.code', 'g.hsCode'])
    .where('s.id', 'in', [...new Set(salesLineIds)])
    .orderBy('c.numberKey')
    .orderBy('s.position')
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  if (mine) query = query.where(mine)
  return query.execute()
}
/** What other contracts buy for these lines, drafts included. */
const boughtElsewhere = (q: QueryContext, contractId: string, salesLineIds: readonly string[]) =>
  q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
    .select(['l.salesLineId', 'l.quantity', 'l.unitsBought', 'l.unitsSold'])
    .where('l.salesLineId', 'in', [...salesLineIds])
    .where('p.id', '<>', contractId)
    .where('p.status', '<>', 'void')
    .execute()

const named = (code: string | null, hsCode: string | null): string => [code ?? '–', ...(hsCode ? [`HS ${hsCode}`] : [])].join(' · ')
const inSold = (parts: readonly (UnitRatio & { quantity: number })[]): number =>
  parts.reduce((sum, part) => sum + inSoldUnits(part.quantity, part), 0)
const productsNamed = async (q: QueryContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await q.db.selectFrom('product').select(['id', 'code', 'hsCode']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code, hsCode }) => [id, named(code, hsCode)]))
}

/** P37. Where what is bought is not what was sold: its quantity over all contracts, its product. Said, and nothing is stopped: one may buy for stock, or in two contracts. */
export const notAsSold = async (q: QueryContext, contract: Contract, w: PaperWriter): Promise<PaperProblem[]> => {
  const ids = contract.lines.flatMap(({ salesLineId }) => salesLineId ?? [])
  const sold = await soldFor(q, ids)
  if (sold.length === 0) return []
  const elsewhere = await boughtElsewhere(q, contract.id, ids)
  const products = await productsNamed(
    q,
    contract.lines.flatMap(({ productId }) => productId ?? []),
  )
  return sold.flatMap((line) => {
    const here = contract.lines.filter(({ salesLineId }) => salesLineId === line.id)
    const bought = inSold([
      ...here.map((one) => ({ ...ratioOf(one.conversion), quantity: toScaled(one.quantity, 'quantity') })),
      ...elsewhere.filter(({ salesLineId }) => salesLineId === line.id),
    ])
    const amount = (quantity: number) => `${w.quantity(scaledText(quantity, 'quantity'))} ${line.unit}`
    const others = here.filter(({ productId }) => productId !== line.productId)
    return [
      ...(bought === line.quantity
        ? []
        : [{ code: 'bought-otherwise', what: line.description, one: amount(bought), other: amount(line.quantity) }]),
      ...others.map(({ productId }) => ({
        ...{ code: 'other-goods', what: line.description },
        ...{ one: products.get(productId ?? '') ?? '–', other: named(line.code, line.hsCode) },
      })),
    ]
  })
}
