// What a figure is made of while it is added up, and how it is said: exact whole numbers, "–" (null) where there is no divisor or no single unit. CU2, CU3, CU6.
import type { Cell } from '../../../preload/contract/define/index.ts'
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal, fixedText, PLACES, scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { Measure } from '../../records/facts.ts'

/** Sums by what they are within (a currency, a unit; '' for everything else), and the ids that were counted. */
export type Amount = { sums: Map<string, [value: number, divisor: number]>; ids: Set<string> | null }
export const nothing = (): Amount => ({ sums: new Map(), ids: null })

/** Adds facts to an amount; null sums are no facts. */
export const addFacts = (to: Amount, kind: Measure['kind'], within: string, value: number | null, divisor: number | null): void => {
  if (kind === 'distinct') (to.ids ??= new Set()).add(within)
  else if (value !== null) {
    const [v, d] = to.sums.get(within) ?? [0, 0]
    to.sums.set(within, [v + value, d + (divisor ?? 0)])
  }
}
export const addAmount = (to: Amount, from: Amount): void => {
  for (const [within, [v, d]] of from.sums) {
    const [tv, td] = to.sums.get(within) ?? [0, 0]
    to.sums.set(within, [tv + v, td + d])
  }
  if (from.ids) for (const id of from.ids) (to.ids ??= new Set()).add(id)
}
export const isNothing = ({ sums, ids }: Amount): boolean => sums.size === 0 && ids === null

export type Format = Pick<Measure, 'kind' | 'unit' | 'places'> & {
  base: string
  own: boolean
  /** The only unit in the whole answer, for figures without facts; '' for what has none, null where there are several. */
  sole: string | null
}

/** The currencies or units that an amount is in; of a stock what is settled is in none (CU7). */
export const unitsOf = ({ sums }: Amount, { kind }: Pick<Format, 'kind'>): string[] =>
  [...sums].flatMap(([within, [value]]) => (kind === 'stock' && value === 0 ? [] : [within]))
const single = (amount: Amount, format: Format): [within: string, value: number, divisor: number] | null => {
  // Nearly every figure is in one unit, and there are many of them.
  if (amount.sums.size === 1 && format.kind !== 'stock') {
    const [[within, [value, divisor]]] = amount.sums as unknown as [[string, [number, number]]]
    return [within, value, divisor]
  }
  const [within = format.sole ?? (amount.sums.size === 1 ? [...amount.sums.keys()][0] : undefined), ...more] = unitsOf(amount, format)
  return within === undefined || more.length > 0 ? null : [within, ...(amount.sums.get(within) ?? ([0, 0] as const))]
}

/** The exact value: of money in minor units. Null where it has none. */
export const exactOf = (amount: Amount, format: Format): Decimal | null => {
  if (format.kind === 'distinct') return new Decimal(amount.ids?.size ?? 0)
  const found = single(amount, format)
  if (!found) return null
  const [within, value, divisor] = found
  if (format.kind !== 'ratio') return new Decimal(value)
  if (divisor <= 0) return null
  const ratio = new Decimal(value).div(divisor)
  if (format.unit === 'percent') return ratio.times(100)
  if (format.unit === 'price') return ratio.times(new Decimal(10).pow(PLACES.quantity - minorUnits(format.base)))
  // Base currency for one unit of the foreign one: both are counted in their own minor units.
  return format.unit === 'rate' ? ratio.times(new Decimal(10).pow(minorUnits(within) - minorUnits(format.base))) : ratio
}

/** A value as it is answered; `currency` is that of an amount of its own. */
export const cellOf = (value: Decimal | null, format: Format, currency: string): Cell => {
  if (value === null) return null
  if (format.kind === 'ratio') return fixedText(value, format.places ?? 2)
  if (format.unit === 'money') return money(value.toNumber(), format.own ? currency : format.base)
  return format.unit === 'quantity' ? scaledText(value.toNumber(), 'quantity') : value.toNumber()
}
/** The currency, or unit, that an amount is in; null where it is in several. */
export const withinOf = (amount: Amount, format: Format): string | null => single(amount, format)?.[0] ?? null

/** Per cent with two decimals, half-up away from zero; null where the divisor is not above zero (CU6). */
export const percentText = (part: Decimal, whole: Decimal | null): string | null =>
  whole === null || whole.lte(0) ? null : fixedText(part.times(100).div(whole), 2)
