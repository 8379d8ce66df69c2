// The part of an amount that somebody has, for statements that cut rows by agreed shares.
import { Decimal } from '../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../preload/contract/vocabulary/money.ts'

const known = new Map<string, readonly Decimal[]>()
const MOST = 1000
/** Few different lists of weights stand against many amounts. */
const weightsOf = (text: string): readonly Decimal[] => {
  const found = known.get(text)
  if (found) return found
  if (known.size >= MOST) known.clear()
  const weights = (JSON.parse(text) as number[]).map((weight) => new Decimal(weight))
  known.set(text, weights)
  return weights
}

/** Of `amount` (minor units) the part at this place of the weights, a JSON list of whole numbers: the parts of all places add up to it. */
export const partOf = (amount: number, weights: string, at: number): number => shareOut(amount, weightsOf(weights))[at] ?? 0
