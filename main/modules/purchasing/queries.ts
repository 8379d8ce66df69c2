// What the screens of purchase contracts ask for: one contract, what it comes to as typed, and what is still to be bought.
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { inBoughtUnits } from '../../../preload/contract/vocabulary/units.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { contentOfVersion, versionsShown, type Content } from '../../records/amendments/index.ts'
import { purchasePriceWarnings, rateWarnings } from '../checks/index.ts'
import { costsOfProducts } from './costs-of-products.ts'
import { lastPrices } from './last-prices.ts'
import { billing } from './later-documents.ts'
import { linesToPurchase } from './to-purchase.ts'
import { purchaseContractInForce } from './purchase-amendment.ts'
import { inputOfContent } from './purchase-content.ts'
import { calculatePurchase } from './rules.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type ContractOut = QueryOutput<'purchase-contract'>

const statesOf = (q: QueryContext, contractId: string) =>
  q.db
    .selectFrom('purchase_line as l')
    .leftJoin('sales_line as s', 's.id', 'l.salesLineId')
    .select(['l.id', 'l.billed', 'l.shipped', 'l.unitsBought', 'l.unitsSold', 's.unit as salesUnit'])
    .where('l.contractId', '=', contractId)
    .execute()
type State = Awaited<ReturnType<typeof statesOf>>[number]

/** The lines of the version shown, with what has become of each. */
const linesOf = (q: QueryContext, rows: readonly State[], content: Content): ContractOut['lines'] => {
  const states = new Map(rows.map((l) => [l.id, l]))
  const typed = inputOfContent(content).lines
  return content.lines.map((l, at) => {
    const state = states.get(l.id)
    return {
      ...typed[at]!,
      dealNumber: typeof l.dealNumber === 'string' ? l.dealNumber : null,
      productCode: typeof l.productCode === 'string' ? l.productCode : null,
      amount: money(l.amount, content.currency),
      billed: scaledText(state?.billed ?? 0, 'quantity'),
      shipped: scaledText(state ? inBoughtUnits(state.shipped, state) : 0, 'quantity'),
    }
  })
}

const purchaseWarnings = async (q: QueryContext, input: QueryParsed<'preview-purchase-contract'>): Promise<Warning[]> => {
  const { contractDate, deliveryDate, contractId } = input
  return [
    ...(contractDate === undefined ? [] : await rateWarnings(q, { ...input, on: contractDate })),
    ...(contractDate !== undefined && deliveryDate && deliveryDate < contractDate
      ? [warning('shipment-before-contract', 'deliveryDate', { contractDate })] // SC5
      : []),
    ...(await purchasePriceWarnings(q, { ...input, id: contractId })),
  ]
}

export const purchasingQueries = defineQueries({
  'purchase-contract': async ({ id, version }, q) => {
    const row = q.orNotFound(
      await q.db
        .selectFrom('purchase_contract as c')
        .innerJoin('party as p', 'p.id', 'c.supplierId')
        .innerJoin('user as u', 'u.id', 'c.ownerId')
        .selectAll('c')
        .select(['p.name as supplierName', nameIn(q.viewer.language, 'user', 'u').as('ownerName')])
        .where('c.id', '=', id)
        .executeTakeFirst(),
      'purchase-contract',
    )
    q.requireScope('purchase-contract', row)
    const inForce = q.orNotFound(await purchaseContractInForce(q.db, id), 'purchase-contract')
    const content = await contentOfVersion(q.db, 'purchase-contract', inForce, version ?? row.version)
    const { lines: _lines, ...said } = inputOfContent(content)
    const states = await statesOf(q, id)
    return {
      ...said,
      ...(await versionsShown(q, row, version)),
      id: row.id,
      number: row.number,
      revision: row.revision,
      status: row.status as ContractOut['status'],
      signedOn: row.signedOn,
      supplierId: row.supplierId,
      supplierName: row.supplierName,
      contractDate: row.contractDate,
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      lines: linesOf(q, states, content),
      soldIn: states.flatMap((l) => (l.salesUnit === null ? [] : [{ lineId: l.id, unit: l.salesUnit }])),
      total: money(content.total, content.currency),
      totalBase: money(content.totalBase, q.company.baseCurrency),
      bills: await q.contributed(billing).ofContract(q, id),
    }
  },

  'preview-purchase-contract': async (input, q) => {
    const { currency } = input
    const r = calculatePurchase(input, q.company.baseCurrency)
    return {
      lines: r.lines.map((l) => ({
        id: l.id,
        amount: money(l.amount, currency),
        net: money(l.net, currency),
        vat: money(l.vat, currency),
        refund: money(l.refund, currency),
      })),
      total: money(r.total, currency),
      net: money(r.net, currency),
      vat: money(r.vat, currency),
      refund: money(r.refund, currency),
      totalBase: money(r.totalBase, q.company.baseCurrency),
      warnings: await purchaseWarnings(q, input),
    }
  },

  'costs-of-products': costsOfProducts,
  'last-prices': lastPrices,
  'lines-to-purchase': linesToPurchase,
})
