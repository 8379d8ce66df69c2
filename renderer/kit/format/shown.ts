// How numbers and days are shown: decimals stay text from end to end. Amounts: preload/contract/vocabulary/money-shown.ts.
import { groupDigits } from '../../../preload/contract/vocabulary/money-shown.ts'

export { amountShown, groupDigits, moneyShown } from '../../../preload/contract/vocabulary/money-shown.ts'

/** Decimal text with grouped digits; `places` pads with zeros up to that many decimals and cuts none. */
export const decimalShown = (text: string, places = 0): string => {
  const [whole = '', fraction = ''] = text.split('.')
  const padded = fraction.padEnd(places, '0')
  return groupDigits(padded === '' ? whole : `${whole}.${padded}`)
}

export const percentShown = (text: string): string => (text === '' ? '' : `${decimalShown(text)} %`)

const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (timeZone: string) => {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, made)
  return made
}
/** An instant (ISO text) as 'YYYY-MM-DD HH:MM' in the company's time zone; text that is no instant comes back as it is. */
export const instantShown = (instant: string, timeZone: string): string => {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`
}

/** A name inside a phrase: 'New sales contract', '30 days after bill of lading'. An abbreviation (D/A, L/C) stays as it is. */
export const inPhrase = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())
