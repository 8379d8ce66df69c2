// The exchange rate in force on a day: the newest one known by then.
import type { ReadableDb } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

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
