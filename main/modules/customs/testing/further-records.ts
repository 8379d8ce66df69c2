// A code of the company's own, what customs want to know of a product, the declaration of a shipment and its certificates of origin.
import type { FurtherRecords } from '../../../testing/further-records.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { aDeclaration } from './declaration.ts'
import { aCertificate } from './origin.ts'

export const furtherRecords: FurtherRecords = async ({ send, first }) => {
  await send('save-customs-code', { id: newId(), list: 'exit-port', code: '330001', name: '宁波', active: true })
  const { productId } = first<{ productId: string }>(
    'SELECT id AS productId FROM product WHERE id NOT IN (SELECT id FROM product_customs) ORDER BY id',
  )
  await send('save-product-customs', {
    ...{ id: productId, revision: 0, declaredName: '螺栓', elements: '机用', brandType: '0', preference: '0' },
    ...{ legalUnit: '035', legalQuantity: '0', secondUnit: '', secondQuantity: '0', sourceArea: '', originCountry: '' },
  })
  const { id, lineId } = first<{ id: string; lineId: string }>(
    "SELECT s.id, l.id AS lineId FROM shipment s JOIN shipment_line l ON l.shipmentId = s.id WHERE s.status <> 'void' AND s.id NOT IN (SELECT shipmentId FROM customs_declaration) ORDER BY s.id",
  )
  await send('save-customs-declaration', aDeclaration({ shipmentId: id, customsValues: [{ id: newId(), lineId, price: '1.2' }] }))
  const goods = [{ id: newId(), lineId, criterion: 'RVC', fobValue: 100_00 }]
  await send('save-origin-certificate', aCertificate({ shipmentId: id, originForm: 'rcep', destinationCountry: 'JPN', goods }))
  const discarded = aCertificate({ shipmentId: id })
  await send('save-origin-certificate', discarded)
  await send('discard-origin-certificate', { id: discarded.id, revision: 1 })
}
