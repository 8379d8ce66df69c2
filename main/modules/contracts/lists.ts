// Where the lists of contracts get their rows; net sales by grouping stands in sales-by.ts.
import { sql, type RawBuilder } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'
import { amendmentRows } from '../../records/amendments/index.ts'
import { shareOfLines, shareOfTotal } from '../deals/index.ts'
import { salesBy } from './sales-by.ts'

/**
 * C31. Money that came for a contract, in its currency: what is settled of its invoices, and what was received for it and not yet applied. Items of its
 * lines' goods stand under the contract's key; a supplier's prepayment never does.
 */
const received = sql`coalesce((select sum(case when i.account = '1122' then i."foreign" - i.openForeign else -i.openForeign end)
  from ledger_key k join open_item i on i.contract = k.key
  where k.id = c.id and i.currency = c.currency and i.account in ('1122', '2203')), 0)`
/** Progress is that of a signed contract: a draft or a void one has none. */
const signed = (share: RawBuilder<unknown>) => sql`case when c.status = 'signed' then ${share} end`

export const contractsLists = defineLists({
  'sales-amendments': (params, q) =>
    amendmentRows(
      q,
      'sales-contract',
      (versions) => versions.innerJoin('sales_contract as c', 'c.id', 'v.contractId').innerJoin('party as p', 'p.id', 'c.customerId'),
      params?.openOnly,
    ),

  'sales-contracts': (params, q) => {
    let from = q.db
      .selectFrom('sales_contract as c')
      .leftJoin('party as p', 'p.id', 'c.customerId')
      .leftJoin('deal as d', 'd.id', 'c.dealId')
      .leftJoin('user as u', 'u.id', 'c.ownerId')
    if (params?.customerId !== undefined) from = from.where('c.customerId', '=', params.customerId)
    if (params?.dealId !== undefined) from = from.where('c.dealId', '=', params.dealId)
    return {
      from,
      id: 'c.id',
      // The shares are looked up for the rows of a page alone.
      chosen: { by: 'c.id' },
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 'p.name', 'p.nameZh', 'c.buyerOrderNumber'],
      fields: {
        number: 'c.number',
        contractDate: 'c.contractDate',
        customer: 'p.name',
        buyerOrderNumber: 'c.buyerOrderNumber',
        status: 'c.status',
        deal: 'd.number',
        currency: 'c.currency',
        total: 'c.total',
        purchasedShare: signed(shareOfLines('sales_line', 'purchased', 'c.id')),
        shippedShare: signed(shareOfLines('sales_line', 'shipped', 'c.id')),
        receivedShare: signed(shareOfTotal(received, 'c.total')),
        totalBase: 'c.totalBase',
        incoterm: 'c.incoterm',
        portOfDischarge: 'c.portOfDischarge',
        transportMode: 'c.transportMode',
        latestShipment: 'c.latestShipment',
        owner: 'u.name',
        customerId: 'c.customerId',
        dealId: 'c.dealId',
        revision: 'c.revision',
      },
    }
  },

  'sales-lines': (params, q) => {
    let from = q.db
      .selectFrom('sales_line as l')
      .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
      .innerJoin('party as p', 'p.id', 'c.customerId')
      .innerJoin('user as u', 'u.id', 'c.ownerId')
      .leftJoin('product as g', 'g.id', 'l.productId')
      .where('l.quantity', '>', 0) // C19
    if (params?.contractId !== undefined) from = from.where('l.contractId', '=', params.contractId)
    if (params?.dealId !== undefined) from = from.where('c.dealId', '=', params.dealId)
    if (params?.customerId !== undefined) from = from.where('c.customerId', '=', params.customerId)
    if (params?.openOnly === true) from = from.where('c.status', '=', 'signed').whereRef('l.shipped', '<', 'l.quantity')
    return {
      from,
      id: 'l.id',
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 'l.description', 'g.code', 'p.name'],
      fields: {
        contract: 'c.number',
        contractDate: 'c.contractDate',
        customer: 'p.name',
        product: 'g.code',
        description: 'l.description',
        quantity: 'l.quantity',
        unit: 'l.unit',
        price: 'l.price',
        discount: 'l.discount',
        amount: 'l.amount',
        shipped: 'l.shipped',
        purchased: 'l.purchased',
        owner: 'u.name',
        currency: 'c.currency',
        contractId: 'l.contractId',
        customerId: 'c.customerId',
        productId: 'l.productId',
        dealId: 'c.dealId',
        status: 'c.status',
      },
    }
  },

  'sales-by': salesBy,
})
