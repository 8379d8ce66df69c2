// What a person types into a number field, understood: full-width digits and punctuation of a Chinese keyboard, thousands separators, pasted amounts.
// Nothing ambiguous is guessed: a comma that separates no thousands is refused rather than read as a decimal point or dropped.
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { MAX_MINOR, minorText, toMinor } from '../../../preload/contract/vocabulary/money.ts'

/** Why typed text is no value; by the rules of the contract's schemas. */
export type TypingRule = 'decimal' | 'not-negative' | 'too-big' | 'date' | 'other-currency'
export type Parsed<T> = { ok: true; value: T } | { ok: false; rule: TypingRule }

/** Full-width and Chinese forms to plain ones; blanks of every kind go. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u3002\uff61\u00b7]/g, '.') // the ideographic full stop and the middle dot of a Chinese keyboard
    .replace(/[\u3001\u066c]/g, ',')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')

/** What may be typed into a number field: everything else is not taken. Text that is being composed or was pasted is not cut. */
export const onlyNumeric = (text: string): string => plain(text).replace(/[^0-9.,+-]/g, '')

const GROUPED = /^\d{1,3}(,\d{2,3})*,\d{3}$/
const DIGITS = /^\d*$/

/** Strips what stands around a pasted amount: a currency's sign or code, a per cent sign, brackets for a negative. */
const bare = (text: string): { sign: '' | '-'; digits: string } => {
  const bracketed = /^\((.*)\)$/.exec(text)
  const inner = (bracketed?.[1] ?? text).replace(/^([A-Z]{0,3}\p{Sc}|[A-Z]{3}(?=[\d.+-]))+|(\p{Sc}|(?<=[\d.])[A-Z]{3}|\u5143|%)+$/gu, '')
  const signed = /^([+-])(.*)$/.exec(inner)
  const rest = (signed?.[2] ?? inner).replace(/^\p{Sc}+/u, '')
  return { sign: signed?.[1] === '-' || bracketed ? '-' : '', digits: rest }
}

export type DecimalRules = { places: number; signed?: boolean; whole?: number }

/** Typed text → the shortest decimal text ('1,234.50' → '1234.5'), '' for nothing. Refuses more decimals than `places` instead of rounding. */
export const decimalOf = (typed: string, { places, signed = false, whole = 12 }: DecimalRules): Parsed<string> => {
  const text = plain(typed)
  if (text === '') return { ok: true, value: '' }
  const { sign, digits } = bare(text)
  const [front = '', back = '', ...more] = digits.split('.')
  const grouped = front.includes(',')
  if (more.length > 0 || !DIGITS.test(back) || (grouped ? !GROUPED.test(front) : !DIGITS.test(front)) || front + back === '')
    return { ok: false, rule: 'decimal' }
  const integer = front.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = back.replace(/0+$/, '')
  if (fraction.length > places) return { ok: false, rule: 'decimal' }
  if (integer.length > whole) return { ok: false, rule: 'too-big' }
  const value = fraction === '' ? integer : `${integer}.${fraction}`
  const zero = value === '0'
  if (sign === '-' && !zero && !signed) return { ok: false, rule: 'not-negative' }
  return { ok: true, value: sign === '-' && !zero ? `-${value}` : value }
}

/** Typed text → integer minor units of `currency`, null for nothing. */
export const minorOf = (typed: string, currency: string, signed = false): Parsed<number | null> => {
  const read = decimalOf(typed, { places: minorUnits(currency), signed, whole: 15 })
  if (!read.ok) return read
  if (read.value === '') return { ok: true, value: null }
  const limit = new Decimal(minorText(MAX_MINOR, currency))
  if (new Decimal(read.value).abs().gt(limit)) return { ok: false, rule: 'too-big' }
  return { ok: true, value: toMinor(read.value, currency) }
}

/** Whether text is a decimal the office would take (a form may preview it). */
export const isDecimal = (text: string, places: number): boolean => {
  const read = decimalOf(text, { places, signed: true })
  return read.ok && read.value !== ''
}
