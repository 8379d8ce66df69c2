// What bills and vendors' credit notes say on a statement of account: the vendor's own number, for which purchases, deals and shipments, which kinds of cost. Rule PA17
// of papers. Nothing of the sale: descriptions are free text and stay in the house.
import { sql } from 'kysely'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { OnStatement } from '../open-items/index.ts'

type Row = { id: string; position: number | null; contract: string | null; deal: string | null }
const distinct = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => (text ? [text] : [])))]

/** Ids as rows: however many documents an account has, they are one parameter. */
const among = (ids: readonly string[]) => sql<string>`(select value from json_each(${JSON.stringify(ids)}))`

export const billsOnStatement = async (q: QueryContext, ids: readonly string[]): Promise<ReadonlyMap<string, OnStatement>> => {
  type BillRow = Row & {
    invoiceNumber: string
    category: (typeof EXPENSE_CATEGORIES)[number] | null
    vatRate: number
    shipment: string | null
    billOfLading: string | null
  }
  const found = sql<BillRow>`(
    select b.id, l.position, b.invoiceNumber, l.category, l.vatRate, k.number as contract, coalesce(d.number, e.number) as deal,
      h.number as shipment, h.billOfLadingNumber as billOfLading
    from bill b join bill_line l on l.billId = b.id
      left join purchase_line g on g.id = l.purchaseLineId left join purchase_contract k on k.id = g.contractId left join deal d on d.id = g.dealId
      left join bill_share s on s.billLineId = l.id left join deal e on e.id = s.dealId
      left join shipment h on h.id = l.shipmentId
    where b.id in ${among(ids)})`
  const rows = await q.db.selectFrom(found.as('f')).selectAll().orderBy('id').orderBy('position').orderBy('deal').execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]): [string, OnStatement] => {
      const { invoiceNumber } = own[0]!
      return [
        id,
        {
          references: [invoiceNumber],
          contracts: distinct(own.map(({ contract }) => contract)),
          deals: distinct(own.map(({ deal }) => deal)),
          shipments: distinct(own.flatMap(({ shipment, billOfLading }) => [shipment, billOfLading])),
          costs: distinct(own.map(({ category }) => category)).map((category) => ({
            en: nameOf(`expense-category.${category}`, 'en'),
            zh: nameOf(`expense-category.${category}`, 'zh'),
          })),
          // What bears no VAT brings no such invoice.
          invoice: { number: invoiceNumber, isMissing: invoiceNumber === '' && own.some(({ vatRate }) => vatRate > 0) },
        },
      ]
    }),
  )
}

export const creditNotesOnStatement = async (q: QueryContext, ids: readonly string[]): Promise<ReadonlyMap<string, OnStatement>> => {
  const found = sql<Row>`(
    select n.id, l.position, k.number as contract, coalesce(d.number, o.number) as deal
    from credit_note n join party p on p.id = n.partyId and p.kind <> 'customer'
      left join credit_note_line l on l.creditNoteId = n.id left join purchase_line g on g.id = l.purchaseLineId
      left join purchase_contract k on k.id = g.contractId left join deal d on d.id = g.dealId left join deal o on o.id = n.dealId
    where n.id in ${among(ids)})`
  const rows = await q.db.selectFrom(found.as('f')).selectAll().orderBy('id').orderBy('position').execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]): [string, OnStatement] => [
      id,
      { contracts: distinct(own.map(({ contract }) => contract)), deals: distinct(own.map(({ deal }) => deal)) },
    ]),
  )
}
