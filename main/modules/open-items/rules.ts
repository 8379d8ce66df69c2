// The arithmetic of open items: what may give and what may be settled, exchange differences, ageing buckets. No database, no clock.
import { SIDE, sideOf as ledgerSideOf, type Side } from '../../../db/ledger/sides.ts'
import { baseCleared } from '../../../db/ledger/clearing.ts'
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

/** Which side an item is applied on (T7); null for tax refunds and for unclaimed money, which is claimed first. */
export const sideOf = (item: { account: string; kind: string }): Side | null => (item.kind === 'unclaimed' ? null : ledgerSideOf(item))
export const canGive = (item: { account: string; kind: string }): boolean => {
  const side = sideOf(item)
  return side !== null && item.kind !== 'refund' && (SIDE[side].waiting as readonly string[]).includes(item.kind)
}
export const canBeCleared = (item: { account: string; kind: string }): boolean => {
  const side = sideOf(item)
  return side !== null && (SIDE[side].owed as readonly string[]).includes(item.kind)
}

type Part = { foreign: number; base: number; openForeign: number; openBase: number }
export type Applied = { sourceBase: number; targetBase: number; difference: number }
/**
 * The exchange difference of what leaves two items in base, each at its own rate (T8): a gain is positive. For a receivable it is
 * amount × (rate of receipt − rate of invoice), for a payable the reverse.
 */
export const gainOf = (sourceBase: number, targetBase: number): number =>
  // The two leave with opposite signs; what is left over goes to 6603, where a gain stands in credit.
  -(sourceBase + targetBase) || 0

/** What one item applied to another comes to as both stand now. */
export const apply = (source: Part, sourceAmount: number, target: Part, amount: number): Applied => {
  const sourceBase = baseCleared(source, sourceAmount)
  const targetBase = baseCleared(target, amount)
  return { sourceBase, targetBase, difference: gainOf(sourceBase, targetBase) }
}

export type Bucket = { from: IsoDate | null; to: IsoDate | null; label: string }
/**
 * The ageing buckets as spans of the basis date, both ends included (T12): 1 to n days old, the next, …, and older than the last boundary.
 * What is dated on or after the day itself is not due.
 */
export const bucketsAsOf = (asOf: IsoDate, boundaries: readonly number[]): Bucket[] => [
  ...boundaries.map((upper, i) => {
    const lower = (boundaries[i - 1] ?? 0) + 1
    return { from: addDays(asOf, -upper), to: addDays(asOf, -lower), label: `${lower}–${upper}` }
  }),
  { from: null, to: addDays(asOf, -(boundaries.at(-1) ?? 0) - 1), label: `>${boundaries.at(-1) ?? 0}` },
]
