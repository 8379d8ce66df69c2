// Exchange rates as the ledger uses them: the one in force on a day, and the only one that base currency may have.
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { PLACES, toScaled } from '../../preload/contract/vocabulary/decimal.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { ReadableDb } from '../open.ts'

/** The rate (scaled; base currency for 1 unit) and the day it was set for; undefined while none is known. */
export const rateOfDay = (
  db: ReadableDb,
  currency: string,
  on: IsoDate,
): Promise<{ rate: number; date: string; revision: number } | undefined> =>
  db
    .selectFrom('exchange_rate')
    .select(['rate', 'date', 'revision'])
    .where('currency', '=', currency)
    .where('date', '<=', on)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A rate as stored. Refuses `rate-must-be-one` for the base currency at any other rate than 1 (L8). */
export const checkedRate = (baseCurrency: string, currency: string, rate: string): number => {
  const scaled = toScaled(rate, 'rate')
  if (currency === baseCurrency && scaled !== 10 ** PLACES.rate) refuse('rate-must-be-one', { currency })
  return scaled
}

/** The newest rate of each currency on or before a day (scaled). */
export const ratesOfDay = (db: ReadableDb, { on }: { on: IsoDate }) =>
  db
    .selectFrom('exchange_rate as r')
    .select(['r.currency', 'r.rate'])
    .where('r.date', '=', (e) =>
      e
        .selectFrom('exchange_rate as n')
        .select((m) => m.fn.max('n.date').as('date'))
        .whereRef('n.currency', '=', 'r.currency')
        .where('n.date', '<=', on),
    )
