// Cartons and loose cargo: the one arithmetic of their volume and of the tons that are charged for them.
import { Decimal, decimalTextOf } from './decimal.ts'

const isMeasure = (text: string): boolean => /^\d{1,9}(\.\d{1,3})?$/.test(text)

/** Volume of a carton in m³, up to six decimals half-up, from its outer measures in cm (domain.md 6); undefined while one is missing or zero. */
export const cartonVolume = (length: string, width: string, height: string): string | undefined => {
  const sides = [length, width, height]
  if (!sides.every(isMeasure)) return undefined
  const volume = sides.reduce((product, side) => product.times(side), new Decimal(1)).div(1_000_000)
  return volume.isZero() ? undefined : decimalTextOf(volume.toDecimalPlaces(6))
}

/** Chargeable tons of loose cargo (LCL): the larger of cubic metres and metric tons; undefined while neither is known or both are zero (domain.md 6). */
export const chargeableTon = (volume: string | null, kilograms: string | null): Decimal | undefined => {
  const tons = Decimal.max(volume ?? 0, new Decimal(kilograms ?? 0).div(1000))
  return tons.isZero() ? undefined : tons
}

export const CARTON = 'CTN'
/** How much of a line fills a carton (scaled): what the product says; goods counted by the carton fill one each, whatever the product is counted in. */
export const perCarton = (unit: string, product: { unit: string | null; piecesPerCarton: number | null }): number =>
  unit === CARTON && product.unit !== CARTON ? 10_000 : (product.piecesPerCarton ?? 0)

type Packed = { lineId: string; cartons: number | string | null; grossTotal: string | null; volumeTotal: string | null }
/**
 * Packing rows without those of lines that are gone. Goods that shared the packages of one that went have them now; what had been weighed with it counts
 * no more.
 */
export const withoutLines = <R extends Packed>(rows: readonly R[], staying: ReadonlySet<string>): R[] => {
  const left: R[] = []
  let orphaned: R | undefined
  for (const row of rows) {
    const isShared = Number(row.cartons) === 0 && row.cartons !== '' && row.cartons !== null
    if (!isShared) orphaned = undefined
    if (!staying.has(row.lineId)) {
      if (!isShared) orphaned = row
      continue
    }
    left.push(isShared && orphaned ? { ...row, cartons: orphaned.cartons } : row)
    if (orphaned) orphaned = undefined
  }
  return left
}
