// What a person types into a date field, understood: 2026-11-23, 2026/11/23, 20261123, 261123, 11-23, 1123, 23, +30, with Chinese or full-width signs between.
import { addDays, addMonths, daysBetween, dateSchema, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { plain, type Parsed } from './typed-numbers.ts'

const two = (text: string) => text.padStart(2, '0')
const real = (year: string, month: string, day: string): IsoDate | null => {
  const date = `${year}-${two(month)}-${two(day)}`
  return dateSchema.safeParse(date).success ? date : null
}

/** The day of that month and day nearest to today: in December '1-5' is next January's, in January '12-30' last December's. */
const nearest = (month: string, day: string, today: IsoDate): IsoDate | null => {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((y) => real(String(y), month, day) ?? [])
  const far = (date: IsoDate) => Math.abs(daysBetween(today, date))
  return days.toSorted((a, b) => far(a) - far(b))[0] ?? null
}

const fromDigits = (digits: string, today: IsoDate): IsoDate | null => {
  switch (digits.length) {
    case 8:
      return real(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
    case 6:
      return real(`20${digits.slice(0, 2)}`, digits.slice(2, 4), digits.slice(4))
    case 4:
      return nearest(digits.slice(0, 2), digits.slice(2), today)
    case 1:
    case 2:
      return real(today.slice(0, 4), today.slice(5, 7), digits)
    default:
      return null
  }
}

/** Typed text → day, null for nothing. '+30' is thirty days from today. */
export const dateOf = (typed: string, today: IsoDate): Parsed<IsoDate | null> => {
  const text = plain(typed)
  if (text === '') return { ok: true, value: null }
  const relative = /^([+-])(\d{1,4})$/.exec(text)
  if (relative) return { ok: true, value: addDays(today, Number(`${relative[1]}${relative[2]}`)) }
  // Words are no separators: of 'week 5' nobody knows the day.
  if (/[^\d\s\u5e74\u6708\u65e5\u53f7/.,、_-]/.test(text)) return { ok: false, rule: 'date' }
  const parts = text.split(/\D+/).filter((part) => part !== '')
  const [first = '', second = '', third = ''] = parts
  const date =
    parts.length === 3
      ? real(first.length === 2 ? `20${first}` : first, second, third)
      : parts.length === 2
        ? nearest(first, second, today)
        : parts.length === 1
          ? fromDigits(first, today)
          : null
  return date === null ? { ok: false, rule: 'date' } : { ok: true, value: date }
}

/** So many months later, as far as a day may lie. */
export const monthsLater = (date: IsoDate, months: number): IsoDate => {
  const later = addMonths(date, months)
  return dateSchema.safeParse(later).success ? later : date
}
