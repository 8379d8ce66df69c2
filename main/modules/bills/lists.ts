// The list of bills.
import { sql } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'

export const billLists = defineLists({
  bills: (params, q) => {
    let from = q.db.selectFrom('bill as b').innerJoin('party as p', 'p.id', 'b.partyId')
    if (params?.partyId !== undefined) from = from.where('b.partyId', '=', params.partyId)
    if (params?.kind !== undefined) from = from.where('b.kind', '=', params.kind)
    if (params?.dealId !== undefined)
      from = from.where(
        sql<boolean>`b.id in (
          select l.billId from bill_share s join bill_line l on l.id = s.billLineId where s.dealId = ${params.dealId}
          union select l.billId from purchase_line u join bill_line l on l.purchaseLineId = u.id where u.dealId = ${params.dealId})`,
      )
    return {
      from,
      id: 'b.id',
      fields: {
        number: 'b.number',
        billDate: 'b.billDate',
        kind: 'b.kind',
        party: 'p.name',
        invoiceNumber: 'b.invoiceNumber',
        status: 'b.status',
        currency: 'b.currency',
        total: 'b.total',
        totalBase: 'b.totalBase',
        dueDate: 'b.dueDate',
        partyId: 'b.partyId',
      },
      search: ['b.number', 'b.invoiceNumber', 'p.name', 'p.nameZh', 'b.remark'],
    }
  },
})
