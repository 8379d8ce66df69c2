// One posted credit note with the goods it is about, and the goods that a new one may name.
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { creditable } from './credited-lines.ts'
import { openOf } from '../open-items/index.ts'

const goodsOf = (q: QueryContext, noteId: string) =>
  q.db
    .selectFrom('credit_note_line as l')
    .innerJoin('purchase_line as p', 'p.id', 'l.purchaseLineId')
    .innerJoin('purchase_contract as c', 'c.id', 'p.contractId')
    .leftJoin('deal as d', 'd.id', 'p.dealId')
    .select([
      'l.id',
      'l.amount',
      'l.vatRate',
      'c.id as contractId',
      'c.number as contractNumber',
      'd.number as dealNumber',
      'p.description',
    ])
    .where('l.creditNoteId', '=', noteId)
    .orderBy('l.position')
    .execute()

export const creditNoteQueries = defineQueries({
  'credit-note': async ({ id }, q) => {
    const note = q.orNotFound(
      await q.db
        .selectFrom('credit_note as n')
        .innerJoin('party as p', 'p.id', 'n.partyId')
        .leftJoin('deal as d', 'd.id', 'n.dealId')
        .selectAll('n')
        .select(['p.name as partyName', 'p.kind as partyKind', 'p.ownerId', 'p.departmentId', 'd.number as dealNumber'])
        .where('n.id', '=', id)
        .executeTakeFirst(),
      'bill',
    )
    const ofCustomer = note.partyKind === 'customer'
    if (ofCustomer) q.requireScope('customer', note, 'bill')
    const goods = await goodsOf(q, id)
    return {
      id,
      number: note.number,
      status: note.status as 'posted',
      side: ofCustomer ? ('receivable' as const) : ('payable' as const),
      partyId: note.partyId,
      partyName: note.partyName,
      on: note.on,
      rate: scaledText(note.rate, 'rate'),
      dealId: note.dealId,
      dealNumber: note.dealNumber,
      reason: note.reason,
      vatRate: scaledText(note.vatRate, 'percent'),
      lines: goods.map(({ amount, vatRate, ...line }) => ({
        ...line,
        vatRate: scaledText(vatRate, 'percent'),
        amount: money(amount, note.currency),
      })),
      amount: money(note.amount, note.currency),
      open: await openOf(q, `${id}:1`, note.currency),
      item: `${id}:1`,
    }
  },

  'lines-to-credit': async ({ partyId, currency, dealId }, q) => {
    const party = await q.db.selectFrom('party').select('kind').where('id', '=', partyId).executeTakeFirst()
    q.orNotFound(party && party.kind !== 'customer' ? party : undefined, 'vendor')
    if (dealId !== undefined)
      q.requireScope('deal', q.orNotFound(await q.db.selectFrom('deal').selectAll().where('id', '=', dealId).executeTakeFirst(), 'deal'))
    const lines = await creditable(
      q.db,
      { supplierId: partyId, currency, dealId },
      q.scope('purchase-contract', 'c.ownerId', 'c.departmentId'),
    )
    return lines
      .filter((l) => l.open > 0)
      .map((l) => ({
        purchaseLineId: l.id,
        contractNumber: l.contractNumber,
        dealNumber: l.dealNumber,
        productCode: l.productCode,
        description: l.description,
        vatRate: scaledText(l.vatRate, 'percent'),
        open: money(l.open, currency),
      }))
  },
})
