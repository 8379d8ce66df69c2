// How customers are classed: by what they order (ABC), how lately, often and much (RFM), and whether they still keep to their own rhythm. Pure. Rules CU30 to CU33.
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { CUSTOMER_LIFECYCLE, CUSTOMER_GROUPS, RHYTHMS } from '../../../preload/contract/modules/statistics/calls.ts'
import { addDays, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

export type Rhythm = (typeof RHYTHMS)[number]
export type Class = 'A' | 'B' | 'C'

/** Of the whole: who begins below the border belongs to the better class. */
const [A_BELOW, B_BELOW] = [80, 95]

/**
 * CU30. Classes by value, the greatest first. A: what stands before a member is less than 80 % of all that is positive, B: less than 95 %. Equal values share
 * the class of the first; what is not above zero is C.
 */
export const abcOf = (values: ReadonlyMap<string, number>): Map<string, Class> => {
  const sorted = [...values].toSorted(([a, x], [b, y]) => y - x || compareTexts(a, b))
  const all = sorted.reduce((sum, [, value]) => sum + Math.max(0, value), 0)
  const classes = new Map<string, Class>()
  let before = 0
  let last: { value: number; of: Class } | undefined
  for (const [key, value] of sorted) {
    const own: Class = value <= 0 ? 'C' : 100 * before < A_BELOW * all ? 'A' : 100 * before < B_BELOW * all ? 'B' : 'C'
    const of = last?.value === value ? last.of : own
    classes.set(key, of)
    last = { value, of }
    before += Math.max(0, value)
  }
  return classes
}

/** Fewer say nothing of each other. */
const LEAST_SCORED = 5
/** CU31. 1 to 5 by how many of the others are strictly worse; equal values, equal score. `greater`: whether more is better. Null for fewer than five. */
export const scoresOf = (values: ReadonlyMap<string, number>, greater: boolean): Map<string, number> | null => {
  if (values.size < LEAST_SCORED) return null
  const sorted = [...values.values()].toSorted((a, b) => (greater ? a - b : b - a))
  const worse = new Map<number, number>()
  for (const [at, value] of sorted.entries()) if (!worse.has(value)) worse.set(value, at)
  return new Map([...values].map(([key, value]) => [key, 1 + Math.floor((5 * worse.get(value)!) / values.size)]))
}

const isHigh = (score: number): '0' | '1' => (score >= 4 ? '1' : '0')
const GROUPS: Readonly<Record<string, (typeof CUSTOMER_GROUPS)[number]>> = {
  ...{ '111': 'key-value', '011': 'key-keep', '101': 'key-develop', '001': 'key-win-back' },
  ...{ '110': 'plain-value', '010': 'plain-keep', '100': 'plain-develop', '000': 'plain-win-back' },
}
export type Rfm = { recency: number; frequency: number; money: number; group: (typeof CUSTOMER_GROUPS)[number] }
/** What a customer is scored by: days since the last order, order days, orders less credit notes. */
export type Scored = { key: string; silent: number; orderDays: number; net: number }
/** CU31. The scores of each, and the group by which of them are high (4 or 5). Who has brought nothing in the end scores 1 for money. Empty for fewer than five. */
export const rfmOf = (customers: readonly Scored[]): Map<string, Rfm> => {
  const by = (of: (one: Scored) => number, greater: boolean) => scoresOf(new Map(customers.map((one) => [one.key, of(one)])), greater)
  const recencies = by(({ silent }) => silent, false)
  const frequencies = by(({ orderDays }) => orderDays, true)
  const amounts = by(({ net }) => net, true)
  if (!recencies || !frequencies || !amounts) return new Map()
  return new Map(
    customers.map(({ key, net }) => {
      const [recency, frequency, money] = [recencies.get(key)!, frequencies.get(key)!, net <= 0 ? 1 : amounts.get(key)!]
      return [key, { recency, frequency, money, group: GROUPS[`${isHigh(recency)}${isHigh(frequency)}${isHigh(money)}`]! }]
    }),
  )
}

/** CU32. The median of the gaps between order days in half days, and their sum and count for the mean; null with fewer than two order days. */
export const cycleOf = (days: readonly IsoDate[]): { halves: number; sum: number; count: number } | null => {
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at]!, day))
  if (gaps.length === 0) return null
  const sorted = gaps.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const halves = sorted.length % 2 === 1 ? 2 * sorted[middle]! : sorted[middle - 1]! + sorted[middle]!
  return { halves, sum: gaps.reduce((a, b) => a + b, 0), count: gaps.length }
}

/** Lost: silent for more than three cycles and at least 180 days; drifting: more than one and a half, and at least 30. */
const [LOST, LOST_DAYS, DRIFTING, DRIFTING_DAYS] = [3, 180, 1.5, 30]
/** CU33. Whether a customer keeps to their own rhythm on a day; equal is not greater. With one or two order days nobody can say. */
export const rhythmOf = (days: readonly IsoDate[], asOf: IsoDate): Rhythm => {
  const cycle = cycleOf(days)
  if (cycle === null || days.length < 3) return 'too-few'
  const silent = daysBetween(days.at(-1)!, asOf)
  if (2 * silent > LOST * cycle.halves && silent >= LOST_DAYS) return 'lost'
  return 2 * silent > DRIFTING * cycle.halves && silent >= DRIFTING_DAYS ? 'drifting' : 'in-rhythm'
}

/** Who has been silent for longer than this and orders again is won back. */
const REACTIVATED_AFTER = 365
/** CU34. What a customer is in a period, by its first order day there and the last one before it. */
export const lifecycleOf = (before: IsoDate | undefined, first: IsoDate): (typeof CUSTOMER_LIFECYCLE)[number] =>
  before === undefined ? 'new' : daysBetween(before, first) > REACTIVATED_AFTER ? 'reactivated' : 'repeat'

/** What was ordered in the 365 days that end on the last order day: what is at risk when they do not come back. `ordered`: minor units by day. */
export const yearToLast = (ordered: ReadonlyMap<IsoDate, number>, last: IsoDate): number => {
  const from = addDays(last, -364)
  return [...ordered].reduce((sum, [day, minor]) => (day >= from ? sum + minor : sum), 0)
}
