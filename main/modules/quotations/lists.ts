// Where the lists of quotations and of their lines get their rows.
import { defineLists } from '../../queries/define-query.ts'

export const quotationsLists = defineLists({
  quotations: (params, q) => {
    let from = q.db
      .selectFrom('quotation as o')
      .innerJoin('party as p', 'p.id', 'o.customerId')
      .innerJoin('user as u', 'u.id', 'o.ownerId')
      .leftJoin('sales_contract as c', 'c.id', 'o.contractId')
      .leftJoin('quotation_cost as k', 'k.id', 'o.id')
    if (params?.customerId !== undefined) from = from.where('o.customerId', '=', params.customerId)
    if (params?.newestOnly === true) from = from.where('o.status', '<>', 'superseded')
    return {
      from,
      id: 'o.id',
      owned: { owner: 'o.ownerId', department: 'o.departmentId' },
      search: ['o.number', 'p.name', 'p.nameZh', 'o.inquiryNumber'],
      fields: {
        number: 'o.number',
        quotedOn: 'o.quotedOn',
        customer: 'p.name',
        inquiryNumber: 'o.inquiryNumber',
        status: 'o.status',
        validUntil: 'o.validUntil',
        incoterm: 'o.incoterm',
        transportMode: 'o.transportMode',
        currency: 'o.currency',
        total: 'o.total',
        totalBase: 'o.totalBase',
        profit: 'k.profit',
        contract: 'c.number',
        lostReason: 'o.lostReason',
        owner: 'u.name',
        customerId: 'o.customerId',
        contractId: 'o.contractId',
      },
    }
  },

  'quotation-lines': (params, q) => {
    let from = q.db
      .selectFrom('quotation_line as l')
      .innerJoin('quotation as o', 'o.id', 'l.quotationId')
      .innerJoin('party as p', 'p.id', 'o.customerId')
      .innerJoin('user as u', 'u.id', 'o.ownerId')
      .leftJoin('product as g', 'g.id', 'l.productId')
      .leftJoin('quotation_line_cost as k', 'k.id', 'l.id')
    if (params?.customerId !== undefined) from = from.where('o.customerId', '=', params.customerId)
    if (params?.productId !== undefined) from = from.where('l.productId', '=', params.productId)
    return {
      from,
      id: 'l.id',
      owned: { owner: 'o.ownerId', department: 'o.departmentId' },
      search: ['o.number', 'p.name', 'l.description', 'g.code'],
      fields: {
        quotation: 'o.number',
        quotedOn: 'o.quotedOn',
        customer: 'p.name',
        status: 'o.status',
        product: 'g.code',
        description: 'l.description',
        quantity: 'l.quantity',
        unit: 'l.unit',
        minimumQuantity: 'l.minimumQuantity',
        minimumUnit: 'l.minimumUnit',
        incoterm: 'o.incoterm',
        price: 'l.price',
        discount: 'l.discount',
        amount: 'l.amount',
        cost: 'k.cost',
        owner: 'u.name',
        currency: 'o.currency',
        quotationId: 'o.id',
        customerId: 'o.customerId',
        productId: 'l.productId',
      },
    }
  },
})
