// Business dates are plain calendar days 'YYYY-MM-DD', never instants: a due date has no time zone.
import { z } from 'zod'

const real = (s: string) => {
  const d = new Date(`${s}T00:00:00Z`)
  return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === s
}
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date')
  .refine((s) => real(s) && s >= '1980-01-01' && s <= '2199-12-31', 'date')
  .describe('calendar day YYYY-MM-DD')
export type IsoDate = string

/** What a day that a command takes says: that something has happened, or that something is to come, is promised or holds until then. */
export const dateClasses = z.registry<{ says: 'fact' | 'plan' }>()
/** A day on which something happened: at most the company's current day, or the command is refused (`date-out-of-order`). */
export const factDate = dateSchema.describe('calendar day YYYY-MM-DD that has come').register(dateClasses, { says: 'fact' })
/** A day that may lie ahead: due, promised, expected, valid from or until. */
export const planDate = dateSchema.describe('calendar day YYYY-MM-DD, which may lie ahead').register(dateClasses, { says: 'plan' })

const day = 86_400_000
const utc = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`)

export const addDays = (date: IsoDate, days: number): IsoDate => new Date(utc(date) + days * day).toISOString().slice(0, 10)
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((utc(to) - utc(from)) / day)
export const monthOf = (date: IsoDate): string => date.slice(0, 7)
/** The last day of a month, of the one that a day lies in. */
export const monthEnd = (date: IsoDate): IsoDate => addDays(`${addDays(`${monthOf(date)}-28`, 4).slice(0, 7)}-01`, -1)
/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: IsoDate): number => (new Date(utc(date)).getUTCDay() + 6) % 7
/** The same day `months` later (or earlier), the month's last day where there is no such day. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const month = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
  const last = monthEnd(`${month}-01`)
  const same = `${month}-${date.slice(8)}`
  return same > last ? last : same
}
/** Made once a time zone: making one costs more than most queries, and every command and query asks for its day. */
const calendars = new Map<string, Intl.DateTimeFormat>()
const calendarOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = calendars.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, made)
  return made
}
/**
 * Hours ahead of UTC of zones whose clocks nobody has turned since 1992: calculated by hand there, because the first calendar that a process makes costs
 * it a tenth of its start.
 */
const UNTURNED: Readonly<Record<string, number>> = { 'Asia/Shanghai': 8 }
const UNTURNED_SINCE = '1992-01-01'
const hour = 3_600_000
/** The day last told for a time zone, with the instants between which it lasts: all of one day's work asks for it. */
const lastDay = new Map<string, { day: IsoDate; from: string; to: string }>()
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** The company's calendar day at an instant (ISO text), in its time zone. */
export const dayIn = (timeZone: string, instant: string): IsoDate => {
  const known = lastDay.get(timeZone)
  const isPlain = INSTANT.test(instant)
  if (known && isPlain && known.from <= instant && instant < known.to) return known.day
  const ahead = UNTURNED[timeZone]
  const day =
    ahead !== undefined && isPlain && instant > UNTURNED_SINCE
      ? new Date(Date.parse(instant) + ahead * hour).toISOString().slice(0, 10)
      : calendarOf(timeZone).format(new Date(instant))
  if (isPlain) lastDay.set(timeZone, { day, from: dayStart(timeZone, day), to: dayStart(timeZone, addDays(day, 1)) })
  return day
}
/** An instant (ISO text) as 'YYYY-MM-DD HH:MM' by the company's clock. */
export const minuteIn = (timeZone: string, instant: string): string => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dayIn(timeZone, instant)} ${clock.format(new Date(instant))}`
}
/** The hour (0 to 23) on a time zone's clock at an instant (ISO). */
export const hourIn = (timeZone: string, instant: string): number =>
  Math.floor((Date.parse(instant) - Date.parse(dayStart(timeZone, dayIn(timeZone, instant)))) / hour)

/** The instant (ISO) at which a calendar day begins in a time zone. */
export const dayStart = (timeZone: string, date: IsoDate): string => {
  const unturned = UNTURNED[timeZone]
  if (unturned !== undefined && date > UNTURNED_SINCE) return new Date(utc(date) - unturned * hour).toISOString()
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  // How far the zone's clock is ahead of UTC at an instant; asked twice, because the first guess may stand on the other side of a clock change.
  const ahead = (instant: number) => {
    const part = Object.fromEntries(clock.formatToParts(instant).map((p) => [p.type, p.value]))
    return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`) - instant
  }
  const guess = utc(date) - ahead(utc(date))
  return new Date(utc(date) - ahead(guess)).toISOString()
}

/** The instant (ISO) at which a time zone's clock shows this day and time; where the clock is turned over it, the one just beside. */
export const instantIn = (timeZone: string, date: IsoDate, time: string): string => {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const first = Date.parse(dayStart(timeZone, date)) + wanted - utc(date)
  const shown = Date.parse(`${minuteIn(timeZone, new Date(first).toISOString()).replace(' ', 'T')}:00Z`)
  return new Date(first + wanted - shown).toISOString()
}
