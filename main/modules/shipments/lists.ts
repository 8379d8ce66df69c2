// The lists of shipments and of their lines: where each column comes from.
import { sql } from 'kysely'
import type { ListSource } from '../../queries/define-query.ts'
import { defineLists } from '../../queries/define-query.ts'

const hasLine = (column: 'dealId' | 'contractId', id: string) =>
  sql<boolean>`exists (select 1 from shipment_line x where x.shipmentId = s.id and ${sql.ref(`x.${column}`)} = ${id})`

export const shipmentsLists = defineLists({
  shipments: (params, q): ListSource => ({
    from: q.db
      .selectFrom('shipment as s')
      .innerJoin('party as p', 'p.id', 's.customerId')
      .innerJoin('user as u', 'u.id', 's.ownerId')
      .leftJoin('party as f', 'f.id', 's.forwarderId')
      .leftJoin('party as c', 'c.id', 's.carrierId')
      .$if(params?.customerId !== undefined, (b) => b.where('s.customerId', '=', params!.customerId!))
      .$if(params?.dealId !== undefined, (b) => b.where(hasLine('dealId', params!.dealId!))),
    id: 's.id',
    fields: {
      number: 's.number',
      customer: 'p.name',
      status: 's.status',
      etd: 's.etd',
      dispatchedOn: 's.dispatchedOn',
      eta: 's.eta',
      currency: 's.currency',
      total: 's.total',
      totalBase: 's.totalBase',
      invoiceNumber: 's.invoiceNumber',
      billOfLadingNumber: 's.billOfLadingNumber',
      vessel: 's.vessel',
      forwarder: 'f.name',
      carrier: 'c.name',
      portOfDischarge: 's.portOfDischarge',
      transportMode: 's.transportMode',
      owner: 'u.name',
      customerId: 's.customerId',
      revision: 's.revision',
    },
    owned: { owner: 's.ownerId', department: 's.departmentId' },
    search: ['s.number', 'p.name', 'p.nameZh', 's.invoiceNumber', 's.billOfLadingNumber', 's.bookingNumber', 's.vessel', 's.containers'],
  }),
  'shipment-lines': (params, q): ListSource => ({
    from: q.db
      .selectFrom('shipment_line as l')
      .innerJoin('shipment as s', 's.id', 'l.shipmentId')
      .innerJoin('party as p', 'p.id', 's.customerId')
      .innerJoin('sales_line as o', 'o.id', 'l.salesLineId')
      .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
      .leftJoin('product as g', 'g.id', 'l.productId')
      .$if(params?.shipmentId !== undefined, (b) => b.where('l.shipmentId', '=', params!.shipmentId!))
      .$if(params?.contractId !== undefined, (b) => b.where('l.contractId', '=', params!.contractId!))
      .$if(params?.dealId !== undefined, (b) => b.where('l.dealId', '=', params!.dealId!)),
    id: 'l.id',
    fields: {
      shipment: 's.number',
      status: 's.status',
      dispatchedOn: 's.dispatchedOn',
      customer: 'p.name',
      contract: 'c.number',
      product: 'g.code',
      description: 'o.description',
      quantity: 'l.quantity',
      unit: 'o.unit',
      amount: 'l.amount',
      cost: sql`(select sum(x.costBase) from shipment_source x where x.shipmentLineId = l.id)`,
      currency: 's.currency',
      shipmentId: 'l.shipmentId',
      customerId: 's.customerId',
      contractId: 'l.contractId',
      productId: 'l.productId',
    },
    owned: { owner: 's.ownerId', department: 's.departmentId' },
    search: ['s.number', 'p.name', 'p.nameZh', 'c.number', 'g.code', 'o.description'],
  }),
})
