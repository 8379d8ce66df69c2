// What the screens of contracts and deals ask for: one contract, what a contract comes to as typed, one deal with its documents.
import type { Selectable } from 'kysely'
import type { SalesContractTable } from '../../../db/schema/tables.ts'
import type { SalesContractFields } from '../../../preload/contract/modules/contracts.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { dealDocuments } from './deal-page.ts'
import { reckonContract, type DealStage } from './rules.ts'

type ContractOut = QueryOutput<'sales-contract'>

const linesOf = async (q: QueryContext, contractId: string, currency: string): Promise<ContractOut['lines']> => {
  const rows = await q.db
    .selectFrom('sales_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .selectAll('l')
    .select('g.code as productCode')
    .where('l.contractId', '=', contractId)
    .orderBy('l.position')
    .execute()
  return rows.map((l) => ({
    id: l.id,
    productId: l.productId,
    productCode: l.productCode,
    description: l.description,
    quantity: scaledText(l.quantity, 'quantity'),
    unit: l.unit,
    price: scaledText(l.price, 'price'),
    discount: scaledText(l.discount, 'percent'),
    amount: money(l.amount, currency),
    shipped: scaledText(l.shipped, 'quantity'),
    purchased: scaledText(l.purchased, 'quantity'),
  }))
}

/** Shipments with a line of the contract that the viewer may open. */
const shipmentsOf = async (q: QueryContext, contractId: string): Promise<ContractOut['shipments']> => {
  if (!q.may('shipment.view')) return []
  let query = q.db
    .selectFrom('shipment as s')
    .select(['s.id', 's.number', 's.status', 's.total', 's.currency'])
    .where('s.id', 'in', (e) => e.selectFrom('shipment_line as l').select('l.shipmentId').where('l.contractId', '=', contractId))
    .orderBy('s.number')
  const mine = q.scope('shipment', 's.ownerId', 's.departmentId')
  if (mine) query = query.where(mine)
  return (await query.execute()).map((s) => ({ id: s.id, number: s.number, status: s.status, total: money(s.total, s.currency) }))
}

/** Purchase contracts with a line bought for the contract that the viewer may open. */
const purchasesOf = async (q: QueryContext, contractId: string): Promise<ContractOut['purchases']> => {
  if (!q.may('purchase-contract.view')) return []
  let query = q.db
    .selectFrom('purchase_contract as p')
    .select(['p.id', 'p.number', 'p.status'])
    .where('p.id', 'in', (e) =>
      e
        .selectFrom('purchase_line as l')
        .innerJoin('sales_line as s', 's.id', 'l.salesLineId')
        .select('l.contractId')
        .where('s.contractId', '=', contractId),
    )
    .orderBy('p.number')
  const mine = q.scope('purchase-contract', 'p.ownerId', 'p.departmentId')
  if (mine) query = query.where(mine)
  return query.execute()
}

/** Received for the contract and not yet allocated, per currency: advances (2203) stand as credit, so the sign turns. */
const advancesOf = async (q: QueryContext, contractId: string): Promise<ContractOut['advances']> => {
  const rows = await q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as k', 'k.key', 'i.contract')
    .innerJoin('ledger_key as party', 'party.key', 'i.party')
    .innerJoin('sales_contract as c', (join) => join.onRef('c.id', '=', 'k.id').onRef('c.customerId', '=', 'party.id'))
    .select((e) => ['i.currency', e.fn.sum<number>('i.openForeign').as('open')])
    .where('c.id', '=', contractId)
    .where('i.account', '=', '2203')
    .where('i.openForeign', '<>', 0)
    .groupBy('i.currency')
    .orderBy('i.currency')
    .execute()
  return rows.map((r) => money(-Number(r.open), r.currency))
}

const fieldsOf = (c: Selectable<SalesContractTable>): Omit<SalesContractFields, 'lines'> => ({
  dealId: c.dealId,
  customerId: c.customerId,
  buyerOrderNumber: c.buyerOrderNumber,
  contractDate: c.contractDate,
  currency: c.currency,
  rate: scaledText(c.rate, 'rate'),
  incoterm: c.incoterm as SalesContractFields['incoterm'],
  incotermPlace: c.incotermPlace,
  portOfLoading: c.portOfLoading,
  portOfDischarge: c.portOfDischarge,
  paymentTerm: JSON.parse(c.paymentTerm) as PaymentTerm,
  latestShipment: c.latestShipment,
  partialShipment: c.partialShipment === 1,
  transhipment: c.transhipment === 1,
  commissionRate: scaledText(c.commissionRate, 'percent'),
  clauses: c.clauses,
  remark: c.remark,
  ownerId: c.ownerId,
})

export const contractsQueries = defineQueries({
  'sales-contract': async ({ id }, q) => {
    const row = q.found(
      await q.db
        .selectFrom('sales_contract as c')
        .innerJoin('party as p', 'p.id', 'c.customerId')
        .innerJoin('deal as d', 'd.id', 'c.dealId')
        .innerJoin('user as u', 'u.id', 'c.ownerId')
        .selectAll('c')
        .select(['p.name as customerName', 'd.number as dealNumber', 'u.name as ownerName'])
        .where('c.id', '=', id)
        .executeTakeFirst(),
      'sales-contract',
    )
    q.requireScope('sales-contract', row)
    return {
      ...fieldsOf(row),
      id: row.id,
      number: row.number,
      revision: row.revision,
      status: row.status as ContractOut['status'],
      signedOn: row.signedOn,
      dealNumber: row.dealNumber,
      customerName: row.customerName,
      ownerName: row.ownerName,
      lines: await linesOf(q, id, row.currency),
      total: money(row.total, row.currency),
      totalBase: money(row.totalBase, q.company.baseCurrency),
      shipments: await shipmentsOf(q, id),
      purchases: await purchasesOf(q, id),
      advances: await advancesOf(q, id),
    }
  },

  'preview-sales-contract': (input, q) => {
    const base = q.company.baseCurrency
    const { lines, total, totalBase, instalments } = reckonContract(input, base)
    return {
      lines: lines.map((l) => ({
        id: l.id,
        amount: money(l.amount, input.currency),
        discount: money(l.gross - l.amount, input.currency),
      })),
      total: money(total, input.currency),
      totalBase: money(totalBase, base),
      instalments: input.paymentTerm.map((i, at) => ({ ...i, amount: money(instalments[at]!, input.currency) })),
    }
  },

  deal: async ({ id }, q) => {
    const row = q.found(
      await q.db
        .selectFrom('deal as d')
        .innerJoin('party as p', 'p.id', 'd.customerId')
        .innerJoin('user as u', 'u.id', 'd.ownerId')
        .select(['d.id', 'd.number', 'd.openedOn', 'd.stage', 'd.customerId', 'd.ownerId', 'd.departmentId'])
        .select(['p.name as customerName', 'u.name as ownerName'])
        .where('d.id', '=', id)
        .executeTakeFirst(),
      'deal',
    )
    q.requireScope('deal', row)
    const { departmentId: _department, ...shown } = row
    return { ...shown, stage: row.stage as DealStage, documents: await dealDocuments(q, id) }
  },
})
