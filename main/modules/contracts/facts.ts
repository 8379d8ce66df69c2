// What signed sales contracts count as: their lines as they stand (orders), and what was signed, changed and voided on its own day (bookings). C12, C16.
import { sql } from 'kysely'
import { agreedVersions } from '../../records/amendments/index.ts'
import type { FactSource } from '../../records/facts.ts'

/** Who sold it is who had it when it was signed: a hand-over changes nothing of what was sold before (CU10). */
const seller = sql`coalesce(c.salespersonId, c.ownerId) as salesperson,
  case when c.salespersonId is null then c.departmentId else c.salesDepartmentId end as department`
/** What every fact of a signed contract `c` can be looked at by. */
export const ofContract = sql`c.customerId as customer, ${seller}, c.ownerId as scopeOwner, c.departmentId as scopeDepartment, c.dealId as deal,
  c.id as contract, c.incoterm, c.transportMode as mode, c.portOfLoading, c.portOfDischarge, c.id as documentId, c.number`
export const contractKeys = [
  'customer',
  'salesperson',
  'department',
  'deal',
  'contract',
  'incoterm',
  'mode',
  'portOfLoading',
  'portOfDischarge',
]

export const orderedLines: FactSource = {
  name: 'ordered-lines',
  needs: ['sales-contract.view'],
  scope: 'sales-contract',
  party: 'customer',
  keys: [...contractKeys, 'product', 'factory', 'unit', 'currency'],
  shared: { by: ['contract'], amounts: ['base', 'own', 'quantity'] },
  rows: () => sql`select c.contractDate as day, ${ofContract}, l.productId as product, g.supplierId as factory, l.unit, c.currency,
      l.amountBase as base, l.amount as own, l.quantity, l.id as line
    from sales_contract c join sales_line l on l.contractId = c.id left join product g on g.id = l.productId
    where c.status = 'signed' and l.quantity > 0`,
  measures: {
    orders: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 20 },
    'contract-count': { kind: 'distinct', unit: 'count', value: sql`f.contract`, order: 400 },
    'ordering-customers': { kind: 'distinct', unit: 'count', counts: 'customer', value: sql`f.customer`, order: 410 },
    'ordered-products': { kind: 'distinct', unit: 'count', counts: 'product', value: sql`f.product`, order: 411 },
    'ordered-factories': { kind: 'distinct', unit: 'count', counts: 'factory', value: sql`f.factory`, order: 412 },
    'ordered-quantity': { kind: 'flow', unit: 'quantity', value: sql`f.quantity`, within: sql`f.unit`, order: 415 },
  },
  tiesOut: (q, { from, to }) => {
    const { minor } = q.sql
      .prepare("SELECT coalesce(sum(totalBase), 0) AS minor FROM sales_contract WHERE status = 'signed' AND contractDate BETWEEN ? AND ?")
      .get(from, to) as { minor: number }
    return [{ measure: 'orders', minor, with: 'the contracts’ totals' }]
  },
}

const versions = agreedVersions('sales-contract')
const wasSigned = sql`(c.status = 'signed' or (c.status = 'void' and c.signedOn is not null))`
/** Later versions on the day they came into force, with what they said and, in the other direction, with what they took the place of. */
const changes = (
  currency: string,
  base: string,
  own: string,
) => sql`select v.inForceOn, ${ofContract}, ${sql.raw(currency)}, ${sql.raw(base)}, ${sql.raw(own)}, 1
  from ${versions} v join sales_contract c on c.id = v.contractId where v.version > 1 and ${wasSigned}`

export const bookings: FactSource = {
  name: 'bookings',
  needs: ['sales-contract.view'],
  scope: 'sales-contract',
  party: 'customer',
  keys: [...contractKeys, 'currency'],
  shared: { by: ['contract'], amounts: ['base', 'own'] },
  // The first version is written down once there is a second.
  rows: () => sql`select c.contractDate as day, ${ofContract}, coalesce(v1.currency, c.currency) as currency,
      coalesce(v1.totalBase, c.totalBase) as base, coalesce(v1.total, c.total) as own, 0 as changed
    from sales_contract c left join ${versions} v1 on v1.contractId = c.id and v1.version = 1 where ${wasSigned}
    union all ${changes('v.currency', 'v.totalBase', 'v.total')}
    union all ${changes('v.currencyBefore', '-v.totalBaseBefore', '-v.totalBefore')}
    union all select c.voidedOn, ${ofContract}, c.currency, -c.totalBase, -c.total, 0
    from sales_contract c where c.status = 'void' and c.signedOn is not null and c.voidedOn is not null`,
  measures: {
    bookings: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 30 },
    amendments: {
      kind: 'flow',
      unit: 'money',
      value: sql`case when f.changed then f.base end`,
      own: sql`case when f.changed then f.own end`,
      order: 40,
    },
  },
}
