// Amounts in words from integer minor units: English for invoices and contracts, Chinese banker's numerals for payments (domain.md 6).
import { minorUnits, type Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { rmbWords } from './rmb-words.ts'

const ONES =
  'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN'.split(
    ' ',
  )
const TENS = '- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ')
const SCALES = ['', ' THOUSAND', ' MILLION', ' BILLION', ' TRILLION', ' QUADRILLION']

/** How a currency and its minor unit are called on a document. A currency not named here is written by its code, its minor part as a fraction. */
const NAMES: Record<string, readonly [major: string, minor: string]> = {
  AED: ['UAE DIRHAMS', 'FILS'],
  AUD: ['AUSTRALIAN DOLLARS', 'CENTS'],
  BHD: ['BAHRAINI DINARS', 'FILS'],
  BRL: ['BRAZILIAN REAIS', 'CENTAVOS'],
  CAD: ['CANADIAN DOLLARS', 'CENTS'],
  CHF: ['SWISS FRANCS', 'RAPPEN'],
  CNY: ['RENMINBI YUAN', 'FEN'],
  DKK: ['DANISH KRONER', 'ORE'],
  EUR: ['EUROS', 'CENTS'],
  GBP: ['POUNDS STERLING', 'PENCE'],
  HKD: ['HONG KONG DOLLARS', 'CENTS'],
  IDR: ['INDONESIAN RUPIAH', 'SEN'],
  INR: ['INDIAN RUPEES', 'PAISE'],
  JPY: ['JAPANESE YEN', ''],
  KRW: ['KOREAN WON', ''],
  KWD: ['KUWAITI DINARS', 'FILS'],
  MXN: ['MEXICAN PESOS', 'CENTAVOS'],
  MYR: ['MALAYSIAN RINGGIT', 'SEN'],
  NOK: ['NORWEGIAN KRONER', 'ORE'],
  NZD: ['NEW ZEALAND DOLLARS', 'CENTS'],
  OMR: ['OMANI RIALS', 'BAISA'],
  PHP: ['PHILIPPINE PESOS', 'CENTAVOS'],
  PLN: ['POLISH ZLOTY', 'GROSZ'],
  RUB: ['RUSSIAN ROUBLES', 'KOPECKS'],
  SAR: ['SAUDI RIYALS', 'HALALAS'],
  SEK: ['SWEDISH KRONOR', 'ORE'],
  SGD: ['SINGAPORE DOLLARS', 'CENTS'],
  THB: ['THAI BAHT', 'SATANG'],
  TRY: ['TURKISH LIRA', 'KURUS'],
  TWD: ['NEW TAIWAN DOLLARS', 'CENTS'],
  USD: ['US DOLLARS', 'CENTS'],
  VND: ['VIETNAMESE DONG', ''],
  ZAR: ['SOUTH AFRICAN RAND', 'CENTS'],
}

/** The absolute value as an exact integer; a fault when it is no whole number of minor units. */
const magnitude = (minor: number): bigint => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`)
  return BigInt(Math.abs(minor))
}

const belowThousand = (n: number): string => {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100]
  const words: string[] = []
  if (hundreds > 0) words.push(`${ONES[hundreds]} HUNDRED`)
  if (rest > 0) words.push(rest < 20 ? ONES[rest]! : TENS[Math.floor(rest / 10)]! + (rest % 10 > 0 ? `-${ONES[rest % 10]}` : ''))
  return words.join(' ')
}

const englishInteger = (n: bigint): string => {
  if (n === 0n) return 'ZERO'
  const groups: string[] = []
  for (let rest = n, scale = 0; rest > 0n; rest /= 1000n, scale++) {
    const group = Number(rest % 1000n)
    if (group > 0) groups.unshift(belowThousand(group) + SCALES[scale]!)
  }
  return groups.join(' ')
}

/** 'EIGHTY-FOUR (84)', as packages are counted on papers. */
export const countInEnglish = (count: number): string => `${englishInteger(BigInt(count))} (${count})`

/**
 * 'SAY US DOLLARS FIFTY THOUSAND AND CENTS TEN ONLY' for (5000010, 'USD'). `minor` is in the currency's minor units.
 * The only AND stands before the minor part; a negative amount says MINUS. Faults: no safe integer.
 */
export const amountInEnglish = (minor: number, currency: Currency): string => {
  const places = minorUnits(currency)
  const unit = 10n ** BigInt(places)
  const all = magnitude(minor)
  const [whole, part] = [all / unit, all % unit]
  const [majorName, minorName] = NAMES[currency] ?? [currency, undefined]
  const sign = minor < 0 ? 'MINUS ' : ''
  const partWords = minorName === undefined ? `${String(part).padStart(places, '0')}/${unit}` : `${minorName} ${englishInteger(part)}`
  return `SAY ${sign}${majorName} ${englishInteger(whole)}${part > 0n ? ` AND ${partWords}` : ''} ONLY`
}

const {
  digits,
  places: chinesePlaces,
  tenThousand,
  hundredMillion,
  yuan: yuanWord,
  jiao: jiaoWord,
  fen: fenWord,
  whole: wholeWord,
  minus,
} = rmbWords
const zero = digits[0]
const digit = (n: number): string => digits[n]!

/** Up to four digits; zeros in between are one zero, zeros behind are none. */
const fourDigits = (n: number): string => {
  const figures = String(n).padStart(4, '0')
  let words = ''
  let pendingZero = false
  for (let i = 0; i < 4; i++) {
    const figure = Number(figures[i])
    if (figure === 0) pendingZero = words !== ''
    else {
      words += (pendingZero ? zero : '') + digit(figure) + chinesePlaces[i]!
      pendingZero = false
    }
  }
  return words
}

const chineseInteger = (n: bigint): string => {
  const [high, scale, word] = n >= 100_000_000n ? [n / 100_000_000n, 100_000_000n, hundredMillion] : [n / 10_000n, 10_000n, tenThousand]
  if (high === 0n) return fourDigits(Number(n))
  const low = n % scale
  const gap = low > 0n && low < scale / 10n ? zero : ''
  return chineseInteger(high) + word + gap + (low > 0n ? chineseInteger(low) : '')
}

const chineseParts = (yuan: bigint, jiao: number, fen: number): string => {
  if (jiao === 0) return `${yuan > 0n ? zero : ''}${digit(fen)}${fenWord}`
  const gap = yuan > 0n && yuan % 10n === 0n ? zero : ''
  return gap + digit(jiao) + jiaoWord + (fen > 0 ? digit(fen) + fenWord : '')
}

/**
 * Renminbi in banker's numerals from fen, without the word for the currency before it (the form prints that).
 * After the rules for filling in bills (Payment and Settlement Measures, People's Bank of China 1997, annex 1): the word for "whole" follows yuan
 * and not jiao; a zero stands for skipped places, and between yuan and jiao when the last digit of yuan is 0. Faults: no safe integer.
 */
export const amountInChinese = (minor: number): string => {
  const all = magnitude(minor)
  const [yuan, jiao, fen] = [all / 100n, Number((all / 10n) % 10n), Number(all % 10n)]
  const sign = minor < 0 ? minus : ''
  const whole = yuan > 0n ? chineseInteger(yuan) + yuanWord : ''
  if (jiao === 0 && fen === 0) return `${sign}${whole === '' ? zero + yuanWord : whole}${wholeWord}`
  return sign + whole + chineseParts(yuan, jiao, fen)
}
