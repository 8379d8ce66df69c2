// Packing rows as they are stored and as they are typed. Rule H50 in ../SPEC.md.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../../db/open.ts'
import type { ShipmentPackageTable } from '../../../../db/schema/tables.ts'
import type { BillFields, PackageRow, PackingFields, ShipmentFields } from '../../../../preload/contract/modules/shipments/calls.ts'
import { refuse } from '../../../../preload/contract/refusals.ts'
import { type DecimalKind, scaledText, toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { withoutLines } from '../../../../preload/contract/vocabulary/packing.ts'
import type { CommandContext } from '../../../commands/define-command.ts'
import { saveRow, uniqueIds } from '../../../records/lines.ts'

type Stored = Selectable<ShipmentPackageTable>
const shown = (scaled: number | null, kind: DecimalKind) => (scaled === null ? null : scaledText(scaled, kind))
const kept = (text: string | null, kind: DecimalKind) => (text === null ? null : toScaled(text, kind))

const asInput = (row: Stored): PackageRow => ({
  ...{ id: row.id, lineId: row.lineId, quantity: scaledText(row.quantity, 'quantity'), cartons: row.cartons },
  piecesPerCarton: shown(row.piecesPerCarton, 'quantity'),
  netWeight: shown(row.netWeight, 'measure'),
  grossWeight: shown(row.grossWeight, 'measure'),
  cartonLength: shown(row.cartonLength, 'measure'),
  cartonWidth: shown(row.cartonWidth, 'measure'),
  cartonHeight: shown(row.cartonHeight, 'measure'),
  netTotal: shown(row.netTotal, 'measure'),
  grossTotal: shown(row.grossTotal, 'measure'),
  volumeTotal: shown(row.volumeTotal, 'measure'),
  ...{ marks: row.marks, container: row.container },
})
/** In their order. */
export const storedPackages = async (db: ReadableDb, shipmentId: string): Promise<PackageRow[]> => {
  const rows = await db.selectFrom('shipment_package').selectAll().where('shipmentId', '=', shipmentId).orderBy('position').execute()
  return rows.map(asInput)
}
type BillColumns = { billPackages: number | null; billGrossWeight: number | null; billVolume: number | null; billMarks: string }
/** What the bill of lading says (H64), as it is typed. */
export const storedBill = (row: BillColumns): BillFields => ({
  ...{ billPackages: row.billPackages, billMarks: row.billMarks },
  billGrossWeight: shown(row.billGrossWeight, 'measure'),
  billVolume: shown(row.billVolume, 'measure'),
})
type PalletColumns = { packageKind: string; pallets: number | null; palletWeight: number | null; palletVolume: number | null }
export const storedPallets = (row: PalletColumns): Omit<PackingFields, 'packages'> => ({
  packageKind: row.packageKind as PackingFields['packageKind'],
  pallets: row.pallets,
  palletWeight: shown(row.palletWeight, 'measure'),
  palletVolume: shown(row.palletVolume, 'measure'),
})

const columnsOf = (row: PackageRow) => ({
  ...{ lineId: row.lineId, quantity: toScaled(row.quantity, 'quantity'), cartons: row.cartons },
  piecesPerCarton: kept(row.piecesPerCarton, 'quantity'),
  netWeight: kept(row.netWeight, 'measure'),
  grossWeight: kept(row.grossWeight, 'measure'),
  cartonLength: kept(row.cartonLength, 'measure'),
  cartonWidth: kept(row.cartonWidth, 'measure'),
  cartonHeight: kept(row.cartonHeight, 'measure'),
  netTotal: kept(row.netTotal, 'measure'),
  grossTotal: kept(row.grossTotal, 'measure'),
  volumeTotal: kept(row.volumeTotal, 'measure'),
  ...{ marks: row.marks, container: row.container },
})

type PackingInput = Pick<ShipmentFields, keyof PackingFields>
/** Columns of the shipment; what was not given stays. */
export const packingColumns = ({ packageKind, pallets, palletWeight, palletVolume }: PackingInput): Partial<PalletColumns> => ({
  ...(packageKind === undefined ? {} : { packageKind }),
  ...(pallets === undefined ? {} : { pallets }),
  ...(palletWeight === undefined ? {} : { palletWeight: kept(palletWeight, 'measure') }),
  ...(palletVolume === undefined ? {} : { palletVolume: kept(palletVolume, 'measure') }),
})

const requireFitting = (rows: readonly PackageRow[], lineIds: ReadonlySet<string>): void => {
  uniqueIds(rows, 'packages')
  const issues = rows.flatMap((row, at) => [
    ...(lineIds.has(row.lineId) ? [] : [{ path: `packages.${at}.lineId`, rule: 'choice' }]),
    ...(at === 0 && row.cartons === 0 ? [{ path: 'packages.0.cartons', rule: 'positive' }] : []),
  ])
  if (issues.length > 0) refuse('invalid-input', { issues })
}

/**
 * H50. Brings the stored rows to those given; without any, those of lines that are gone go too. Refuses `invalid-input`: rows of lines that the shipment does
 * not have, a first row in the packages of none.
 */
export const savePackages = async (
  ctx: CommandContext,
  shipmentId: string,
  given: readonly PackageRow[] | undefined,
  lines: readonly { id: string }[],
): Promise<void> => {
  const lineIds = new Set(lines.map(({ id }) => id))
  if (given) requireFitting(given, lineIds)
  const stored = await storedPackages(ctx.db, shipmentId)
  const rows = given ?? withoutLines(stored, lineIds)
  const staying = new Set(rows.map(({ id }) => id))
  for (const { id } of stored) if (!staying.has(id)) ctx.tx.remove('shipment_package', id)
  rows.forEach((row, position) => saveRow(ctx, 'shipment_package', row.id, { shipmentId }, { position, ...columnsOf(row) }))
}
/** A shipment that is dropped takes its packing along. */
export const removePackages = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  for (const { id } of await storedPackages(ctx.db, shipmentId)) ctx.tx.remove('shipment_package', id)
}
