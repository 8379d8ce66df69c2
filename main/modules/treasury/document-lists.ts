// Lists of what treasury posts: bills, receipts, payments, and what was applied to what.
import { sql } from 'kysely'
import { ofSideSql } from '../../../db/ledger/sides.ts'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'
import { WRITTEN_OFF } from './allocations.ts'

/**
 * Receipts a viewer may see: his scope, and money that nobody has claimed yet for who may claim it (T6) — it is shown so that it is claimed.
 */
export const visibleReceipts = (q: QueryContext, alias: string) => {
  const scope = q.scope('receipt', `${alias}.ownerId`, `${alias}.departmentId`)
  if (!scope) return sql<boolean>`1`
  return q.may('receipt.claim') ? sql<boolean>`(${scope} or ${sql.ref(`${alias}.status`)} = 'unclaimed')` : scope
}

export const documentLists = defineLists({
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

  allocations: (params, q) => {
    q.require(params.side === 'receivable' ? 'receivable.view' : 'payable.view')
    const scope = params.side === 'receivable' ? q.scope('receivable', 'ok.id', 'uk.id') : undefined
    let from = q.db
      .selectFrom('allocation as a')
      .innerJoin('open_item as t', 't.ref', 'a.target')
      .leftJoin('open_item as s', 's.ref', 'a.source')
      .leftJoin('ledger_key as pk', 'pk.key', 't.party')
      .leftJoin('party as p', 'p.id', 'pk.id')
      .leftJoin('ledger_key as ok', 'ok.key', 't.owner')
      .leftJoin('ledger_key as uk', 'uk.key', 't.department')
      .where(sql<boolean>`${sql.raw(ofSideSql(params.side, 't'))}`)
    if (scope) from = from.where(scope)
    if (params.item !== undefined) from = from.where(sql<boolean>`(a.source = ${params.item} or a.target = ${params.item})`)
    if (params.partyId !== undefined) from = from.where('pk.id', '=', params.partyId)
    return {
      from,
      id: 'a.id',
      scope: 'company', // the scope stands in the condition above
      fields: {
        on: 'a.on',
        kind: sql`case when a.source = ${WRITTEN_OFF} then 'write-off' else 'allocation' end`,
        party: 'p.name',
        source: 's.documentNumber',
        sourceCurrency: 's.currency',
        sourceAmount: sql`case when a.source <> ${WRITTEN_OFF} then a.sourceAmount end`,
        target: 't.documentNumber',
        currency: 't.currency',
        amount: 'a.amount',
        exchangeDifference: 'a.difference',
        status: 'a.status',
        partyId: 'pk.id',
        sourceId: 's.documentId',
        targetId: 't.documentId',
        batchId: 'a.batchId',
      },
      search: ['s.documentNumber', 't.documentNumber', 'p.name', 'p.nameZh'],
    }
  },
})
