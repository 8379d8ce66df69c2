// Where the lists of purchase contracts and their lines get their rows.
import { sql, type RawBuilder } from 'kysely'
import { defineLists } from '../../queries/define-query.ts'
import { amendmentRows } from '../../records/amendments/index.ts'
import { shareOfLines, shareOfTotal } from '../deals/index.ts'
import { followRevision } from './later-documents.ts'

/** C31. Money paid for a contract, in its currency: what is settled of its bills, and prepayments not yet applied. */
const paid = sql`coalesce((select sum(case when i.account = '2202' then i.openForeign - i."foreign" else i.openForeign end)
  from ledger_key k join open_item i on i.contract = k.key
  where k.id = c.id and i.currency = c.currency and i.account in ('2202', '1123')), 0)`
const signed = (share: RawBuilder<unknown>) => sql`case when c.status = 'signed' then ${share} end`

export const purchasingLists = defineLists({
  'purchase-amendments': (params, q) =>
    amendmentRows(
      q,
      'purchase-contract',
      (versions) => versions.innerJoin('purchase_contract as c', 'c.id', 'v.contractId').innerJoin('party as p', 'p.id', 'c.supplierId'),
      params?.openOnly,
    ),

  'purchase-contracts': (params, q) => {
    let from = q.db
      .selectFrom('purchase_contract as c')
      .leftJoin('party as p', 'p.id', 'c.supplierId')
      .leftJoin('user as u', 'u.id', 'c.ownerId')
    if (params?.supplierId !== undefined) from = from.where('c.supplierId', '=', params.supplierId)
    const { dealId } = params ?? {}
    if (dealId !== undefined)
      from = from.where('c.id', 'in', (e) => e.selectFrom('purchase_line as l').select('l.contractId').where('l.dealId', '=', dealId))
    return {
      from,
      id: 'c.id',
      // The shares are looked up for the rows of a page alone.
      chosen: { by: 'c.id' },
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 'p.name', 'p.nameZh'],
      fields: {
        number: 'c.number',
        contractDate: 'c.contractDate',
        supplier: 'p.name',
        status: 'c.status',
        currency: 'c.currency',
        total: 'c.total',
        billedShare: signed(shareOfLines('purchase_line', 'billed', 'c.id')),
        shippedShare: signed(shareOfLines('purchase_line', 'shipped', 'c.id')),
        paidShare: signed(shareOfTotal(paid, 'c.total')),
        totalBase: 'c.totalBase',
        deliveryDate: 'c.deliveryDate',
        owner: 'u.name',
        supplierId: 'c.supplierId',
        revision: 'c.revision',
        followRevision: q.contributed(followRevision)('c.id'),
      },
    }
  },

  'purchase-lines': (params, q) => {
    let from = q.db
      .selectFrom('purchase_line as l')
      .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
      .innerJoin('party as p', 'p.id', 'c.supplierId')
      .leftJoin('deal as d', 'd.id', 'l.dealId')
      .leftJoin('product as g', 'g.id', 'l.productId')
      .where('l.quantity', '>', 0) // P19
    if (params?.contractId !== undefined) from = from.where('l.contractId', '=', params.contractId)
    if (params?.supplierId !== undefined) from = from.where('c.supplierId', '=', params.supplierId)
    if (params?.dealId !== undefined) from = from.where('l.dealId', '=', params.dealId)
    // Nothing waits for a bill of goods that are free.
    if (params?.unbilledOnly === true)
      from = from.where('c.status', '=', 'signed').where('l.amount', '<>', 0).whereRef('l.billed', '<', 'l.quantity')
    return {
      from,
      id: 'l.id',
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 'l.description', 'g.code', 'p.name', 'd.number'],
      fields: {
        contract: 'c.number',
        contractDate: 'c.contractDate',
        supplier: 'p.name',
        deal: 'd.number',
        product: 'g.code',
        description: 'l.description',
        quantity: 'l.quantity',
        unit: 'l.unit',
        price: 'l.price',
        amount: 'l.amount',
        vatRate: 'l.vatRate',
        refundRate: 'l.refundRate',
        billed: 'l.billed',
        // In the unit of this line, half-up; shipped counts in that of the sales line (P22).
        shipped: sql<number>`(2 * l.shipped * l.unitsBought + l.unitsSold) / (2 * l.unitsSold)`,
        deliveryDate: 'c.deliveryDate',
        currency: 'c.currency',
        contractId: 'l.contractId',
        supplierId: 'c.supplierId',
        dealId: 'l.dealId',
        productId: 'l.productId',
        status: 'c.status',
      },
    }
  },
})
