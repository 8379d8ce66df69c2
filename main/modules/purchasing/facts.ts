// What signed purchase contracts count as: their lines as they stand, VAT included. The customer of a purchase is that of its deal, whoever is paid (CU14).
import { sql } from 'kysely'
import type { FactSource } from '../../records/facts.ts'

export const purchasedLines: FactSource = {
  name: 'purchased-lines',
  needs: ['purchase-contract.view'],
  scope: 'purchase-contract',
  party: 'factory',
  keys: ['factory', 'purchaser', 'department', 'deal', 'customer', 'product', 'unit', 'currency', 'purchaseContract'],
  rows: () => sql`select c.contractDate as day, c.supplierId as factory, c.ownerId as purchaser, c.departmentId as department,
      c.ownerId as scopeOwner, c.departmentId as scopeDepartment, l.dealId as deal, d.customerId as customer, l.productId as product, l.unit, c.currency,
      c.id as purchaseContract, c.id as documentId, c.number, l.netBase + l.vatBase as base, l.amount as own, l.quantity
    from purchase_contract c join purchase_line l on l.contractId = c.id left join deal d on d.id = l.dealId
    where c.status = 'signed' and l.quantity > 0`,
  measures: {
    purchased: { kind: 'flow', unit: 'money', needs: ['cost.view'], value: sql`f.base`, own: sql`f.own`, order: 50 },
    'purchase-contract-count': { kind: 'distinct', unit: 'count', value: sql`f.purchaseContract`, order: 402 },
    'supplying-factories': { kind: 'distinct', unit: 'count', counts: 'factory', value: sql`f.factory`, order: 413 },
    'purchase-price': {
      ...{ kind: 'ratio', unit: 'price', places: 4, needs: ['cost.view'], order: 417 },
      ...{ value: sql`f.base`, over: sql`f.quantity`, within: sql`f.unit` },
    },
    'purchased-quantity': { kind: 'flow', unit: 'quantity', value: sql`f.quantity`, within: sql`f.unit`, order: 416 },
  },
  tiesOut: (q, { from, to }) => {
    const { minor } = q.sql
      .prepare(
        "SELECT coalesce(sum(totalBase), 0) AS minor FROM purchase_contract WHERE status = 'signed' AND contractDate BETWEEN ? AND ?",
      )
      .get(from, to) as { minor: number }
    return [{ measure: 'purchased', minor, with: 'the purchase contracts’ totals' }]
  },
}
