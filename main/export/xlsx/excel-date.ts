// Calendar days and times as Excel's serial numbers.

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z)?)?$/
const EPOCH_DAYS = 25_569 // 1970-01-01 as a serial number
const FIRST_DAY = 61 // 1900-03-01: Excel believes in a 29 February 1900, so that earlier days are off by one
const DAY_SECONDS = 86_400

const QUARTER_HOUR = 900_000
/** Days and offsets remembered while a list passes: it has few different ones. */
const REMEMBERED = 20_000

/** Gives the milliseconds a zone is ahead of UTC at an instant. Zones change on quarter hours only, so that one answer serves for each. */
const zoneOffsets = (timeZone: string): ((instant: number) => number) => {
  const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const known = new Map<number, number>()
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER_HOUR)
    const kept = known.get(quarter)
    if (kept !== undefined) return kept
    const start = quarter * QUARTER_HOUR
    const offset = Date.parse(`${wallClock.format(start).replace(' ', 'T')}Z`) - start
    if (known.size >= REMEMBERED) known.clear()
    known.set(quarter, offset)
    return offset
  }
}

/** Days since 1970 of a real calendar day, else undefined. */
const dayNumber = (year: number, month: number, day: number): number | undefined => {
  const time = new Date(Date.UTC(year, month - 1, day))
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? time.getTime() / (DAY_SECONDS * 1000) : undefined
}

/** Gives the serial number of a date text, or undefined when it is no date or none that Excel can show (before 1900-03-01): the caller then writes the text. */
export type ToSerial = (text: string) => number | undefined

/** Serial numbers of days and wall times; an instant ('…Z') is first moved into `timeZone`. */
export const serialIn = (timeZone: string): ToSerial => {
  const offsetAt = zoneOffsets(timeZone)
  const days = new Map<string, number | undefined>()
  const read = (text: string): number | undefined => {
    const part = PATTERN.exec(text)
    if (!part) return undefined
    const day = dayNumber(Number(part[1]), Number(part[2]), Number(part[3]))
    if (day === undefined) return undefined
    const [hours, minutes, seconds] = [Number(part[4] ?? 0), Number(part[5] ?? 0), Number(part[6] ?? 0)]
    if (hours > 23 || minutes > 59 || seconds > 59) return undefined
    const wall = (day * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds) * 1000
    const serial = EPOCH_DAYS + (part[8] === undefined ? wall : wall + offsetAt(wall)) / (DAY_SECONDS * 1000)
    return serial < FIRST_DAY ? undefined : serial
  }
  return (text) => {
    if (hasTime(text)) return read(text)
    if (days.has(text)) return days.get(text)
    if (days.size >= REMEMBERED) days.clear()
    const serial = read(text)
    days.set(text, serial)
    return serial
  }
}

/** True when the text carries a time of day. */
export const hasTime = (text: string): boolean => text.length > 10
