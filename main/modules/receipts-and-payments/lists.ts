// The lists of receipts and payments.
import { sql } from 'kysely'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'

/**
 * Receipts a viewer may see: his scope, and money that nobody has claimed yet for who may claim it (T6) — it is shown so that it is claimed.
 */
const visibleReceipts = (q: QueryContext, alias: string) => {
  const scope = q.scope('receipt', `${alias}.ownerId`, `${alias}.departmentId`)
  if (!scope) return sql<boolean>`1`
  return q.may('receipt.claim') ? sql<boolean>`(${scope} or ${sql.ref(`${alias}.status`)} = 'unclaimed')` : scope
}

export const receiptAndPaymentLists = defineLists({
  receipts: (params, q) => {
    let from = q.db
      .selectFrom('receipt as r')
      .innerJoin('bank_account as a', 'a.id', 'r.bankAccountId')
      .leftJoin('open_item as i', 'i.ref', 'r.item')
      .leftJoin('party as p', (on) => on.on(sql<boolean>`p.id = coalesce(r.customerId, r.vendorId)`))
      .leftJoin('sales_contract as c', 'c.id', 'r.contractId')
      .where(visibleReceipts(q, 'r'))
    if (params?.customerId !== undefined) from = from.where('r.customerId', '=', params.customerId)
    if (params?.dealId !== undefined) from = from.where('r.dealId', '=', params.dealId)
    return {
      from,
      id: 'r.id',
      scope: 'company', // the scope stands in the condition above
      fields: {
        number: 'r.number',
        receivedOn: 'r.receivedOn',
        customer: 'p.name',
        payerName: 'r.payerName',
        status: 'r.status',
        bankAccount: 'a.name',
        currency: 'r.currency',
        amount: 'r.amount',
        charge: 'r.charge',
        open: sql`-coalesce(i."openForeign", 0)`,
        amountBase: 'r.amountBase',
        contract: 'c.number',
        customerId: 'r.customerId',
        payerId: 'p.id',
        contractId: 'r.contractId',
        item: 'r.item',
      },
      search: ['r.number', 'r.payerName', 'r.bankReference', 'p.name', 'p.nameZh', 'c.number', 'r.remark'],
    }
  },

  payments: (params, q) => {
    let from = q.db
      .selectFrom('payment as y')
      .innerJoin('bank_account as a', 'a.id', 'y.bankAccountId')
      .innerJoin('party as p', 'p.id', 'y.partyId')
      .leftJoin('open_item as i', 'i.ref', 'y.item')
    if (params?.partyId !== undefined) from = from.where('y.partyId', '=', params.partyId)
    return {
      from,
      id: 'y.id',
      fields: {
        number: 'y.number',
        paidOn: 'y.paidOn',
        party: 'p.name',
        status: 'y.status',
        bankAccount: 'a.name',
        currency: 'y.currency',
        amount: 'y.amount',
        charge: 'y.charge',
        open: sql`coalesce(i."openForeign", 0)`,
        amountBase: 'y.amountBase',
        partyId: 'y.partyId',
        item: 'y.item',
      },
      search: ['y.number', 'y.bankReference', 'p.name', 'p.nameZh', 'y.remark'],
    }
  },
})
