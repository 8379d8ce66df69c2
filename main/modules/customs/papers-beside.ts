// What goes to the broker with a declaration (报关单证) and to the issuing authority with a certificate: invoice and packing list of the shipment, and for customs
// the contracts too.
import type { QueryContext } from '../../queries/define-query.ts'
import type { PaperOf } from '../../records/papers/index.ts'

const ofShipment = (shipmentId: string): PaperOf[] => [
  { paper: 'commercial-invoice', recordId: shipmentId },
  { paper: 'packing-list', recordId: shipmentId },
]
const contractsOf = async ({ db }: QueryContext, shipmentId: string): Promise<PaperOf[]> => {
  const rows = await db
    .selectFrom('shipment_line as l')
    .innerJoin('sales_line as s', 's.id', 'l.salesLineId')
    .innerJoin('sales_contract as c', 'c.id', 's.contractId')
    .select(['c.id', 'c.numberKey'])
    .distinct()
    .where('l.shipmentId', '=', shipmentId)
    .orderBy('c.numberKey')
    .execute()
  return rows.map(({ id }) => ({ paper: 'sales-contract', recordId: id }))
}

export const papersOfDeclaration = async (id: string, q: QueryContext): Promise<PaperOf[]> => {
  const row = await q.db.selectFrom('customs_declaration').select('shipmentId').where('id', '=', id).executeTakeFirst()
  return row ? [...ofShipment(row.shipmentId), ...(await contractsOf(q, row.shipmentId))] : []
}
export const papersOfCertificate = async (id: string, { db }: QueryContext): Promise<PaperOf[]> => {
  const row = await db.selectFrom('origin_certificate').select('shipmentId').where('id', '=', id).executeTakeFirst()
  return row ? ofShipment(row.shipmentId) : []
}
