// Bills and credit notes as parts of a deal: what of them is open, as documents on its page, and which of them hold it.
import { owedSql } from '../../../db/ledger/sides.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { DealDocumentRow } from '../deals/index.ts'

/** Whether a bill that the deal `@deal` shares, or one of its purchases, is not paid. */
export const OPEN_PAYABLES = `EXISTS (SELECT 1 FROM bill_share s CROSS JOIN bill_line b ON b.id = s.billLineId CROSS JOIN open_item i ON i.documentId = b.billId
      WHERE s.dealId = @deal AND ${owedSql('payable', 'i')} AND i.openForeign <> 0)
    OR EXISTS (SELECT 1 FROM purchase_line l CROSS JOIN purchase_contract p ON p.id = l.contractId
      CROSS JOIN bill_line b ON b.purchaseLineId = l.id CROSS JOIN open_item i ON i.documentId = b.billId
      WHERE l.dealId = @deal AND p.status <> 'void' AND ${owedSql('payable', 'i')} AND i.openForeign <> 0)`

/** Ids of bills of goods bought for the deal, and of those whose cost it shares; a query to be joined. */
export const billIdsOfDeal = (db: ReadableDb, dealId: string) =>
  db
    .selectFrom('bill_line as l')
    .innerJoin('purchase_line as g', 'g.id', 'l.purchaseLineId')
    .select('l.billId')
    .where('g.dealId', '=', dealId)
    .union(
      db
        .selectFrom('bill_line as l')
        .innerJoin('bill_share as s', 's.billLineId', 'l.id')
        .select('l.billId')
        .where('s.dealId', '=', dealId),
    )

export const billsInDeal = (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> =>
  q.db
    .selectFrom('bill as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.billDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.id', 'in', billIdsOfDeal(q.db, dealId))
    .execute()

/** Those for the deal as a whole, and those of goods bought for it; a customer's for who may see the customer. */
export const creditNotesInDeal = (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> => {
  const mine = q.scope('customer', 'p.ownerId', 'p.departmentId')
  return q.db
    .selectFrom('credit_note as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.on as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) =>
      e.or([
        e('x.dealId', '=', dealId),
        e(
          'x.id',
          'in',
          e
            .selectFrom('credit_note_line as l')
            .innerJoin('purchase_line as g', 'g.id', 'l.purchaseLineId')
            .select('l.creditNoteId')
            .where('g.dealId', '=', dealId),
        ),
      ]),
    )
    .$if(mine !== undefined, (b) => b.where((e) => e.or([e('p.kind', '<>', 'customer'), mine!])))
    .execute()
}
