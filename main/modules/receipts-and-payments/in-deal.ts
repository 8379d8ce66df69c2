// Receipts and payments as parts of a deal: as documents on its page, and which of them hold it.
import type { QueryContext } from '../../queries/define-query.ts'
import { billIdsOfDeal } from '../bills/index.ts'
import { inSight, type DealDocumentRow } from '../deals/index.ts'
import { shipmentItemsOfDeal } from '../open-items/index.ts'

/** Money claimed for the deal, and money allocated to a receivable of it. */
export const receiptsInDeal = (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> => {
  const allocated = q.db
    .selectFrom('allocation as a')
    .select('a.source')
    .where('a.target', 'in', shipmentItemsOfDeal(q.db, dealId))
    .where('a.status', '=', 'posted')
  const query = q.db
    .selectFrom('receipt as x')
    .leftJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.receivedOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) => e.or([e('x.dealId', '=', dealId), e('x.item', 'in', allocated)]))
  return inSight(q, 'receipt', (condition) => query.where(condition), query)
}

/** Prepayments for the deal's purchases, payments allocated to a bill of it, and what was given back of its receipts and credit notes. */
export const paymentsInDeal = (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> => {
  const allocated = q.db
    .selectFrom('open_item as i')
    .innerJoin('allocation as a', 'a.target', 'i.ref')
    .select('a.source')
    .where('i.documentId', 'in', billIdsOfDeal(q.db, dealId))
    .where('a.status', '=', 'posted')
  const givenBack = q.db
    .selectFrom('open_item as i')
    .innerJoin('allocation as a', 'a.source', 'i.ref')
    .select('a.target')
    .where('i.documentId', 'in', (e) =>
      e
        .selectFrom('receipt as r')
        .select('r.id')
        .where('r.dealId', '=', dealId)
        .union(e.selectFrom('credit_note as n').select('n.id').where('n.dealId', '=', dealId)),
    )
    .where('a.status', '=', 'posted')
  return q.db
    .selectFrom('payment as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.paidOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) =>
      e.or([
        e('x.contractId', 'in', e.selectFrom('purchase_line as l').select('l.contractId').where('l.dealId', '=', dealId)),
        e('x.item', 'in', allocated),
        e('x.item', 'in', givenBack),
      ]),
    )
    .execute()
}
