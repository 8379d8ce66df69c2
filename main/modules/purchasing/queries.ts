// What the screens of purchase contracts ask for: one contract, what it comes to as typed, and what is still to be bought.
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { reckonPurchase } from './rules.ts'

type ContractOut = QueryOutput<'purchase-contract'>

const linesOf = async (q: QueryContext, contractId: string, currency: string): Promise<ContractOut['lines']> => {
  const rows = await q.db
    .selectFrom('purchase_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('deal as d', 'd.id', 'l.dealId')
    .selectAll('l')
    .select(['g.code as productCode', 'd.number as dealNumber'])
    .where('l.contractId', '=', contractId)
    .orderBy('l.position')
    .execute()
  const costs = q.may('cost.view')
  return rows.map((l) => ({
    id: l.id,
    salesLineId: l.salesLineId,
    dealId: l.dealId,
    dealNumber: l.dealNumber,
    productId: l.productId,
    productCode: l.productCode,
    description: l.description,
    quantity: scaledText(l.quantity, 'quantity'),
    unit: l.unit,
    ...(costs ? { price: scaledText(l.price, 'price'), amount: money(l.amount, currency) } : {}),
    vatRate: scaledText(l.vatRate, 'percent'),
    refundRate: scaledText(l.refundRate, 'percent'),
    billed: scaledText(l.billed, 'quantity'),
    shipped: scaledText(l.shipped, 'quantity'),
  }))
}

/** Posted bills with a line of the contract. */
const billsOf = async (q: QueryContext, contractId: string): Promise<ContractOut['bills']> => {
  if (!q.may('bill.view')) return []
  const rows = await q.db
    .selectFrom('bill as b')
    .select(['b.id', 'b.number', 'b.total', 'b.currency'])
    .where('b.status', '=', 'posted')
    .where('b.id', 'in', (e) =>
      e
        .selectFrom('bill_line as l')
        .innerJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
        .select('l.billId')
        .where('p.contractId', '=', contractId),
    )
    .orderBy('b.number')
    .execute()
  const costs = q.may('cost.view')
  return rows.map((b) => ({ id: b.id, number: b.number, ...(costs ? { total: money(b.total, b.currency) } : {}) }))
}

type ToPurchase = { productId: string | null; supplierId: string | null }
/** Newest price of a signed contract per product, with the product's usual supplier. */
const lastPrices = async (q: QueryContext, lines: readonly ToPurchase[]): Promise<(line: ToPurchase) => string | null> => {
  const products = [...new Set(lines.flatMap((l) => (l.productId === null ? [] : [l.productId])))]
  if (products.length === 0 || !q.may('cost.view')) return () => null
  const bought = await q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .select(['l.productId', 'c.supplierId', 'l.price'])
    .where('l.productId', 'in', products)
    .where('c.status', '=', 'signed')
    .orderBy('c.contractDate')
    .orderBy('c.number')
    .orderBy('l.position')
    .execute()
  const newest = new Map(bought.map((b) => [`${b.productId} ${b.supplierId}`, scaledText(b.price, 'price')]))
  return (line) => newest.get(`${line.productId} ${line.supplierId}`) ?? null
}

const linesToPurchase = async ({ dealId, contractId }: QueryParsed<'lines-to-purchase'>, q: QueryContext) => {
  let query = q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.id', 'l.productId', 'l.description', 'l.unit', 'l.quantity', 'l.purchased', 'c.number as contractNumber', 'c.dealId'])
    .select(['d.number as dealNumber', 'g.code as productCode', 'g.supplierId', 'g.vatRate', 'g.refundRate'])
    .where('c.status', '=', 'signed')
    .whereRef('l.purchased', '<', 'l.quantity')
    .orderBy('c.contractDate')
    .orderBy('c.number')
    .orderBy('l.position')
    .limit(500)
  if (dealId !== undefined) query = query.where('c.dealId', '=', dealId)
  if (contractId !== undefined) query = query.where('c.id', '=', contractId)
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  if (mine) query = query.where(mine)
  const rows = await query.execute()
  const priceOf = await lastPrices(q, rows)
  return rows.map((r) => ({
    salesLineId: r.id,
    contractNumber: r.contractNumber,
    dealId: r.dealId,
    dealNumber: r.dealNumber,
    productId: r.productId,
    productCode: r.productCode,
    description: r.description,
    unit: r.unit,
    quantity: scaledText(r.quantity, 'quantity'),
    purchased: scaledText(r.purchased, 'quantity'),
    left: scaledText(r.quantity - r.purchased, 'quantity'),
    supplierId: r.supplierId,
    vatRate: scaledText(r.vatRate ?? 0, 'percent'),
    refundRate: scaledText(r.refundRate ?? 0, 'percent'),
    lastPrice: priceOf(r),
  }))
}

export const purchasingQueries = defineQueries({
  'purchase-contract': async ({ id }, q) => {
    const row = q.found(
      await q.db
        .selectFrom('purchase_contract as c')
        .innerJoin('party as p', 'p.id', 'c.supplierId')
        .innerJoin('user as u', 'u.id', 'c.ownerId')
        .selectAll('c')
        .select(['p.name as supplierName', 'u.name as ownerName'])
        .where('c.id', '=', id)
        .executeTakeFirst(),
      'purchase-contract',
    )
    q.requireScope('purchase-contract', row)
    return {
      id: row.id,
      number: row.number,
      revision: row.revision,
      status: row.status as ContractOut['status'],
      signedOn: row.signedOn,
      supplierId: row.supplierId,
      supplierName: row.supplierName,
      contractDate: row.contractDate,
      currency: row.currency,
      rate: scaledText(row.rate, 'rate'),
      deliveryDate: row.deliveryDate,
      paymentTerm: JSON.parse(row.paymentTerm) as PaymentTerm,
      clauses: row.clauses,
      remark: row.remark,
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      lines: await linesOf(q, id, row.currency),
      ...(q.may('cost.view') ? { total: money(row.total, row.currency), totalBase: money(row.totalBase, q.company.baseCurrency) } : {}),
      bills: await billsOf(q, id),
    }
  },

  'preview-purchase-contract': (input, q) => {
    const { currency } = input
    const r = reckonPurchase(input, q.company.baseCurrency)
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
    }
  },

  'lines-to-purchase': linesToPurchase,
})
