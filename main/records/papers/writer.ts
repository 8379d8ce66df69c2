// How a module writes the texts of a paper: dates, figures, amounts in words, in the paper's own language whatever the reader's is. Rules PA2, PA3, PA4, PA5 of papers.
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { amountShown, groupDigits, moneyShown } from '../../../preload/contract/vocabulary/money-shown.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { Instalment } from '../../../preload/contract/vocabulary/payment-term.ts'
import { amountInChinese, amountInEnglish } from './amount-in-words.ts'
import { oneLine, twoLines } from './in-language.ts'
import { chineseDay, instalmentWords, MONTHS, renminbi, type Said } from './words.ts'

export type PaperWriter = {
  language: PaperLanguage
  /** In one line: English, then Chinese on a paper in both languages. */
  said(text: Said): string
  /** On two lines where both are wanted. */
  lines(text: Said): string
  date(day: IsoDate | null): string
  /** With the currency's code: 'USD 7,705.08'. */
  money(amount: Money): string
  /** Without it. */
  amount(amount: Money): string
  /** A unit price as it was typed, with at least the currency's minor units. */
  price(price: string, currency: Currency): string
  quantity(quantity: string): string
  /** With a fixed number of places: kilograms 2, cubic metres 3. */
  measure(value: string, places: number): string
  /** 'SAY US DOLLARS …', 人民币…; in Chinese renminbi alone is written out. */
  inWords(amount: Money): string[]
  /** '30 % (USD 2,311.52) BY T/T ON SIGNING', a line an instalment. */
  payment(instalments: readonly (Instalment & { amount: Money })[]): string
}

/** At least `places` decimals; more where they were typed. */
const atLeast = (text: string, places: number): string => {
  const [whole = '0', part = ''] = text.split('.')
  const digits = part.padEnd(places, '0')
  return groupDigits(digits === '' ? whole : `${whole}.${digits}`)
}
const englishDay = (day: IsoDate): string => {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

export const paperWriter = (language: PaperLanguage): PaperWriter => {
  const said = (text: Said): string => oneLine(text, language)
  const sentence = (instalment: Instalment & { amount: Money }): string => {
    const how = instalmentWords[instalment.event]!(instalment.days)
    const share = `${instalment.share} % (${moneyShown(instalment.amount)})`
    return `${share} ${twoLines(how, language)}`
  }
  return {
    language,
    said,
    lines: (text) => twoLines(text, language),
    date: (day) => {
      if (day === null || day === '') return ''
      if (language === 'en') return englishDay(day)
      const [year = '', month = '', date = ''] = day.split('-')
      return language === 'zh' ? chineseDay(year, month, date) : day
    },
    money: moneyShown,
    amount: amountShown,
    price: (price, currency) => atLeast(price, minorUnits(currency)),
    quantity: groupDigits,
    measure: (value, places) => groupDigits(fixedText(new Decimal(value), places)),
    inWords: (amount) => [
      ...(language === 'zh' ? [] : [amountInEnglish(amount.minor, amount.currency)]),
      ...(language !== 'en' && amount.currency === 'CNY' ? [renminbi(amountInChinese(amount.minor))] : []),
    ],
    payment: (instalments) => instalments.map(sentence).join('\n'),
  }
}
