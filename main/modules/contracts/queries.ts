// What the screens of contracts ask for: one contract, and the totals of one as typed.
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { contentOfVersion, versionsShown, type Content } from '../../records/amendments/index.ts'
import { payableAccounts } from '../bank-accounts/index.ts'
import { rateWarnings, salePriceWarnings } from '../checks/index.ts'
import { calculateContract } from './rules.ts'
import { salesContractInForce } from './sales-amendment.ts'
import { inputOfContent } from './sales-content.ts'
import { boughtGoods, carriedGoods, carryingShipments } from './later-goods.ts'
import { sharesOf } from './shares.ts'
import { linesWithShippedPart, soldLines } from './sold-lines.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type ContractOut = QueryOutput<'sales-contract'>

/** The lines of the version shown, with what has become of each. */
const linesOf = async (q: QueryContext, contractId: string, content: Content): Promise<ContractOut['lines']> => {
  const rows = await q.db.selectFrom('sales_line').select(['id', 'shipped', 'purchased']).where('contractId', '=', contractId).execute()
  const states = new Map(rows.map((l) => [l.id, l]))
  const typed = inputOfContent(content).lines
  return content.lines.map((l, at) => ({
    ...typed[at]!,
    productCode: typeof l.productCode === 'string' ? l.productCode : null,
    amount: money(l.amount, content.currency),
    shipped: scaledText(states.get(l.id)?.shipped ?? 0, 'quantity'),
    purchased: scaledText(states.get(l.id)?.purchased ?? 0, 'quantity'),
  }))
}

/** Shipments with a line of the contract that the viewer may open. */
const shipmentsOf = async (q: QueryContext, contractId: string): Promise<ContractOut['shipments']> => {
  if (!q.may('shipment.view')) return []
  let query = q.db
    .selectFrom(q.contributed(carryingShipments).as('s'))
    .select(['s.id', 's.number', 's.status', 's.total', 's.currency'])
    .where('s.id', 'in', (e) =>
      e.selectFrom(q.contributed(carriedGoods).as('l')).select('l.shipmentId').where('l.contractId', '=', contractId),
    )
    .orderBy('s.numberKey')
  const mine = q.scope('shipment', 's.ownerId', 's.departmentId')
  if (mine) query = query.where(mine)
  return (await query.execute()).map((s) => ({ id: s.id, number: s.number, status: s.status, total: money(s.total, s.currency) }))
}

/** Purchase contracts with a line bought for the contract that the viewer may open. */
const purchasesOf = async (q: QueryContext, contractId: string): Promise<ContractOut['purchases']> => {
  if (!q.may('purchase-contract.view')) return []
  let query = q.db
    .selectFrom('sales_line as s')
    .innerJoin(q.contributed(boughtGoods).as('p'), 'p.salesLineId', 's.id')
    .select(['p.contractId as id', 'p.number', 'p.status'])
    .where('s.contractId', '=', contractId)
    .groupBy('p.contractId')
    .orderBy('p.numberKey')
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

/** The signed contract that is amended on screen; undefined when none is named. */
const visibleContract = async (q: QueryContext, id: string | undefined) => {
  if (id === undefined) return undefined
  const row = await q.db
    .selectFrom('sales_contract')
    .select(['id', 'currency', 'total', 'ownerId', 'departmentId'])
    .where('id', '=', id)
    .executeTakeFirst()
  const contract = q.orNotFound(row, 'sales-contract')
  q.requireScope('sales-contract', contract)
  return contract
}

const contractWarnings = async (q: QueryContext, input: QueryParsed<'preview-sales-contract'>): Promise<Warning[]> => {
  const { contractDate, latestShipment, contractId } = input
  return [
    ...(contractDate === undefined ? [] : await rateWarnings(q, { ...input, on: contractDate })),
    ...(contractDate !== undefined && latestShipment && latestShipment < contractDate
      ? [warning('shipment-before-contract', 'latestShipment', { contractDate })] // SC5
      : []),
    ...(await salePriceWarnings(q, { ...input, id: contractId })),
  ]
}

export const contractsQueries = defineQueries({
  'sales-contract': async ({ id, version }, q) => {
    const row = q.orNotFound(
      await q.db
        .selectFrom('sales_contract as c')
        .innerJoin('party as p', 'p.id', 'c.customerId')
        .innerJoin('deal as d', 'd.id', 'c.dealId')
        .innerJoin('user as u', 'u.id', 'c.ownerId')
        .selectAll('c')
        .select(['p.name as customerName', 'd.number as dealNumber', nameIn(q.viewer.language, 'user', 'u').as('ownerName')])
        .where('c.id', '=', id)
        .executeTakeFirst(),
      'sales-contract',
    )
    q.requireScope('sales-contract', row)
    const inForce = q.orNotFound(await salesContractInForce(q.db, id), 'sales-contract')
    const content = await contentOfVersion(q.db, 'sales-contract', inForce, version ?? row.version)
    const { lines: _lines, ...said } = inputOfContent(content)
    return {
      ...said,
      bankAccountName: (content.head['bankAccountName'] ?? null) as string | null,
      ...(await versionsShown(q, row, version)),
      dealId: row.dealId,
      customerId: row.customerId,
      contractDate: row.contractDate,
      ownerId: row.ownerId,
      id: row.id,
      number: row.number,
      revision: row.revision,
      status: row.status as ContractOut['status'],
      signedOn: row.signedOn,
      dealNumber: row.dealNumber,
      customerName: row.customerName,
      ownerName: row.ownerName,
      lines: await linesOf(q, id, content),
      shares: await sharesOf(q, row),
      total: money(content.total, content.currency),
      totalBase: money(content.totalBase, q.company.baseCurrency),
      shipments: await shipmentsOf(q, id),
      purchases: await purchasesOf(q, id),
      advances: await advancesOf(q, id),
    }
  },

  'payable-accounts': async ({ currency }, q) => [...(await payableAccounts(q, currency))],

  'preview-sales-contract': async (input, q) => {
    const base = q.company.baseCurrency
    const contract = await visibleContract(q, input.contractId)
    const shipped = contract && linesWithShippedPart(await soldLines(q, contract.id), input)
    const { lines, total, totalBase, instalments } = calculateContract(input, base, shipped)
    const more = contract && contract.currency === input.currency ? total - contract.total : 0
    return {
      lines: lines.map((l) => ({
        id: l.id,
        amount: money(l.amount, input.currency),
        discount: money(l.gross - l.amount, input.currency),
      })),
      total: money(total, input.currency),
      totalBase: money(totalBase, base),
      instalments: input.paymentTerm.map((i, at) => ({ ...i, amount: money(instalments[at]!, input.currency) })),
      added: more > 0 ? money(more, input.currency) : null,
      warnings: await contractWarnings(q, input),
    }
  },
})
