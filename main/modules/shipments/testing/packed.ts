// Golden case C4 of papers as an office has it: three lines, two of them packed as their products say, and a carton that goods share.
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import type { PackageRow } from '../../../../preload/contract/modules/shipments/calls.ts'
import { toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { aProductRow, anInput } from '../../../testing/fixtures.ts'
import { salesLine, signedSale, type SalesInput, type Trade } from '../../contracts/testing/trade.ts'

type Packing = { code: string; pieces: string; gross: string; net: string; sides: [string, string, string]; nameZh?: string }
/** A product that says how it is packed. */
export const packedProduct = (office: Trade, { code, pieces, gross, net, sides, nameZh = '' }: Packing): string => {
  const row = aProductRow({
    ...{ code, name: code, nameZh, hsCode: '7323930000', piecesPerCarton: toScaled(pieces, 'quantity') },
    ...{ grossWeight: toScaled(gross, 'measure'), netWeight: toScaled(net, 'measure') },
    cartonLength: toScaled(sides[0], 'measure'),
    cartonWidth: toScaled(sides[1], 'measure'),
    cartonHeight: toScaled(sides[2], 'measure'),
  })
  writableDb(office.database.write, 0).put('product', row)
  return row.id
}

export const packageRow = (lineId: string, quantity: string, cartons: number | null, more: Partial<PackageRow> = {}): PackageRow => ({
  ...{ id: newId(), lineId, quantity, cartons, piecesPerCarton: null, netWeight: null, grossWeight: null },
  ...{ cartonLength: null, cartonWidth: null, cartonHeight: null, netTotal: null, grossTotal: null, volumeTotal: null },
  ...{ marks: '', container: '' },
  ...more,
})
const a = { piecesPerCarton: '24', grossWeight: '12.5', netWeight: '11.2', cartonLength: '52', cartonWidth: '38', cartonHeight: '41' }
const b = { piecesPerCarton: '6', grossWeight: '14.8', netWeight: '13.1', cartonLength: '60', cartonWidth: '40', cartonHeight: '45' }

export type C4 = { sale: SalesInput; input: CommandInput<'save-shipment'> }
/** C4: 1,005 of A, 250 of B, 30 of C for nothing. Signed and put into a shipment's input with its packing; not saved. */
export const c4 = async (office: Trade, customerId: string, more: Partial<SalesInput> = {}): Promise<C4> => {
  const goodsA = packedProduct(office, {
    code: 'BT-500',
    pieces: '24',
    gross: '12.5',
    net: '11.2',
    sides: ['52', '38', '41'],
    nameZh: '不锈钢保温杯',
  })
  const goodsB = packedProduct(office, { code: 'GS-3', pieces: '6', gross: '14.8', net: '13.1', sides: ['60', '40', '45'] })
  const sale = await signedSale(office, customerId, {
    ...{ incoterm: 'CIF', incotermPlace: 'Hamburg', portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' },
    lines: [
      salesLine({ productId: goodsA, description: 'Stainless steel bottle', quantity: '1005', price: '3.1275' }),
      salesLine({ productId: goodsB, description: 'Garden set', quantity: '250', unit: 'SET', price: '18.60', discount: '5' }),
      salesLine({ description: 'Spare lid', quantity: '30', price: '0' }),
    ],
    ...more,
  })
  const lines = sale.lines.map(({ id, quantity }) => ({ id: newId(), salesLineId: id, quantity }))
  const [first, second, third] = lines.map(({ id }) => id) as [string, string, string]
  const input = anInput('save-shipment', {
    ...{ customerId, currency: 'USD', ownerId: office.owner.id, lines, transportMode: 'sea', vessel: 'COSCO TAURUS', voyage: '021W' },
    ...{ invoiceNumber: 'CI-2026-118', portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' },
    containers: [{ type: '20GP', number: 'CSQU3054383', seal: 'SL778' }],
    packages: [
      packageRow(first, '1005', 42, a),
      packageRow(second, '246', 41, b),
      packageRow(second, '4', 1, { ...b, grossTotal: '15.2' }),
      packageRow(third, '30', 0, { netTotal: '4.87' }),
    ],
  })
  return { sale, input }
}
