// Yuan rates of past days: a long table that only a demonstration is made from, so it stands by itself.
import type { Currency } from '../../preload/contract/vocabulary/currency.ts'
import cnyRatesJson from './cny-rates.json' with { type: 'json' }

/** Yuan for one unit of `currency` on a day: exact decimal text, crossed from the ECB's reference rates (not the PBoC's middle rate). */
export type CnyRateRow = { date: string; currency: Currency; rate: string }

const rateRows = (): CnyRateRow[] => {
  const rows: CnyRateRow[] = []
  for (const [date, line] of Object.entries(cnyRatesJson.days)) {
    const rates = line.split(' ')
    cnyRatesJson.currencies.forEach((currency, i) => {
      const rate = rates[i]
      if (rate === undefined) throw new Error(`no ${currency} rate on ${date}`)
      rows.push({ date, currency, rate })
    })
  }
  return rows
}

/** By date, then in the file's order of currencies: the last day of each week and month from 2005, every day from 2025. */
export const cnyRates: readonly CnyRateRow[] = rateRows()
