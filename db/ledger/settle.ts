// How much base currency leaves with a part of an open item (L9). Pure arithmetic; the journals are made by main/modules/treasury.
import { Decimal, toInteger } from '../../preload/contract/vocabulary/decimal.ts'

export type Settled = { foreign: number; base: number; openForeign: number; openBase: number }

/**
 * Base amount that goes when `amount` (positive minor units of the item's currency) is taken from the item; carries the item's own sign.
 * A part goes at the item's own rate, half-up; the last part takes all that is left, so both currencies reach zero together.
 * Throws when more is taken than is open: the caller refuses that before.
 */
export const baseLeaving = (item: Settled, amount: number): number => {
  const open = Math.abs(item.openForeign)
  if (amount <= 0 || amount > open) throw new Error(`cannot take ${amount} of ${open}`)
  if (amount === open) return item.openBase
  const part = toInteger(new Decimal(item.base).times(amount).div(Math.abs(item.foreign)))
  // Rounding of many small parts may never overtake what is left.
  return Math.abs(part) > Math.abs(item.openBase) ? item.openBase : part
}
