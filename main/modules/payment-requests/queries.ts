// What the screens of payment requests ask for: the list, one request with what is paid and left of it, and the bills that could be asked for.
import { sql } from 'kysely'
import { SIDE } from '../../../db/ledger/sides.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { isSwitchedOn, approvalStatusOf } from '../../records/approvals/index.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import { overdueOf, sideOf } from '../open-items/index.ts'
import { paidOn, requestedElsewhere, requestPayments } from './sums.ts'

type Request = QueryOutput<'payment-request'>

/** Bills and commissions of a vendor; of a customer what money can be given back of (T27). */
const requestable = (q: QueryContext) =>
  q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as pk', 'pk.key', 'i.party')
    .leftJoin('ledger_key as so', 'so.key', 'i.owner')
    .leftJoin('ledger_key as sd', 'sd.key', 'i.department')
    .select([
      'i.id as itemId',
      'i.account',
      'pk.id as partyId',
      'i.ref',
      'i.kind',
      'i.documentNumber',
      'i.documentId',
      'i.documentDate',
      'i.dueDate',
      'i.openForeign',
      'i.currency',
    ])
    .where((e) =>
      e.or([
        e('i.account', 'in', [...SIDE.payable.accounts]).and('i.kind', 'in', [...SIDE.payable.owed]),
        e('i.account', 'in', [...SIDE.receivable.accounts]).and('i.kind', 'in', ['advance', 'credit-note']),
      ]),
    )

type ItemRow = Awaited<ReturnType<ReturnType<typeof requestable>['execute']>>[number]
type IsOverdue = ReturnType<typeof overdueOf>
const openBill = (i: ItemRow, elsewhere: ReadonlyMap<string, number>, isOverdue: IsOverdue) => {
  const open = Math.abs(i.openForeign)
  return {
    item: i.ref,
    kind: i.kind as 'bill',
    document: i.documentNumber,
    documentId: i.documentId,
    documentDate: i.documentDate,
    dueDate: i.dueDate,
    overdue: isOverdue({ ...i, id: i.itemId }),
    open: money(open, i.currency),
    left: money(Math.max(0, open - (elsewhere.get(i.ref) ?? 0)), i.currency),
  }
}

const linesOf = async (q: QueryContext, requestId: string, paid: ReadonlyMap<string, number>): Promise<Request['lines']> => {
  const rows = await requestable(q)
    .innerJoin('payment_request_line as l', 'l.item', 'i.ref')
    .select(['l.id', 'l.amount'])
    .where('l.requestId', '=', requestId)
    .orderBy('l.position')
    .execute()
  const elsewhere = await requestedElsewhere(
    q,
    rows.map((r) => r.ref),
    requestId,
  )
  // The items of a request are of one party and one side.
  const isOverdue = rows[0] ? overdueOf(q, sideOf(rows[0]) ?? 'payable', rows[0].partyId) : () => false
  return rows.map((r) => ({
    ...openBill(r, elsewhere, isOverdue),
    id: r.id,
    amount: money(r.amount, r.currency),
    toPay: money(Math.max(0, Math.min(r.amount - (paid.get(r.ref) ?? 0), Math.abs(r.openForeign))), r.currency),
  }))
}

export const paymentRequestQueries = defineQueries({
  'payment-request': async ({ id }, q) => {
    const r = q.orNotFound(
      await q.db
        .selectFrom('payment_request as r')
        .innerJoin('party as p', 'p.id', 'r.partyId')
        .innerJoin('user as u', 'u.id', 'r.ownerId')
        .leftJoin('purchase_contract as c', 'c.id', 'r.contractId')
        .selectAll('r')
        .select([
          'p.name as partyName',
          'p.kind as partyKind',
          nameIn(q.viewer.language, 'user', 'u').as('ownerName'),
          'c.number as contractNumber',
        ])
        .where('r.id', '=', id)
        .executeTakeFirst(),
      'payment-request',
    )
    q.requireScope('payment-request', r)
    const paid = await paidOn(q, id)
    const lines = await linesOf(q, id, paid.items)
    const payments = await q.db
      .selectFrom(q.contributed(requestPayments).as('y'))
      .select(['id', 'number', 'paidOn', 'amount'])
      .where('requestId', '=', id)
      .where('status', '=', 'posted')
      .orderBy('numberKey')
      .execute()
    return {
      id,
      number: r.number,
      revision: r.revision,
      status: r.status === 'void' ? 'void' : paid.total >= r.amount ? 'paid' : 'open',
      requestedOn: r.requestedOn,
      partyId: r.partyId,
      partyName: r.partyName,
      isRefund: r.partyKind === 'customer',
      contractId: r.contractId,
      contractNumber: r.contractNumber,
      currency: r.currency,
      rate: scaledText(r.rate, 'rate'),
      amount: lines.length > 0 ? null : r.amount,
      payBy: r.payBy,
      purpose: r.purpose,
      remark: r.remark,
      ownerId: r.ownerId,
      ownerName: r.ownerName,
      total: money(r.amount, r.currency),
      totalBase: money(r.amountBase, q.company.baseCurrency),
      paid: money(paid.total, r.currency),
      left: money(Math.max(0, r.amount - paid.total), r.currency),
      lines,
      payments: payments.map((y) => ({ id: y.id, number: y.number, paidOn: y.paidOn, amount: money(y.amount, r.currency) })),
      voidReason: r.voidReason,
    }
  },

  'bills-to-request': async ({ partyId, currency, requestId }, q) => {
    const isCustomer = (await q.db.selectFrom('party').select('kind').where('id', '=', partyId).executeTakeFirst())?.kind === 'customer'
    let query = requestable(q).where('pk.id', '=', partyId).where('i.openForeign', '<', 0).orderBy('i.dueDate').orderBy('i.id').limit(500)
    if (currency !== undefined) query = query.where('i.currency', '=', currency)
    // A customer's items are seen within the viewer's scope of receivables.
    const scope = isCustomer ? q.scope('receivable', 'so.id', 'sd.id') : undefined
    if (scope) query = query.where(scope)
    const rows = await query.execute()
    const elsewhere = await requestedElsewhere(
      q,
      rows.map((r) => r.ref),
      requestId ?? null,
    )
    const isOverdue = overdueOf(q, isCustomer ? 'receivable' : 'payable', partyId)
    return rows.map((r) => openBill(r, elsewhere, isOverdue)).filter((b) => b.left.minor > 0)
  },
})

const paidSum = (q: QueryContext) =>
  sql<number>`(select coalesce(sum(y.amount), 0) from ${q.contributed(requestPayments)} y where y.requestId = r.id and y.status = 'posted')`

export const paymentRequestLists = defineLists({
  'payment-requests': (params, q) => {
    const status = approvalStatusOf('payment-request', 'r.id', 'r.revision')
    const paid = paidSum(q)
    let from = q.db
      .selectFrom('payment_request as r')
      .innerJoin('party as p', 'p.id', 'r.partyId')
      .innerJoin('user as u', 'u.id', 'r.ownerId')
    if (params?.partyId !== undefined) from = from.where('r.partyId', '=', params.partyId)
    if (params?.payableOnly) {
      from = from.where('r.status', '=', 'open').where(sql<boolean>`${paid} < r.amount`)
      if (isSwitchedOn(q.company.switches, 'payment-request')) from = from.where(sql<boolean>`${status} = 'approved'`)
    }
    return {
      from,
      id: 'r.id',
      owned: { owner: 'r.ownerId', department: 'r.departmentId' },
      fields: {
        number: 'r.number',
        requestedOn: 'r.requestedOn',
        party: 'p.name',
        purpose: 'r.purpose',
        payBy: 'r.payBy',
        currency: 'r.currency',
        amount: 'r.amount',
        paid,
        amountBase: 'r.amountBase',
        approval: status,
        status: sql`case when r.status = 'void' then 'void' when ${paid} >= r.amount then 'paid' else 'open' end`,
        owner: 'u.name',
        partyId: 'r.partyId',
      },
      search: ['r.number', 'p.name', 'p.nameZh', 'r.purpose', 'r.remark'],
    }
  },
})
