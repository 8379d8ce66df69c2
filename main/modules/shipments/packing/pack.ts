// How the goods of a shipment are packed: package numbers, weights and measures of typed rows, and rows for what is not packed yet as its product says.
// Pure. Rules H31, H50 and H51 in ../SPEC.md; golden case C4 of papers.
import type { PackageRow } from '../../../../preload/contract/modules/shipments/calls.ts'
import { Decimal, decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import { cartonVolume } from '../../../../preload/contract/vocabulary/packing.ts'

export type Row = Omit<PackageRow, 'id'>
/**
 * A row worked out: kilograms rounded to 2 places, cubic metres to 3, so that totals are sums of what is printed; null what is not known. A row in the packages
 * of the one above has their numbers, its own net weight, and no gross weight and measure: those stand with the first row.
 */
export type Packed<R extends Row = Row> = {
  row: R
  isShared: boolean
  from: number | null
  to: number | null
  netWeight: Decimal | null
  grossWeight: Decimal | null
  volume: Decimal | null
}

/** Kilograms before rounding: as weighed, else its part of full packages, else so many packages. */
const netOf = ({ netTotal, netWeight, piecesPerCarton, quantity, cartons }: Row): Decimal | null => {
  if (netTotal !== null) return new Decimal(netTotal)
  if (netWeight === null) return null
  if (piecesPerCarton !== null) return new Decimal(quantity).div(piecesPerCarton).times(netWeight)
  return cartons ? new Decimal(netWeight).times(cartons) : null
}
/** As weighed, else what all goods in the packages weigh and the tare of each, which a short one has whole. */
const grossOf = ({ grossTotal, grossWeight, netWeight, cartons }: Row, net: Decimal | null): Decimal | null => {
  if (grossTotal !== null) return new Decimal(grossTotal)
  if (grossWeight === null || cartons === null) return null
  if (netWeight === null) return new Decimal(grossWeight).times(cartons)
  return net && new Decimal(grossWeight).minus(netWeight).times(cartons).plus(net)
}
const volumeOf = ({ volumeTotal, cartonLength, cartonWidth, cartonHeight, cartons }: Row): Decimal | null => {
  if (volumeTotal !== null) return new Decimal(volumeTotal)
  const one = cartonVolume(cartonLength ?? '', cartonWidth ?? '', cartonHeight ?? '')
  return one === undefined || cartons === null ? null : new Decimal(one).times(cartons)
}
const sumOf = (all: readonly (Decimal | null)[]): Decimal | null =>
  all.reduce((sum, one) => (sum === null || one === null ? null : sum.plus(one)), new Decimal(0) as Decimal | null)
const rounded = (value: Decimal | null, places: number) => value && value.toDecimalPlaces(places)

/** Rows that share packages, each with the rows below it whose number of packages is 0. */
const together = <R extends Row>(rows: readonly R[]): R[][] => {
  const groups: R[][] = []
  for (const row of rows) {
    if (row.cartons === 0 && groups.length > 0) groups.at(-1)!.push(row)
    else groups.push([row])
  }
  return groups
}

/** H51. Numbered on from 1 without gap or overlap; a row whose packages are not known takes no number. */
export const packRows = <R extends Row>(rows: readonly R[]): Packed<R>[] => {
  let last = 0
  return together(rows).flatMap((group) => {
    const [first] = group as [R]
    const nets = group.map(netOf)
    const range = first.cartons ? { from: last + 1, to: last + first.cartons } : { from: null, to: null }
    last += first.cartons ?? 0
    return group.map((row, at) => ({
      ...{ row, isShared: at > 0 },
      ...range,
      netWeight: rounded(nets[at]!, 2),
      grossWeight: at > 0 ? new Decimal(0) : rounded(grossOf(first, sumOf(nets)), 2),
      volume: at > 0 ? new Decimal(0) : rounded(volumeOf(first), 3),
    }))
  })
}

export type Pallets = { pallets: number | null; palletWeight: string | null; palletVolume: string | null }
export const noPallets: Pallets = { pallets: null, palletWeight: null, palletVolume: null }
/** `packages`: cartons or what they are; null what some row does not say. */
export type PackedTotals = { packages: number | null; netWeight: Decimal | null; grossWeight: Decimal | null; volume: Decimal | null }
/** Sums of the rounded rows; pallets weigh too, and what was measured on them stands before the packages' own measure. */
export const packedTotals = (packed: readonly Packed[], { pallets, palletWeight, palletVolume }: Pallets = noPallets): PackedTotals => {
  const known = packed.length > 0 && packed.every(({ from }) => from !== null)
  const sum = (of: (one: Packed) => Decimal | null) => (packed.length === 0 ? null : sumOf(packed.map(of)))
  const gross = sum((one) => one.grossWeight)
  const onPallets = pallets !== null
  return {
    packages: known ? packed.reduce((count, { row }) => count + row.cartons!, 0) : null,
    netWeight: sum((one) => one.netWeight),
    grossWeight: gross && (onPallets && palletWeight !== null ? gross.plus(palletWeight) : gross),
    volume: onPallets && palletVolume !== null ? new Decimal(palletVolume) : sum((one) => one.volume),
  }
}

/** Texts of decimals; '' what the product does not say. Centimetres, and kilograms a full package. */
export type PackedGoods = {
  id: string
  quantity: string
  piecesPerCarton: string
  carton: { length: string; width: string; height: string }
  grossWeight: string
  netWeight: string
}
export const packedOf = (rows: readonly Row[], lineId: string): Decimal =>
  rows.filter((row) => row.lineId === lineId).reduce((sum, row) => sum.plus(row.quantity), new Decimal(0))

/** H31. A row for each line of which something is in no row yet, as its product says: full packages, and a short one for the rest. */
export const rowsByProducts = (goods: readonly PackedGoods[], rows: readonly Row[] = []): Row[] =>
  goods.flatMap(({ id, quantity, piecesPerCarton, carton, grossWeight, netWeight }) => {
    const left = new Decimal(quantity).minus(packedOf(rows, id))
    if (left.lte(0)) return []
    const known = (text: string) => (text === '' ? null : text)
    return [
      {
        ...{ lineId: id, quantity: decimalTextOf(left), piecesPerCarton: known(piecesPerCarton) },
        cartons: piecesPerCarton === '' ? null : left.div(piecesPerCarton).ceil().toNumber(),
        ...{ netWeight: known(netWeight), grossWeight: known(grossWeight) },
        ...{ cartonLength: known(carton.length), cartonWidth: known(carton.width), cartonHeight: known(carton.height) },
        ...{ netTotal: null, grossTotal: null, volumeTotal: null, marks: '', container: '' },
      },
    ]
  })

/** '1–42', '84'; '' while not known. */
export const numbersText = ({ from, to }: Packed): string => (from === null ? '' : from === to ? String(from) : `${from}–${to}`)
