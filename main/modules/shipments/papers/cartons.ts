// How goods are packed in cartons, line by line, as their products say. Rule H31 in ../SPEC.md; golden case C4 of papers.
import { cartonVolume } from '../../../../preload/contract/vocabulary/packing.ts'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'

/** Texts of decimals; '' where the product does not say. Measures in centimetres, weights in kilograms a full carton. */
export type PackedGoods = {
  quantity: string
  piecesPerCarton: string
  carton: { length: string; width: string; height: string }
  grossWeight: string
  netWeight: string
}
/** Of one line: carton numbers, weights rounded to 2 places and cubic metres to 3, so that totals are sums of what is printed. */
export type PackedLine = {
  from: number
  to: number
  cartons: number
  netWeight: Decimal
  grossWeight: Decimal
  volume: Decimal
}

/**
 * Full cartons, and one short one for the rest: its net weight in proportion, its tare and its measure those of a full one. Lines are numbered on from 1 without
 * a gap. Undefined for a line whose product says too little; the lines after it go on.
 */
export const packLines = (lines: readonly PackedGoods[]): (PackedLine | undefined)[] => {
  let last = 0
  return lines.map(({ quantity, piecesPerCarton, carton, grossWeight, netWeight }) => {
    const volume = cartonVolume(carton.length, carton.width, carton.height)
    if (piecesPerCarton === '' || grossWeight === '' || netWeight === '' || volume === undefined) return undefined
    const pieces = new Decimal(piecesPerCarton)
    const cartons = new Decimal(quantity).div(pieces).ceil().toNumber()
    const net = new Decimal(quantity).div(pieces).times(netWeight)
    const tare = new Decimal(grossWeight).minus(netWeight).times(cartons)
    const from = last + 1
    last += cartons
    return {
      ...{ from, to: last, cartons },
      netWeight: net.toDecimalPlaces(2),
      grossWeight: net.plus(tare).toDecimalPlaces(2),
      volume: new Decimal(volume).times(cartons).toDecimalPlaces(3),
    }
  })
}

export type PackedTotals = { cartons: number; netWeight: Decimal; grossWeight: Decimal; volume: Decimal }
/** Sums of the rounded lines; undefined while one of them is not known. */
export const packedTotals = (lines: readonly (PackedLine | undefined)[]): PackedTotals | undefined => {
  const known = lines.filter((line) => line !== undefined)
  if (known.length < lines.length || known.length === 0) return undefined
  const sum = (of: (line: PackedLine) => Decimal) => known.reduce((total, line) => total.plus(of(line)), new Decimal(0))
  return {
    cartons: known.at(-1)!.to,
    netWeight: sum((line) => line.netWeight),
    grossWeight: sum((line) => line.grossWeight),
    volume: sum((line) => line.volume),
  }
}
