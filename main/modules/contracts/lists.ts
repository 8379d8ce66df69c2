// Where the lists of contracts and deals get their rows; net sales by grouping stands in sales-by.ts.
import { sql } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'
import { salesBy } from './sales-by.ts'

/** A deal's figures from the sums kept beside the postings (ledger L6): income is credit, so it comes back with the other sign. */
const revenue = sql`coalesce((select r.revenue from sum_result r where r.deal = k.key), 0)`
const profit = sql`coalesce((select r.profit from sum_result r where r.deal = k.key), 0)`

export const contractsLists = defineLists({
  'sales-contracts': (params, q) => {
    let from = q.db
      .selectFrom('sales_contract as c')
      .innerJoin('party as p', 'p.id', 'c.customerId')
      .innerJoin('deal as d', 'd.id', 'c.dealId')
      .innerJoin('user as u', 'u.id', 'c.ownerId')
    if (params?.customerId !== undefined) from = from.where('c.customerId', '=', params.customerId)
    if (params?.dealId !== undefined) from = from.where('c.dealId', '=', params.dealId)
    return {
      from,
      id: 'c.id',
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

  deals: (params, q) => {
    let from = q.db
      .selectFrom('deal as d')
      .innerJoin('party as p', 'p.id', 'd.customerId')
      .innerJoin('user as u', 'u.id', 'd.ownerId')
      .leftJoin('ledger_key as k', 'k.id', 'd.id')
    if (params?.customerId !== undefined) from = from.where('d.customerId', '=', params.customerId)
    return {
      from,
      id: 'd.id',
      owned: { owner: 'd.ownerId', department: 'd.departmentId' },
      search: ['d.number', 'p.name', 'p.nameZh'],
      fields: {
        number: 'd.number',
        openedOn: 'd.openedOn',
        customer: 'p.name',
        stage: 'd.stage',
        contracted: 'd.contractedBase',
        revenue,
        profit,
        owner: 'u.name',
        customerId: 'd.customerId',
      },
    }
  },

  'sales-by': salesBy,
})
