// How much of a year falls to each month. Rule CU36; the formula is the design's: the mean of ratios, so that a big year does not rule.
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'

const YEAR = 12
type Month = string
/** A month as a running number, and back. */
const numberOf = (month: Month): number => Number(month.slice(0, 4)) * YEAR + Number(month.slice(5, 7)) - 1
const monthAt = (number: number): Month => `${Math.floor(number / YEAR)}-${String((number % YEAR) + 1).padStart(2, '0')}`

export type Season = {
  /** January to December, per cent of a month's equal part of its year, one decimal; null where there is no year. */
  index: (string | null)[]
  /** So many years are in it. */
  years: number
}

/**
 * `values`: whole numbers by month ('2026-03'). Years are twelve months each, back from `last` (the last whole month) to `first` (since when anything is known);
 * one whose sum is not above zero says nothing.
 */
export const seasonOf = (values: ReadonlyMap<Month, number>, { first, last }: { first: Month; last: Month }): Season => {
  const ratios: Decimal[][] = Array.from({ length: YEAR }, () => [])
  let years = 0
  for (let from = numberOf(last) - YEAR + 1; from >= numberOf(first); from -= YEAR) {
    const months = Array.from({ length: YEAR }, (_, at) => from + at)
    const sum = months.reduce((all, month) => all + (values.get(monthAt(month)) ?? 0), 0)
    if (sum <= 0) continue
    years += 1
    for (const month of months) ratios[month % YEAR]!.push(new Decimal(values.get(monthAt(month)) ?? 0).times(YEAR * 100).div(sum))
  }
  const mean = (of: readonly Decimal[]) =>
    of.length === 0 ? null : fixedText(of.reduce((sum, one) => sum.plus(one), new Decimal(0)).div(of.length), 1)
  return { index: ratios.map(mean), years }
}
