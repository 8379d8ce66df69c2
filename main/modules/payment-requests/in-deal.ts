// Payment requests as documents of a deal: those for its purchases and its bills, and for money that is given back of it. Rule C13 of deals.
import type { QueryContext } from '../../queries/define-query.ts'
import { billIdsOfDeal } from '../bills/index.ts'
import { inSight } from '../deals/index.ts'

export const requestsInDeal = (q: QueryContext, dealId: string) => {
  const { db } = q
  const lines = db.selectFrom('payment_request_line as l').innerJoin('open_item as i', 'i.ref', 'l.item').select('l.requestId')
  const query = db
    .selectFrom('payment_request as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.requestedOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) =>
      e.or([
        e('x.contractId', 'in', e.selectFrom('purchase_line').select('contractId').where('dealId', '=', dealId)),
        e('x.id', 'in', lines.where('i.documentId', 'in', billIdsOfDeal(db, dealId))),
        e('x.id', 'in', lines.innerJoin('ledger_key as k', 'k.key', 'i.deal').where('k.id', '=', dealId)),
      ]),
    )
  return inSight(q, 'payment-request', (condition) => query.where(condition), query)
}
