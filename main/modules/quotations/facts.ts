// What was quoted: the newest version that went out of each quotation, whatever became of it. Drafts and superseded versions are nothing offered.
import { sql } from 'kysely'
import type { FactSource } from '../../records/facts.ts'

export const quotedLines: FactSource = {
  name: 'quoted-lines',
  needs: ['quotation.view'],
  scope: 'quotation',
  party: 'customer',
  keys: [
    ...['customer', 'salesperson', 'department', 'product', 'factory', 'unit', 'currency', 'incoterm', 'mode', 'portOfLoading'],
    'portOfDischarge',
  ],
  rows: () => sql`select o.quotedOn as day, o.customerId as customer, o.ownerId as salesperson, o.departmentId as department,
      o.ownerId as scopeOwner, o.departmentId as scopeDepartment, l.productId as product, g.supplierId as factory, l.unit, o.currency,
      o.incoterm, o.transportMode as mode, o.portOfLoading, o.portOfDischarge, o.id as documentId, o.number, l.amountBase as base, l.amount as own
    from quotation o join quotation_line l on l.quotationId = o.id left join product g on g.id = l.productId
    where o.status in ('sent', 'confirmed', 'lost')`,
  measures: {
    quoted: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 10 },
    'quotation-count': { kind: 'distinct', unit: 'count', value: sql`f.documentId`, order: 401 },
  },
  tiesOut: (q, { from, to }) => {
    const { minor } = q.sql
      .prepare(
        "SELECT coalesce(sum(totalBase), 0) AS minor FROM quotation WHERE status IN ('sent', 'confirmed', 'lost') AND quotedOn BETWEEN ? AND ?",
      )
      .get(from, to) as { minor: number }
    return [{ measure: 'quoted', minor, with: 'the quotations’ totals' }]
  },
}
