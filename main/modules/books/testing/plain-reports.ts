// What the reports of a day should say, from the model's journals alone: items, ageing and balances by party, banks, trial balance (T12, T38, T39).
import { half } from './plain-numbers.ts'
import { sideOf, waits, type Item, type PlainBooks } from './plain-books.ts'

type Side = 'receivable' | 'payable'
type Stood = { item: Item; open: number; base: number; met: number; metBase: number }
export type Figures = Record<string, number>
const BOUNDARIES = [5, 10, 20, 30]
export const BUCKETS: number[] = [...BOUNDARIES]

/** Adds up and leaves out what is zero, so that a report's rows of nothing and no row are the same. */
export const sumUp = (entries: Iterable<readonly [string, number]>): Figures => {
  const sums: Figures = {}
  for (const [key, n] of entries) sums[key] = (sums[key] ?? 0) + n
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0))
}

/** What of an owed item this money is meant for (T38): its contract's, or its deal's where the money names no contract. */
const meantFor = (money: Item, owed: Item): number => {
  if (money.contract === null) return owed.deal === money.deal ? Infinity : 0
  if (owed.contract !== null) return owed.contract === money.contract ? Infinity : 0
  return owed.parts?.get(money.contract) ?? 0
}
/** T38: money that lies there for a contract meets what that contract owes, what is due first before the rest; a contract's own money goes first. */
const meet = (stood: Stood[]): void => {
  const owed = stood
    .filter((s) => !waits(s.item) && s.open > 0)
    .toSorted((a, b) => (a.item.due < b.item.due ? -1 : a.item.due > b.item.due ? 1 : 0))
  const money = stood.filter((s) => waits(s.item) && s.open < 0 && (s.item.contract !== null || s.item.deal !== null))
  const used = new Map<string, number>()
  for (const named of [true, false])
    for (const m of money.filter((s) => (s.item.contract !== null) === named)) {
      let left = -m.open
      for (const o of owed.filter((s) => s.item.party === m.item.party && s.item.currency === m.item.currency)) {
        const key = `${o.item.ref} ${m.item.contract}`
        const taken = Math.max(
          0,
          Math.min(
            left,
            o.open - o.met,
            meantFor(m.item, o.item) - (o.item.contract === null && m.item.contract !== null ? (used.get(key) ?? 0) : 0),
          ),
        )
        used.set(key, (used.get(key) ?? 0) + taken)
        o.met += taken
        left -= taken
      }
    }
  for (const o of owed) {
    const part = half(BigInt(Math.abs(o.item.base)) * BigInt(o.met), BigInt(Math.abs(o.item.foreign)))
    o.metBase = o.met === o.open ? o.base : Math.min(part, o.base)
  }
}

/** Items of a side that stood open at the end of a day, positive for what the side is about. */
const standing = (books: PlainBooks, side: Side, on: string): Stood[] => {
  const sign = side === 'receivable' ? 1 : -1
  const stood = books.items
    .filter((item) => sideOf(item) === side)
    .map((item): Stood => {
      const { foreign, base } = books.stood(item, on)
      return { item, open: sign * foreign || 0, base: sign * base || 0, met: 0, metBase: 0 }
    })
    .filter((s) => s.open !== 0 || s.base !== 0)
  meet(stood)
  return stood
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const bucketOf = (age: number): string => {
  if (age <= 0) return 'notDue'
  const at = BOUNDARIES.findIndex((upper) => age <= upper)
  return `bucket${at < 0 ? BOUNDARIES.length + 1 : at + 1}`
}
const nameOf = ({ item }: Stood): string => (item.revalues ? `revaluation ${item.party} ${item.due} ${item.currency}` : item.ref)

export const plainReports = (books: PlainBooks, side: Side, on: string) => {
  const stood = standing(books, side, on)
  return {
    items: sumUp(
      stood.flatMap((s) => [
        [`${nameOf(s)} open`, s.open] as const,
        [`${nameOf(s)} base`, s.base] as const,
        [`${nameOf(s)} met`, s.met] as const,
      ]),
    ),
    ageing: sumUp(
      stood.flatMap((s) => {
        const at = (column: string) => `${s.item.party} ${column}`
        const age = days(s.item.due, on)
        const owed = s.base - s.metBase
        return [
          [at('total'), s.base] as const,
          [at(waits(s.item) ? 'advances' : bucketOf(age)), owed] as const,
          [at('overdue'), waits(s.item) || age <= 0 ? 0 : owed] as const,
          [at('met'), s.metBase] as const,
        ]
      }),
    ),
    parties: sumUp(
      stood.flatMap((s) => {
        const at = (column: string) => `${s.item.party} ${s.item.currency} ${column}`
        return [
          [at('balance'), s.open] as const,
          [at('balanceBase'), s.base] as const,
          [at(waits(s.item) ? 'advances' : 'invoiced'), s.open] as const,
          [at('met'), s.met] as const,
          [at('overdue'), waits(s.item) || days(s.item.due, on) <= 0 ? 0 : s.open - s.met] as const,
        ]
      }),
    ),
  }
}
