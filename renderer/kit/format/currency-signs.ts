// Which currency a sign or code beside an amount means, so that dollars pasted into a document in euro are told and not taken for euro.
import { plain } from './typed-numbers.ts'

/** Signs in use for several currencies, and the others; signs and codes that stand for one alone. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'HKD', 'SGD', 'NZD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  US$: ['USD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  HK$: ['HKD'],
  S$: ['SGD'],
  NZ$: ['NZD'],
  NT$: ['TWD'],
  R$: ['BRL'],
  MX$: ['MXN'],
  '\u20ac': ['EUR'],
  '\u00a3': ['GBP'],
  '\u00a5': ['CNY', 'JPY'],
  '\u5143': ['CNY', 'HKD', 'TWD'],
  RMB: ['CNY'],
  '\u20a9': ['KRW'],
  '\u20bd': ['RUB'],
  '\u20b9': ['INR'],
  '\u0e3f': ['THB'],
  '\u20ab': ['VND'],
  '\u20ba': ['TRY'],
  '\u20aa': ['ILS'],
}
const BEFORE = /^[(+-]*([A-Z]{0,3}\p{Sc}|[A-Z]{3})(?=[\d.,+(-])/u
const AFTER = /[\d.)]([A-Z]{0,3}\p{Sc}|[A-Z]{3}|\u5143)\)?$/u

/** Whether a sign or code stands beside the number that cannot mean `currency`. A sign nobody knows is not checked. */
export const isOtherCurrency = (text: string, currency: string): boolean => {
  const bare = plain(text)
  const found = [BEFORE.exec(bare)?.[1], AFTER.exec(bare)?.[1]].filter((sign) => sign !== undefined)
  return found.some((sign) => {
    const meant = SIGNS[sign] ?? (/^[A-Z]{3}$/.test(sign) ? [sign] : undefined)
    return meant !== undefined && !meant.includes(currency)
  })
}
