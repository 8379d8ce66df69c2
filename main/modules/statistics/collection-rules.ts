// In how many days what is owed comes in (应收周转天数). Rule CU37, by count-back: months of revenue, the latest first, are taken off what is owed.
import { addMonths, daysBetween, monthEnd, monthOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'

export type DaysOutstanding = {
  /** One decimal. */
  days: string
  /** More than these: what is owed is older than all revenue that is known. */
  more: boolean
}

/** `receivable` and `revenue` (by month, '2026-03') in the same minor units; `first`: since when revenue is known. The running month has its days so far. */
export const daysOutstanding = (
  receivable: number,
  revenue: ReadonlyMap<string, number>,
  asOf: IsoDate,
  first: string,
): DaysOutstanding => {
  let left = receivable
  let days = new Decimal(0)
  for (let month = monthOf(asOf); month >= first && left > 0; month = monthOf(addMonths(`${month}-01`, -1))) {
    const end = monthEnd(`${month}-01`)
    const length = daysBetween(`${month}-01`, end < asOf ? end : asOf) + 1
    const earned = Math.max(0, revenue.get(month) ?? 0)
    if (left < earned) return { days: fixedText(days.plus(new Decimal(length).times(left).div(earned)), 1), more: false }
    left -= earned
    days = days.plus(length)
  }
  return { days: fixedText(days, 1), more: left > 0 }
}

/** The simple one: what is owed by the revenue of 365 days. Null without revenue. */
export const simpleDays = (receivable: number, revenueOfYear: number): string | null =>
  revenueOfYear <= 0 ? null : fixedText(new Decimal(receivable).times(365).div(revenueOfYear), 1)
