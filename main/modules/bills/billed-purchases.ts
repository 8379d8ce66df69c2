// What is billed of purchases, for the module that owns them: day by day for the cost of goods, and as bills of a contract.
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { Billed } from '../purchasing/index.ts'

/** Bills and credit notes of the lines, and their reversals, dated after the day. */
const after = async (db: ReadableDb, lineIds: readonly string[], on: IsoDate): Promise<Billed[]> => {
  const bills = await db
    .selectFrom('bill_line as l')
    .innerJoin('bill as d', 'd.id', 'l.billId')
    .innerJoin('journal as j', 'j.documentId', 'd.id')
    .select(['l.purchaseLineId', 'l.quantity', 'l.netBase', 'l.vatBase', 'j.date as day', 'j.reverses'])
    .where('l.purchaseLineId', 'in', [...lineIds])
    .where((e) => e.or([e('j.id', '=', e.ref('d.journalId')), e('j.reverses', '=', e.ref('d.journalId'))]))
    .where('j.date', '>', on)
    .execute()
  const notes = await db
    .selectFrom('credit_note_line as l')
    .innerJoin('credit_note as d', 'd.id', 'l.creditNoteId')
    .innerJoin('journal as j', 'j.documentId', 'd.id')
    .select(['l.purchaseLineId', 'l.netBase', 'l.vatBase', 'j.date as day', 'j.reverses'])
    .where('l.purchaseLineId', 'in', [...lineIds])
    .where((e) => e.or([e('j.id', '=', e.ref('d.journalId')), e('j.reverses', '=', e.ref('d.journalId'))]))
    .where('j.date', '>', on)
    .execute()
  return [...bills.map((b) => ({ ...b, came: true })), ...notes.map((n) => ({ ...n, quantity: 0, came: false }))].map((m) => {
    const sign = (m.reverses === null) === m.came ? 1 : -1
    const { purchaseLineId, day } = m
    return {
      purchaseLineId: purchaseLineId!,
      day,
      quantity: sign * (m.quantity ?? 0),
      netBase: sign * m.netBase,
      vatBase: sign * m.vatBase,
    }
  })
}

const firstOf = async (db: ReadableDb, lineIds: readonly string[]): Promise<string | undefined> => {
  const bill = await db
    .selectFrom('bill_line as l')
    .innerJoin('bill as b', 'b.id', 'l.billId')
    .select('b.number')
    .where('l.purchaseLineId', 'in', lineIds)
    .where('b.status', '=', 'posted')
    .orderBy('b.number')
    .executeTakeFirst()
  return bill?.number
}

/** Posted bills with a line of the contract. */
const ofContract = async (q: QueryContext, contractId: string): Promise<QueryOutput<'purchase-contract'>['bills']> => {
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
    .orderBy('b.numberKey')
    .execute()
  return rows.map((b) => ({ id: b.id, number: b.number, total: money(b.total, b.currency) }))
}

export const billedPurchases = { after, firstOf, ofContract }
