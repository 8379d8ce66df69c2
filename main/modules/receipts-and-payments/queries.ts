// One receipt or payment with what it was applied to.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { WRITTEN_OFF, journalsOf, openOf } from '../open-items/index.ts'

type AllocationOut = QueryOutput<'receipt'>['allocations'][number]
/** What was applied from an item, and written off it, with what became of it. */
const allocationsOf = async (q: QueryContext, refs: readonly string[]): Promise<AllocationOut[]> => {
  const rows = await q.db
    .selectFrom('allocation as a')
    .innerJoin('open_item as t', 't.ref', 'a.target')
    .leftJoin('open_item as s', 's.ref', 'a.source')
    .select(['a.batchId', 'a.on', 'a.source', 'a.target', 'a.amount', 'a.sourceAmount', 'a.difference', 'a.status'])
    .select(['s.documentNumber as gaveNumber', 's.documentKind as gaveKind', 's.documentId as gaveId', 's.currency as gaveCurrency'])
    .select(['t.documentNumber', 't.documentKind', 't.documentId', 't.currency'])
    .where((e) => e.or([e('a.source', 'in', refs), e('a.target', 'in', refs)]))
    .orderBy('a.on')
    // As they were applied: a batch numbers its rows, and as text 10 stands before 2.
    .orderBy('a.journalId')
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    id: r.batchId,
    on: r.on,
    // Money given back is the target itself: what is told is what it was given back of.
    ...(refs.includes(r.target) && r.gaveId !== null
      ? {
          ...{ document: r.gaveNumber ?? '', documentKind: r.gaveKind ?? '', documentId: r.gaveId },
          amount: { minor: r.sourceAmount, currency: r.gaveCurrency ?? r.currency },
        }
      : {
          document: r.documentNumber,
          documentKind: r.source === WRITTEN_OFF ? WRITTEN_OFF : r.documentKind,
          documentId: r.documentId,
          amount: { minor: r.amount, currency: r.currency },
        }),
    exchangeDifference: { minor: r.difference, currency: q.company.baseCurrency },
    reversed: r.status === 'reversed',
  }))
}

export const receiptAndPaymentQueries = defineQueries({
  receipt: async ({ id }, q) => {
    const r = q.orNotFound(
      await q.db
        .selectFrom('receipt as r')
        .innerJoin('bank_account as a', 'a.id', 'r.bankAccountId')
        .leftJoin('party as p', 'p.id', 'r.customerId')
        .leftJoin('party as v', 'v.id', 'r.vendorId')
        .leftJoin('sales_contract as c', 'c.id', 'r.contractId')
        .selectAll('r')
        .select(['a.name as bankAccount', 'p.name as customerName', 'v.name as vendorName', 'c.number as contractNumber'])
        .where('r.id', '=', id)
        .executeTakeFirst(),
      'receipt',
    )
    if (!(r.status === 'unclaimed' && q.may('receipt.claim'))) q.requireScope('receipt', r)
    return {
      id,
      number: r.number,
      status: r.status as 'claimed',
      bankAccountId: r.bankAccountId,
      bankAccount: r.bankAccount,
      receivedOn: r.receivedOn,
      amount: { minor: r.amount, currency: r.currency },
      charge: { minor: r.charge, currency: r.currency },
      rate: scaledText(r.rate, 'rate'),
      payerName: r.payerName,
      bankReference: r.bankReference,
      customerId: r.customerId,
      customerName: r.customerName,
      vendorId: r.vendorId,
      vendorName: r.vendorName,
      contractId: r.contractId,
      contractNumber: r.contractNumber,
      remark: r.remark,
      item: r.item,
      open: await openOf(q, r.item, r.currency),
      allocations: await allocationsOf(q, [`${id}:1`, `${id}:2`]),
      journals: await journalsOf(q, id),
    }
  },

  payment: async ({ id }, q) => {
    const y = q.orNotFound(
      await q.db
        .selectFrom('payment as y')
        .innerJoin('bank_account as a', 'a.id', 'y.bankAccountId')
        .innerJoin('party as p', 'p.id', 'y.partyId')
        .leftJoin('purchase_contract as c', 'c.id', 'y.contractId')
        .selectAll('y')
        .select(['a.name as bankAccount', 'p.name as partyName', 'p.kind as partyKind', 'c.number as contractNumber'])
        .where('y.id', '=', id)
        .executeTakeFirst(),
      'payment',
    )
    return {
      id,
      number: y.number,
      status: y.status as 'posted',
      bankAccountId: y.bankAccountId,
      bankAccount: y.bankAccount,
      paidOn: y.paidOn,
      partyId: y.partyId,
      partyName: y.partyName,
      isRefund: y.partyKind === 'customer',
      amount: { minor: y.amount, currency: y.currency },
      charge: { minor: y.charge, currency: y.currency },
      rate: scaledText(y.rate, 'rate'),
      contractId: y.contractId,
      contractNumber: y.contractNumber,
      bankReference: y.bankReference,
      remark: y.remark,
      item: y.item,
      open: await openOf(q, y.item, y.currency),
      allocations: await allocationsOf(q, [y.item]),
      journals: await journalsOf(q, id),
    }
  },
})
