// Currency codes and their minor units (ISO 4217). The full table with names is db/reference; a test holds both together.
import { z } from 'zod'

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'currency')
  .describe('ISO 4217 code')
export type Currency = string

const NONE = ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']
const THREE = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']
const FOUR = ['CLF', 'UYW']
const exceptions = new Map<string, number>([
  ...NONE.map((c) => [c, 0] as const),
  ...THREE.map((c) => [c, 3] as const),
  ...FOUR.map((c) => [c, 4] as const),
])

/** Decimal places of a currency: 2 unless ISO 4217 says otherwise (JPY 0, KWD 3). */
export const minorUnits = (currency: Currency): number => exceptions.get(currency) ?? 2
/** Currencies whose minor unit is not a hundredth, by their places: for statements that compare amounts of several currencies. */
export const oddMinorUnits: ReadonlyMap<Currency, number> = exceptions
/** Places of the finest minor unit there is. */
export const FINEST_PLACES = 4
