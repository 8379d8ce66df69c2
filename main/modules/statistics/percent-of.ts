// A part of a whole as a list keeps it.
import { Decimal, fixedText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'

/** Scaled per cent with two decimals, half-up; null without a whole above zero (CU6). */
export const percentOf = (part: number, whole: number): number | null =>
  whole <= 0 ? null : toScaled(fixedText(new Decimal(part).times(100).div(whole), 2), 'percent')
