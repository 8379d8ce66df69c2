// Cartons: the one arithmetic of their volume.
import { Decimal, decimalTextOf } from './decimal.ts'

const isMeasure = (text: string): boolean => /^\d{1,9}(\.\d{1,3})?$/.test(text)

/** Volume of a carton in m³, up to six decimals half-up, from its outer measures in cm (domain.md 6); undefined while one is missing or zero. */
export const cartonVolume = (length: string, width: string, height: string): string | undefined => {
  const sides = [length, width, height]
  if (!sides.every(isMeasure)) return undefined
  const volume = sides.reduce((product, side) => product.times(side), new Decimal(1)).div(1_000_000)
  return volume.isZero() ? undefined : decimalTextOf(volume.toDecimalPlaces(6))
}
