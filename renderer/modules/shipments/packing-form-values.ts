// The packing of a shipment as it is typed: texts in its grid, and the way there and back.
import type { PackageKind, PackageRow, PackingFields } from '../../../preload/contract/modules/shipments/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { withoutBlankLines } from '../../kit/form/index.ts'

/** Every field a text, '' for what is not known. */
export type PackageFormValues = { [F in keyof PackageRow]: string }
export type PackingFormValues = {
  packages: PackageFormValues[]
  packageKind: PackageKind
  pallets: string
  palletWeight: string
  palletVolume: string
}
export const emptyPacking: PackingFormValues = { packages: [], packageKind: 'carton', pallets: '', palletWeight: '', palletVolume: '' }

export const packageFormValuesOf = (row: Omit<PackageRow, 'id'> & { id?: string }): PackageFormValues => ({
  ...{ id: row.id ?? newId(), lineId: row.lineId, quantity: row.quantity, cartons: row.cartons === null ? '' : String(row.cartons) },
  ...{ piecesPerCarton: row.piecesPerCarton ?? '', netWeight: row.netWeight ?? '', grossWeight: row.grossWeight ?? '' },
  ...{ cartonLength: row.cartonLength ?? '', cartonWidth: row.cartonWidth ?? '', cartonHeight: row.cartonHeight ?? '' },
  ...{ netTotal: row.netTotal ?? '', grossTotal: row.grossTotal ?? '', volumeTotal: row.volumeTotal ?? '' },
  ...{ marks: row.marks, container: row.container },
})
export const newPackage = (lineId = ''): PackageFormValues => ({
  ...{ id: newId(), lineId, quantity: '', cartons: '', piecesPerCarton: '', netWeight: '', grossWeight: '' },
  ...{ cartonLength: '', cartonWidth: '', cartonHeight: '', netTotal: '', grossTotal: '', volumeTotal: '', marks: '', container: '' },
})
export const packingFormValuesOf = ({ packages, packageKind, pallets, palletWeight, palletVolume }: PackingFields): PackingFormValues => ({
  packages: packages.map(packageFormValuesOf),
  packageKind,
  pallets: pallets === null ? '' : String(pallets),
  palletWeight: palletWeight ?? '',
  palletVolume: palletVolume ?? '',
})

const given = (text: string): string | null => (text === '' ? null : text)
/** A count that is none goes out as it is, for the office to say so at its field. */
const counted = (text: string): number | null => (text === '' ? null : Number(text))
const rowOf = (row: PackageFormValues): PackageRow => ({
  ...{ id: row.id, lineId: row.lineId, quantity: row.quantity, cartons: counted(row.cartons) },
  ...{ piecesPerCarton: given(row.piecesPerCarton), netWeight: given(row.netWeight), grossWeight: given(row.grossWeight) },
  ...{ cartonLength: given(row.cartonLength), cartonWidth: given(row.cartonWidth), cartonHeight: given(row.cartonHeight) },
  ...{ netTotal: given(row.netTotal), grossTotal: given(row.grossTotal), volumeTotal: given(row.volumeTotal) },
  ...{ marks: row.marks, container: row.container },
})
const isBlank = ({ quantity, cartons }: PackageFormValues): boolean => quantity === '' && cartons === ''
export const packingInputOf = (value: PackingFormValues): PackingFields => ({
  packages: withoutBlankLines(value.packages, isBlank).map(rowOf),
  packageKind: value.packageKind,
  pallets: counted(value.pallets),
  palletWeight: given(value.palletWeight),
  palletVolume: given(value.palletVolume),
})
