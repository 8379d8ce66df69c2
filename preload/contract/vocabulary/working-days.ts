// Working days of an office (工作日): Monday to Friday but for public holidays, and the days at weekends that are worked in exchange (调休补班).
import { addDays, weekdayOf, type IsoDate } from './dates.ts'

/** A day that is not what its weekday says. */
export type SpecialDay = { day: IsoDate; off: boolean; name: string }
export type WorkCalendar = {
  isWorkingDay(day: IsoDate): boolean
  /** Whether the holidays of this year are known; a year that is not has its weekends alone. */
  knows(year: number): boolean
}

const isWeekend = (day: IsoDate): boolean => weekdayOf(day) > 4
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4))

/** A calendar of the special days of some years. */
export const workCalendar = (years: ReadonlyMap<number, readonly SpecialDay[]>): WorkCalendar => {
  const special = new Map([...years.values()].flat().map(({ day, off }) => [day, off]))
  return { isWorkingDay: (day) => !(special.get(day) ?? isWeekend(day)), knows: (year) => years.has(year) }
}

const nearest = (calendar: WorkCalendar, day: IsoDate, step: 1 | -1): IsoDate => {
  let at = day
  while (!calendar.isWorkingDay(at)) at = addDays(at, step)
  return at
}
/** The day itself where it is a working day, else the last one before it. */
export const workingDayBack = (calendar: WorkCalendar, day: IsoDate): IsoDate => nearest(calendar, day, -1)
/** The day itself where it is a working day, else the next one. */
export const workingDayForward = (calendar: WorkCalendar, day: IsoDate): IsoDate => nearest(calendar, day, 1)

/** So many working days after a day, which does not count itself; before it where `count` is negative. */
export const addWorkingDays = (calendar: WorkCalendar, day: IsoDate, count: number): IsoDate => {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; left--) at = nearest(calendar, addDays(at, step), step)
  return at
}
