// Where the lists of tax refunds get their rows: by shipment, by purchase line, and what the bureau has paid.
import { sql, type RawBuilder } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'

/** Invoice numbers of posted factory bills for the purchase lines behind some goods; `of` says which. */
const invoices = (of: RawBuilder<unknown>) => sql`(select group_concat(invoiceNumber, ', ') from (
  select distinct b.invoiceNumber from bill_line x join bill b on b.id = x.billId
  where b.status = 'posted' and b.invoiceNumber <> '' and x.purchaseLineId in (${of}) order by b.invoiceNumberKey))`

/** Purchase lines that the goods of a refund came from: `i` is its item, `sk` and `ck` its shipment and sales contract. */
const behind = sql`select s.purchaseLineId from shipment_source s join shipment_line l on l.id = s.shipmentLineId
  where l.shipmentId = sk.id and l.contractId = ck.id`
const summed = (what: 'amount' | 'writtenOff') => sql`coalesce((select sum(${sql.ref(`x.${what}`)}) from tax_refund_line x
  join tax_refund_receipt r on r.id = x.receiptId where x.item = i.ref and r.status = 'posted'), 0)`
const received = summed('amount')
const writtenOff = summed('writtenOff')
const unbilled = sql`exists (select 1 from purchase_line p where p.id in (${behind}) and p.amount <> 0
  and 2 * (p.shipped * p.unitsBought - p.billed * p.unitsSold) > p.unitsBought)`

export const taxRefundLists = defineLists({
  'tax-refunds': (params, q) => {
    let from = q.db
      .selectFrom('open_item as i')
      .leftJoin('ledger_key as sk', 'sk.key', 'i.shipment')
      .leftJoin('ledger_key as ck', 'ck.key', 'i.contract')
      .leftJoin('ledger_key as dk', 'dk.key', 'i.deal')
      .leftJoin('shipment as s', 's.id', 'sk.id')
      .leftJoin('deal as d', 'd.id', 'dk.id')
      .where('i.account', '=', '1221')
      .where('i.kind', '=', 'tax-refund')
    if (params?.openOnly === true) from = from.where('i.openForeign', '<>', 0)
    return {
      from,
      id: 'i.ref',
      search: ['s.number', 'd.number', 's.declarationNumber', 's.billOfLadingNumber'],
      fields: {
        shipment: 's.number',
        dispatchedOn: 's.dispatchedOn',
        deal: 'd.number',
        declarationNumber: 's.declarationNumber',
        invoices: invoices(behind),
        state: sql`case when i.openForeign = 0 then 'received' when i.dueDate < ${q.today} then 'overdue' when ${received} > 0 then 'partly'
          when ${unbilled} then 'no-invoice' when s.declarationNumber = '' then 'not-declared' else 'waiting' end`,
        // Later costs move the item, so what it was to bring is what came, what was written off and what is open.
        expected: sql`i.openForeign + ${received} + ${writtenOff}`,
        received,
        writtenOff,
        open: 'i.openForeign',
        dueDate: 'i.dueDate',
        daysOverdue: sql`case when i.openForeign <> 0 and i.dueDate < ${q.today} then cast(julianday(${q.today}) - julianday(i.dueDate) as integer) end`,
        shipmentId: 'sk.id',
        dealId: 'dk.id',
      },
    }
  },

  'tax-refund-lines': (_params, q) => ({
    from: q.db
      .selectFrom('shipment_source as c')
      .innerJoin('shipment_line as l', 'l.id', 'c.shipmentLineId')
      .innerJoin('shipment as s', 's.id', 'l.shipmentId')
      .innerJoin('purchase_line as p', 'p.id', 'c.purchaseLineId')
      .innerJoin('purchase_contract as k', 'k.id', 'p.contractId')
      .innerJoin('party as v', 'v.id', 'k.supplierId')
      .leftJoin('deal as d', 'd.id', 'l.dealId')
      .where('c.refundBase', '<>', 0),
    id: 'c.id',
    search: ['s.number', 'k.number', 'v.name', 'v.nameZh', 'p.description', 's.declarationNumber'],
    fields: {
      shipment: 's.number',
      dispatchedOn: 's.dispatchedOn',
      declarationNumber: 's.declarationNumber',
      deal: 'd.number',
      contract: 'k.number',
      supplier: 'v.name',
      description: 'p.description',
      quantity: 'c.quantity',
      unit: 'p.unit',
      invoices: invoices(sql`p.id`),
      refundRate: 'p.refundRate',
      expected: 'c.refundBase',
      shipmentId: 's.id',
      dealId: 'd.id',
      contractId: 'k.id',
      supplierId: 'v.id',
    },
  }),

  'tax-refund-receipts': (_params, q) => ({
    from: q.db.selectFrom('tax_refund_receipt as r').innerJoin('bank_account as b', 'b.id', 'r.bankAccountId'),
    id: 'r.id',
    search: ['r.number', 'b.name', 'r.remark'],
    fields: {
      number: 'r.number',
      receivedOn: 'r.receivedOn',
      status: 'r.status',
      bankAccount: 'b.name',
      amount: 'r.amount',
      writtenOff: sql`(select coalesce(sum(x.writtenOff), 0) from tax_refund_line x where x.receiptId = r.id)`,
      shipments: sql`(select group_concat(number, ', ') from (
        select distinct s.number from tax_refund_line x join open_item i on i.ref = x.item join ledger_key k on k.key = i.shipment
        join shipment s on s.id = k.id where x.receiptId = r.id order by s.numberKey))`,
      remark: 'r.remark',
    },
  }),
})
