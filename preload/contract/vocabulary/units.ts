// Units of measure: a code of the table of units, and how many of the unit in which goods are bought make how many of the unit in which they are sold.
import { z } from 'zod'
import { Decimal, quantitySchema, scaledText, toInteger, toScaled } from './decimal.ts'

/** Codes are written in capitals. That it is one of the table is for the office to say. */
export const unitSchema = z.string().trim().toUpperCase().min(1, 'required').max(20)

/** 1 carton = 10 pieces is { bought: '1', sold: '10' }; 12 pieces = 1 dozen is { bought: '12', sold: '1' }. */
export const conversionSchema = z
  .strictObject({ bought: quantitySchema, sold: quantitySchema })
  .describe('so many units of this line are so many units of the sales line it is bought for')
export type Conversion = z.infer<typeof conversionSchema>

/** The same as stored: scaled quantities. Equal numbers: one unit is one unit. */
export type UnitRatio = { unitsBought: number; unitsSold: number }
export const ONE_TO_ONE: UnitRatio = { unitsBought: 10_000, unitsSold: 10_000 }
/** One to one as it was stated between two units that differ, so that it is not taken for nothing stated. */
const STATED_ONE_TO_ONE: UnitRatio = { unitsBought: 20_000, unitsSold: 20_000 }
/** Nothing is stated: the line has the unit of its sales line, or should have. */
export const isUnstated = ({ unitsBought, unitsSold }: UnitRatio): boolean =>
  unitsBought === ONE_TO_ONE.unitsBought && unitsSold === ONE_TO_ONE.unitsSold
/** 1:10 and 2:20 say the same. */
export const sameRatio = (a: UnitRatio, b: UnitRatio): boolean =>
  BigInt(a.unitsBought) * BigInt(b.unitsSold) === BigInt(b.unitsBought) * BigInt(a.unitsSold)

const times = (quantity: number, by: number, over: number): number =>
  by === over ? quantity : toInteger(new Decimal(quantity).times(by).div(over))

/** A scaled quantity of a purchase line in the unit of its sales line, half-up to four decimals. Take it of sums, not of parts: parts round. */
export const inSoldUnits = (quantity: number, { unitsBought, unitsSold }: UnitRatio): number => times(quantity, unitsSold, unitsBought)
/** A scaled quantity of the sales line in the unit of its purchase line, half-up to four decimals. */
export const inBoughtUnits = (quantity: number, { unitsBought, unitsSold }: UnitRatio): number => times(quantity, unitsBought, unitsSold)

const text = (scaled: number): string => scaledText(scaled, 'quantity')
/** '1:10', bought before sold; null where nothing is stated. */
export const ratioText = (ratio: UnitRatio): string | null => {
  if (isUnstated(ratio)) return null
  return ratio.unitsBought === ratio.unitsSold ? '1:1' : `${text(ratio.unitsBought)}:${text(ratio.unitsSold)}`
}
/** Of a conversion as it was typed; none is one to one. */
export const ratioOf = (conversion: Conversion | null | undefined): UnitRatio => {
  if (!conversion) return ONE_TO_ONE
  const ratio = { unitsBought: toScaled(conversion.bought, 'quantity'), unitsSold: toScaled(conversion.sold, 'quantity') }
  return ratio.unitsBought === ratio.unitsSold ? STATED_ONE_TO_ONE : ratio
}
/** What `ratioText` has written, read back. */
export const conversionOfText = (written: string | null | undefined): Conversion | null => {
  const [bought, sold] = written?.split(':') ?? []
  return bought && sold ? { bought, sold } : null
}

/**
 * Price of one `unit` by what a purchase line says: its own price in its own unit, converted in that of the sales line it was bought for (scaled, half-up);
 * undefined in any other unit, because nobody said how the two stand.
 */
export const priceIn = (unit: string, line: UnitRatio & { price: number; unit: string; salesUnit: string | null }): number | undefined => {
  if (unit === line.unit) return line.price
  return unit === line.salesUnit ? times(line.price, line.unitsBought, line.unitsSold) : undefined
}
