// Periods that are chosen by a word and not by two days: they move with the company's day, so a view kept under "this month" is right next month too.
import { addDays, addMonths, monthEnd, monthOf, weekdayOf, type IsoDate } from './dates.ts'

export const PERIODS = [
  'today',
  'this-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'last-30-days',
  'last-90-days',
  'next-7-days',
  'next-30-days',
] as const
export type Period = (typeof PERIODS)[number]

const monthStart = (date: IsoDate): IsoDate => `${monthOf(date)}-01`
/** The first day of the month so many months before (or after) a day's own. */
const monthFrom = (date: IsoDate, months: number): IsoDate => addMonths(monthStart(date), months)
const quarterStart = (date: IsoDate): IsoDate => monthFrom(date, -((Number(date.slice(5, 7)) - 1) % 3))

/** First and last day of a period as it is on the company's day; weeks begin on Monday, "last 30 days" end today, "next 30 days" begin today. Q21. */
export const periodDays = (period: Period, today: IsoDate): { from: IsoDate; to: IsoDate } => {
  const months = (from: IsoDate, count: number) => ({ from, to: monthEnd(monthFrom(from, count - 1)) })
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'this-week':
      return { from: addDays(today, -weekdayOf(today)), to: addDays(today, 6 - weekdayOf(today)) }
    case 'this-month':
      return months(monthStart(today), 1)
    case 'last-month':
      return months(monthFrom(today, -1), 1)
    case 'this-quarter':
      return months(quarterStart(today), 3)
    case 'last-quarter':
      return months(monthFrom(quarterStart(today), -3), 3)
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
    case 'last-year': {
      const year = String(Number(today.slice(0, 4)) - 1).padStart(4, '0')
      return { from: `${year}-01-01`, to: `${year}-12-31` }
    }
    case 'last-30-days':
      return { from: addDays(today, -29), to: today }
    case 'last-90-days':
      return { from: addDays(today, -89), to: today }
    case 'next-7-days':
      return { from: today, to: addDays(today, 6) }
    case 'next-30-days':
      return { from: today, to: addDays(today, 29) }
  }
}
