// Tax refunds received as documents of a deal: those that took from a refund of one of its shipments. Rule C13 of deals.
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { DealDocumentRow } from '../deals/index.ts'
import { shipmentItemsOfDeal } from '../open-items/index.ts'

export const refundsInDeal = (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> =>
  q.db
    .selectFrom('tax_refund_receipt as x')
    .select(['x.id', 'x.number', 'x.receivedOn as date', 'x.status', 'x.amount as total', sql.lit('').as('party')])
    .select(sql.lit(q.company.baseCurrency).as('currency'))
    .where('x.id', 'in', (e) => e.selectFrom('tax_refund_line').select('receiptId').where('item', 'in', shipmentItemsOfDeal(q.db, dealId)))
    .execute()
