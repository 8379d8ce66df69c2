// The packing of a shipment, worked out the one way that its page and all of its papers have: typed rows, or rows by the products where nobody typed any.
import type { ReadableDb } from '../../../../db/open.ts'
import type { BillFields, PackageRow } from '../../../../preload/contract/modules/shipments/calls.ts'
import { scaledText } from '../../../../preload/contract/vocabulary/decimal.ts'
import { perCarton } from '../../../../preload/contract/vocabulary/packing.ts'
import { packedTotals, packRows, rowsByProducts, type Packed, type PackedGoods, type PackedTotals, type Pallets, type Row } from './pack.ts'
import type { PackedForBill } from '../bill-of-lading.ts'
import { marksOf } from '../marks.ts'
import { storedBill, storedPackages, storedPallets } from './stored.ts'

/** Zero is not known. */
const known = (scaled: number | null, kind: 'quantity' | 'measure'): string => (scaled ? scaledText(scaled, kind) : '')

/** What the products of these lines say of their packing, a line each. */
export const goodsOf = async (
  db: ReadableDb,
  lines: readonly { id: string; salesLineId: string; quantity: string }[],
): Promise<PackedGoods[]> => {
  const salesLines = lines.map(({ salesLineId }) => salesLineId)
  const rows = await db
    .selectFrom('sales_line as l')
    .innerJoin('product as p', 'p.id', 'l.productId')
    .select(['l.id', 'l.unit', 'p.unit as productUnit', 'p.piecesPerCarton', 'p.grossWeight', 'p.netWeight'])
    .select(['p.cartonLength', 'p.cartonWidth', 'p.cartonHeight'])
    .where('l.id', 'in', ['', ...salesLines])
    .execute()
  const products = new Map(rows.map((row) => [row.id, row]))
  return lines.map(({ id, salesLineId, quantity }) => {
    const product = products.get(salesLineId)
    if (!product)
      return { id, quantity, piecesPerCarton: '', carton: { length: '', width: '', height: '' }, grossWeight: '', netWeight: '' }
    return {
      ...{ id, quantity },
      piecesPerCarton: known(perCarton(product.unit, { ...product, unit: product.productUnit }), 'quantity'),
      carton: {
        length: known(product.cartonLength, 'measure'),
        width: known(product.cartonWidth, 'measure'),
        height: known(product.cartonHeight, 'measure'),
      },
      grossWeight: known(product.grossWeight, 'measure'),
      netWeight: known(product.netWeight, 'measure'),
    }
  })
}

export type ShipmentPacking = { isTyped: boolean; packed: Packed[]; total: PackedTotals }
type Shipped = { lines: readonly { id: string; salesLineId: string; quantity: string }[]; packages: readonly PackageRow[] } & Pallets
export const packingOf = async (db: ReadableDb, shipment: Shipped): Promise<ShipmentPacking> => {
  const isTyped = shipment.packages.length > 0
  const rows: readonly Row[] = isTyped ? shipment.packages : rowsByProducts(await goodsOf(db, shipment.lines))
  const packed = packRows(rows)
  return { isTyped, packed, total: packedTotals(packed, shipment) }
}

/** What papers and bill of lading of a shipment say of its packages, for the check of its documents; null and '' what is not known. */
export const packedWith = async (db: ReadableDb, shipmentId: string): Promise<{ packed: PackedForBill; bill: BillFields }> => {
  const lines = await db
    .selectFrom('shipment_line')
    .select(['id', 'salesLineId', 'contractId', 'quantity'])
    .where('shipmentId', '=', shipmentId)
    .execute()
  const row = await db
    .selectFrom('shipment')
    .select(['packageKind', 'pallets', 'palletWeight', 'palletVolume', 'portOfDischarge'])
    .select(['billPackages', 'billGrossWeight', 'billVolume', 'billMarks'])
    .where('id', '=', shipmentId)
    .executeTakeFirstOrThrow()
  const { total } = await packingOf(db, {
    ...storedPallets(row),
    packages: await storedPackages(db, shipmentId),
    lines: lines.map((line) => ({ ...line, quantity: scaledText(line.quantity, 'quantity') })),
  })
  const { packages, grossWeight, volume } = total
  const contractIds = lines.map(({ contractId }) => contractId)
  const marks = await marksOf(db, contractIds, { portOfDischarge: row.portOfDischarge, packages })
  return { packed: { packages, pallets: row.pallets, grossWeight, volume, marks }, bill: storedBill(row) }
}
