// Money that came and went: what customers sent (the bank's charge included, claimed or not) and what went back to them, and what vendors were paid, less what
// they sent back. What is taken back is negative on the day it is taken back (CU4).
import { sql } from 'kysely'
import type { FactSource } from '../../records/facts.ts'

const ofReceipt = sql`r.customerId as customer, r.ownerId as salesperson, r.departmentId as department, r.ownerId as scopeOwner,
  r.departmentId as scopeDepartment, r.dealId as deal, r.contractId as contract, r.bankAccountId as bank, r.currency, r.status = 'unclaimed' as unclaimed,
  r.id as documentId, r.number`
/** What a refund gives back, where that is of one: its postings name what they returned. */
const returned = (
  column: 'deal' | 'contract',
) => sql`(select k.id from ledger_key k where k.key = (select case when min(o.${sql.raw(column)}) = max(o.${sql.raw(column)})
  then min(o.${sql.raw(column)}) end from posting o where o.journalId = y.journalId))`
const ofReturn = sql`y.partyId as customer, p.ownerId as salesperson, p.departmentId as department, p.ownerId as scopeOwner,
  p.departmentId as scopeDepartment, ${returned('deal')} as deal, ${returned('contract')} as contract, y.bankAccountId as bank, y.currency, 0 as unclaimed, y.id as documentId, y.number`

export const receivedMoney: FactSource = {
  name: 'received-money',
  needs: ['receipt.view'],
  scope: 'receipt',
  // T6: money that nobody has claimed yet is shown to who may claim it.
  visible: (q) => {
    const scope = q.scope('receipt', 'f.scopeOwner', 'f.scopeDepartment')
    return scope && q.may('receipt.claim') ? sql<boolean>`(${scope} or f.unclaimed)` : scope
  },
  party: 'customer',
  keys: ['customer', 'salesperson', 'department', 'deal', 'contract', 'bank', 'currency'],
  shared: { by: ['contract', 'deal'], amounts: ['base', 'own'] },
  rows: () => sql`select r.receivedOn as day, ${ofReceipt}, r.amountBase as base, r.amount as own, 1 as came from receipt r where r.vendorId is null
    union all select j.date, ${ofReceipt}, -r.amountBase, -r.amount, 0 from receipt r join journal j on j.reverses = r.journalId where r.vendorId is null
    union all select y.paidOn, ${ofReturn}, -y.amountBase, -y.amount, 0 from payment y join party p on p.id = y.partyId and p.kind = 'customer'
    union all select j.date, ${ofReturn}, y.amountBase, y.amount, 0
      from payment y join party p on p.id = y.partyId and p.kind = 'customer' join journal j on j.reverses = y.journalId`,
  measures: {
    received: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 90 },
    'receipt-count': {
      kind: 'distinct',
      unit: 'count',
      value: sql`case when f.came then f.documentId end`,
      order: 404,
    },
  },
}

const ofPayment = sql`y.partyId as vendor, y.bankAccountId as bank, y.currency, y.id as documentId, y.number`
const ofMoneyBack = sql`r.vendorId as vendor, r.bankAccountId as bank, r.currency, r.id as documentId, r.number`
export const paidMoney: FactSource = {
  name: 'paid-money',
  needs: ['payment.view'],
  scope: null,
  party: 'vendor',
  keys: ['vendor', 'bank', 'currency'],
  rows: () => sql`select y.paidOn as day, ${ofPayment}, y.amountBase as base, y.amount as own
      from payment y join party p on p.id = y.partyId and p.kind <> 'customer'
    union all select j.date, ${ofPayment}, -y.amountBase, -y.amount
      from payment y join party p on p.id = y.partyId and p.kind <> 'customer' join journal j on j.reverses = y.journalId
    union all select r.receivedOn, ${ofMoneyBack}, -r.amountBase, -r.amount from receipt r where r.vendorId is not null
    union all select j.date, ${ofMoneyBack}, r.amountBase, r.amount from receipt r join journal j on j.reverses = r.journalId where r.vendorId is not null`,
  measures: {
    paid: { kind: 'flow', unit: 'money', value: sql`f.base`, own: sql`f.own`, order: 130 },
  },
}
