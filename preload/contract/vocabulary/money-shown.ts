// How amounts are read by people, in one place: digits are grouped on the text and never pass through a float.
import { minorText, type Money } from './money.ts'

/** '1234567.89' → '1,234,567.89'; anything that is no plain decimal comes back as it is. */
export const groupDigits = (text: string): string => {
  const parts = /^([-+]?)(\d+)(\.\d*)?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', rest = ''] = parts
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

/** An amount without its currency, in the currency's own places: { 123450, 'USD' } → '1,234.50', { 1234, 'JPY' } → '1,234'. */
export const amountShown = ({ minor, currency }: Money): string => groupDigits(minorText(minor, currency))

/** An amount with its currency's code before it: 'USD 1,234.50'. */
export const moneyShown = (money: Money): string => `${money.currency} ${amountShown(money)}`
