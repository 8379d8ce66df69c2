// Every document of a deal that the viewer may open, of every kind, oldest first. What a kind's permission or scope hides is absent.
import { sql } from 'kysely'
import { codeSortKey } from '../../../db/folded-keys.ts'
import { spellingReady } from '../../../db/spelling.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { OwnedResource, Permission } from '../../../preload/contract/access.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type DealDocument = QueryOutput<'deal'>['documents'][number]
type Found = { id: string; number: string; date: string | null; status: string; party: string | null; total: number; currency: string }

const documentsOf = (kind: string, rows: readonly Found[], totals = true): DealDocument[] =>
  rows.map(({ total, currency, party, ...row }) => ({ kind, ...row, party: party ?? '', total: totals ? money(total, currency) : null }))

const salesContracts = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('sales_contract as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.contractDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.dealId', '=', dealId)
  return mine(q, 'sales-contract', (condition) => query.where(condition), query)
}

const purchaseContracts = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('purchase_contract as x')
    .innerJoin('party as p', 'p.id', 'x.supplierId')
    .select(['x.id', 'x.number', 'x.contractDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.id', 'in', (e) => e.selectFrom('purchase_line as l').select('l.contractId').where('l.dealId', '=', dealId))
  return mine(q, 'purchase-contract', (condition) => query.where(condition), query)
}

/** Every version, void ones too. Without a total: an estimate's figures are told on its own page. */
const estimates = async (q: QueryContext, dealId: string): Promise<Found[]> => {
  if (!q.may('profit.view') || !q.may('cost.view')) return []
  const query = q.db
    .selectFrom('profit_estimate as x')
    .innerJoin('deal as d', 'd.id', 'x.dealId')
    .innerJoin('party as p', 'p.id', 'd.customerId')
    .select(['x.id', 'x.number', 'x.estimatedOn as date', 'p.name as party', 'x.revenue as total', 'x.currency'])
    .select(
      sql<string>`case when x.status = 'void' then 'void'
        when exists (select 1 from profit_estimate n where n.dealId = x.dealId and n.version > x.version and n.status <> 'void') then 'replaced'
        else 'current' end`.as('status'),
    )
    .where('x.dealId', '=', dealId)
  return mine(q, 'profit-estimate', (condition) => query.where(condition), query)
}

const shipments = (q: QueryContext, dealId: string) => {
  const query = q.db
    .selectFrom('shipment as x')
    .innerJoin('party as p', 'p.id', 'x.customerId')
    .select((e) => [e.fn.coalesce('x.dispatchedOn', 'x.etd').as('date'), 'x.id', 'x.number', 'x.status', 'p.name as party'])
    .select(['x.total', 'x.currency'])
    .where('x.id', 'in', (e) => e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.dealId', '=', dealId))
  return mine(q, 'shipment', (condition) => query.where(condition), query)
}

/** Bills of goods bought for the deal, and those whose cost it shares. */
const billIds = (q: QueryContext, dealId: string) =>
  q.db
    .selectFrom('bill_line as l')
    .innerJoin('purchase_line as g', 'g.id', 'l.purchaseLineId')
    .select('l.billId')
    .where('g.dealId', '=', dealId)
    .union(
      q.db
        .selectFrom('bill_line as l')
        .innerJoin('bill_share as s', 's.billLineId', 'l.id')
        .select('l.billId')
        .where('s.dealId', '=', dealId),
    )

const bills = (q: QueryContext, dealId: string) =>
  q.db
    .selectFrom('bill as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.billDate as date', 'x.status', 'p.name as party', 'x.total', 'x.currency'])
    .where('x.id', 'in', billIds(q, dealId))
    .execute()

/** Money claimed for the deal, and money allocated to a receivable of it. */
const receipts = (q: QueryContext, dealId: string) => {
  const allocated = q.db
    .selectFrom('shipment_line as l')
    .innerJoin('open_item as i', 'i.documentId', 'l.shipmentId')
    .innerJoin('ledger_key as k', (join) => join.onRef('k.key', '=', 'i.deal').onRef('k.id', '=', 'l.dealId'))
    .innerJoin('allocation as a', 'a.target', 'i.ref')
    .select('a.source')
    .where('l.dealId', '=', dealId)
    .where('a.status', '=', 'posted')
  const query = q.db
    .selectFrom('receipt as x')
    .leftJoin('party as p', 'p.id', 'x.customerId')
    .select(['x.id', 'x.number', 'x.receivedOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) => e.or([e('x.dealId', '=', dealId), e('x.item', 'in', allocated)]))
  return mine(q, 'receipt', (condition) => query.where(condition), query)
}

/** Prepayments for the deal's purchases, and payments allocated to a bill of it. */
const payments = (q: QueryContext, dealId: string) => {
  const allocated = q.db
    .selectFrom('open_item as i')
    .innerJoin('allocation as a', 'a.target', 'i.ref')
    .select('a.source')
    .where('i.documentId', 'in', billIds(q, dealId))
    .where('a.status', '=', 'posted')
  return q.db
    .selectFrom('payment as x')
    .innerJoin('party as p', 'p.id', 'x.partyId')
    .select(['x.id', 'x.number', 'x.paidOn as date', 'x.status', 'p.name as party', 'x.amount as total', 'x.currency'])
    .where((e) =>
      e.or([
        e('x.contractId', 'in', e.selectFrom('purchase_line as l').select('l.contractId').where('l.dealId', '=', dealId)),
        e('x.item', 'in', allocated),
      ]),
    )
    .execute()
}

type Runnable = { execute(): Promise<Found[]> }
type Condition = NonNullable<ReturnType<QueryContext['scope']>>
const mine = (q: QueryContext, resource: OwnedResource, limited: (condition: Condition) => Runnable, all: Runnable): Promise<Found[]> => {
  const condition = q.scope(resource, 'x.ownerId', 'x.departmentId')
  return (condition ? limited(condition) : all).execute()
}

type Kind = { kind: string; permission: Permission; secret?: Permission; find: (q: QueryContext, dealId: string) => Promise<Found[]> }
const kinds: readonly Kind[] = [
  { kind: 'sales-contract', permission: 'sales-contract.view', find: salesContracts },
  { kind: 'profit-estimate', permission: 'profit-estimate.view', find: estimates },
  { kind: 'purchase-contract', permission: 'purchase-contract.view', secret: 'cost.view', find: purchaseContracts },
  { kind: 'shipment', permission: 'shipment.view', find: shipments },
  { kind: 'bill', permission: 'bill.view', secret: 'cost.view', find: bills },
  { kind: 'receipt', permission: 'receipt.view', find: receipts },
  { kind: 'payment', permission: 'payment.view', find: payments },
]

/** Totals of purchases and bills are null for who lacks cost.view. */
export const dealDocuments = async (q: QueryContext, dealId: string): Promise<DealDocument[]> => {
  const documents: DealDocument[] = []
  for (const { kind, permission, secret, find } of kinds)
    if (q.may(permission)) documents.push(...documentsOf(kind, await find(q, dealId), secret === undefined || q.may(secret)))
  await spellingReady() // A number may be Chinese.
  const keyed = documents.map((document) => ({ document, key: `${document.date ?? '9'} ${codeSortKey(document.number)}` }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ document }) => document)
}
