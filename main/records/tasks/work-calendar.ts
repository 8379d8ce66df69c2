// The office's calendar of working days: the years that come with the program, with the company's own tables in their place. Rule D20.
import holidays from '../../../db/reference/holidays-cn.json' with { type: 'json' }
import type { Sql } from '../../../db/open.ts'
import { workCalendar, type SpecialDay, type WorkCalendar } from '../../../preload/contract/vocabulary/working-days.ts'

type Shipped = { year: number; source: string; days: [string, number, string][] }
export type WorkYear = {
  specialDays: readonly SpecialDay[]
  notice: string
  refundUntil: string
  revision: number
  own: boolean
  known: boolean
}

const shipped = new Map(
  (holidays as Shipped[]).map(({ year, source, days }) => [
    year,
    { source, days: days.map(([day, off, name]): SpecialDay => ({ day, off: off === 1, name })) },
  ]),
)
/** Exports of a year are declared for refund by the filing of April of the next: law, so the office's table may say another day. */
const usualRefundDay = (year: number): string => `${year + 1}-04-30`

type Row = { year: number; specialDays: string; refundUntil: string | null; notice: string; revision: number }
const ownRows = (sql: Sql): Row[] =>
  sql.prepare('SELECT year, specialDays, refundUntil, notice, revision FROM work_year ORDER BY year').all() as Row[]
const daysOf = (row: Row | undefined, year: number): readonly SpecialDay[] | undefined => {
  const own = row && (JSON.parse(row.specialDays) as SpecialDay[] | null)
  return own ?? shipped.get(year)?.days
}

export const readWorkYear = (sql: Sql, year: number): WorkYear => {
  const row = ownRows(sql).find((one) => one.year === year)
  const days = daysOf(row, year)
  const own = row !== undefined && row.specialDays !== 'null'
  return {
    specialDays: days ?? [],
    known: days !== undefined,
    own,
    notice: own ? row.notice : (shipped.get(year)?.source ?? ''),
    refundUntil: row?.refundUntil ?? usualRefundDay(year),
    revision: row?.revision ?? 0,
  }
}

/** The years that come with the program, with these in their place. */
export const calendarWith = (own: readonly Row[]): WorkCalendar => {
  const years = new Map<number, readonly SpecialDay[]>([...shipped].map(([year, { days }]) => [year, days]))
  for (const row of own) {
    const days = daysOf(row, row.year)
    if (days) years.set(row.year, days)
  }
  return workCalendar(years)
}
export const readWorkCalendar = (sql: Sql): WorkCalendar => calendarWith(ownRows(sql))
