// Days, weeks, months, quarters, halves and years of the company (CU17): how facts fall into them, which there are in a period, and what they are compared with.
import { sql, type RawBuilder } from 'kysely'
import { addDays, addMonths, daysBetween, monthEnd, weekdayOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { periodDays } from '../../../preload/contract/vocabulary/periods.ts'
import type { Question } from '../../../preload/contract/modules/statistics/calls.ts'
import type { DayRange } from '../../records/facts.ts'

export const TIMES = ['day', 'week', 'month', 'quarter', 'half', 'year', 'fiscal-year', 'weekday'] as const
export type Time = (typeof TIMES)[number]
export const isTime = (name: string | null): name is Time => (TIMES as readonly (string | null)[]).includes(name)

const year = sql`substr(f.day, 1, 4)`
const month = sql`cast(substr(f.day, 6, 2) as integer)`
/** The bucket of a fact's day as SQL, the same as `bucketOf` gives. */
export const bucketSql = (time: Time, yearBegins: number): RawBuilder<unknown> => {
  switch (time) {
    case 'day':
      return sql`f.day`
    case 'week':
      return sql`strftime('%G-W%V', f.day)`
    case 'month':
      return sql`substr(f.day, 1, 7)`
    case 'quarter':
      return sql`${year} || '-Q' || ((${month} + 2) / 3)`
    case 'half':
      return sql`${year} || '-H' || ((${month} + 5) / 6)`
    case 'year':
      return year
    case 'fiscal-year':
      return sql`cast(${year} - (${month} < ${sql.lit(yearBegins)}) as text)`
    case 'weekday':
      return sql`strftime('%u', f.day)`
  }
}

const isoWeek = (day: IsoDate): string => {
  const thursday = addDays(day, 3 - weekdayOf(day))
  return `${thursday.slice(0, 4)}-W${String(Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1).padStart(2, '0')}`
}
export const bucketOf = (time: Time, day: IsoDate, yearBegins: number): string => {
  const [y = '', m = ''] = day.split('-')
  switch (time) {
    case 'day':
      return day
    case 'week':
      return isoWeek(day)
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${y}-Q${Math.ceil(Number(m) / 3)}`
    case 'half':
      return `${y}-H${Math.ceil(Number(m) / 6)}`
    case 'year':
      return y
    case 'fiscal-year':
      return String(Number(y) - (Number(m) < yearBegins ? 1 : 0))
    case 'weekday':
      return String(weekdayOf(day) + 1)
  }
}

export type Bucket = { key: string; to: IsoDate }
/** More than any answer shows: past so many it goes no further. */
const MOST = 2500
/** All buckets that a range touches, each with its last day within it. Weekdays are always seven. */
export const bucketsIn = (time: Time, { from, to }: DayRange, yearBegins: number): Bucket[] => {
  if (time === 'weekday') return ['1', '2', '3', '4', '5', '6', '7'].map((key) => ({ key, to }))
  const buckets: Bucket[] = []
  for (let day = from; day <= to && buckets.length < MOST; ) {
    const key = bucketOf(time, day, yearBegins)
    // A bucket longer than a week ends with a month: no need to look at each of its days.
    let end = time === 'day' ? day : time === 'week' ? addDays(day, 6 - weekdayOf(day)) : monthEnd(day)
    while (time !== 'day' && time !== 'week' && end < to && bucketOf(time, addDays(end, 1), yearBegins) === key)
      end = monthEnd(addDays(end, 1))
    buckets.push({ key, to: end < to ? end : to })
    day = addDays(end, 1)
  }
  return buckets
}

/** What people call a bucket: a fiscal year that begins within a year by both (1996/97). */
export const bucketLabel = (time: Time, key: string, yearBegins: number): string =>
  time === 'fiscal-year' && yearBegins > 1 ? `${key}/${String(Number(key) + 1).slice(2)}` : key

/** The same day a year before; 29 February is the 28th. */
const yearBefore = (day: IsoDate): IsoDate => addMonths(day, -12)
const isMonthStart = (day: IsoDate) => day.endsWith('-01')
const monthsBetween = (a: IsoDate, b: IsoDate) =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))

export type Ranges = {
  range: DayRange
  compared: DayRange | null /** The whole period and what it is compared with, before they end with today. */
  whole: DayRange
}
/** The days that are asked for and those they are compared with (CU18). */
export const rangesOf = (question: Question, today: IsoDate): Ranges => {
  const { period, compare, upToToday } = question
  const whole = typeof period === 'string' ? periodDays(period, today) : period
  const cut = upToToday && whole.from <= today && today < whole.to
  const range = cut ? { from: whole.from, to: today } : whole
  if (compare === 'none') return { range, compared: null, whole }
  if (typeof compare !== 'string') return { range, compared: compare, whole }
  if (compare === 'year-before') {
    // A whole month stays whole: its last day is that of the month a year before.
    const to = !cut && whole.to === monthEnd(whole.to) ? monthEnd(yearBefore(whole.to)) : yearBefore(range.to)
    return { range, compared: { from: yearBefore(range.from), to }, whole }
  }
  const months = isMonthStart(whole.from) && whole.to === monthEnd(whole.to) ? monthsBetween(whole.from, whole.to) + 1 : 0
  if (months === 0) {
    const days = daysBetween(range.from, range.to) + 1
    const back = daysBetween(whole.from, whole.to) + 1
    return { range, compared: { from: addDays(whole.from, -back), to: addDays(whole.from, days - back - 1) }, whole }
  }
  const from = addMonths(whole.from, -months)
  return {
    range,
    compared: { from, to: cut ? addMonths(today, -months) : monthEnd(addMonths(`${whole.to.slice(0, 7)}-01`, -months)) },
    whole,
  }
}

/** The bucket of the earlier period that stands against each: the same one a year before by its name, else by its place. Null: there is none. */
export const earlierBuckets = (
  time: Time,
  question: Question,
  now: readonly Bucket[],
  before: readonly Bucket[],
): Map<string, string | null> => {
  const known = new Set(before.map((b) => b.key))
  if (time === 'weekday') return new Map(now.map(({ key }) => [key, key]))
  return new Map(
    now.map(({ key }, at) => {
      if (question.compare !== 'year-before') return [key, before[at]?.key ?? null]
      const y = String(Number(key.slice(0, 4)) - 1).padStart(4, '0')
      const same = `${y}${key.slice(4)}`
      return [key, known.has(same) ? same : null]
    }),
  )
}
