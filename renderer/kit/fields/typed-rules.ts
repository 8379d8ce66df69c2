// How each kind of value is read from typed text and shown: amounts, decimals, days.
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import { amountShown, decimalShown } from '../format/shown.ts'
import { dateOf } from '../format/typed-dates.ts'
import { isOtherCurrency } from '../format/currency-signs.ts'
import { decimalOf, minorOf, onlyNumeric, plain } from '../format/typed-numbers.ts'
import type { TypedRules } from './use-typed-text.ts'

export const moneyRules = (currency: string, signed: boolean): TypedRules<number | null> => ({
  read: (text) => (isOtherCurrency(text, currency) ? { ok: false, rule: 'other-currency' } : minorOf(text, currency, signed)),
  show: (minor) => (minor === null ? '' : amountShown({ minor, currency })),
  edit: (minor) => (minor === null ? '' : minorText(minor, currency)),
  keep: onlyNumeric,
})

/** Decimal text, of a price in `currency`. Text that is none stays the field's text and is refused, by the field at once and by the office in any case. */
export const decimalRules = (places: number, signed: boolean, least: number, currency?: string): TypedRules<string> => ({
  read: (text) =>
    currency !== undefined && isOtherCurrency(text, currency) ? { ok: false, rule: 'other-currency' } : decimalOf(text, { places, signed }),
  show: (value) => decimalShown(value, value === '' ? 0 : least),
  edit: (value) => value,
  keep: onlyNumeric,
})

export const dateRules = (today: IsoDate): TypedRules<IsoDate | null> => ({
  read: (text) => dateOf(text, today),
  show: (day) => day ?? '',
  edit: (day) => day ?? '',
  // '11-2' may become '11-23': only a whole day is taken before the field is left.
  complete: (text) => text === '' || /^(\d{8}|\d{4}\D+\d{1,2}\D+\d{2}\D*)$/.test(plain(text)),
  step: (day, by) => addDays(day ?? today, day === null ? 0 : by),
})
