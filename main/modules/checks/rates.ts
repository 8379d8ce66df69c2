// Whether a typed rate is far from the one in force. Rule SC2 in SPEC.md.
import { rateOfDay } from '../../../db/ledger/rates.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, ofScaled, scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { farBy } from './rules.ts'

/** Compared with the newest rate set on or before the day; silent for the base currency and where none is known. */
export const rateWarnings = async (
  q: QueryContext,
  { currency, rate, on, field = 'rate' }: { currency: string; rate: string; on: IsoDate; field?: string },
): Promise<Warning[]> => {
  if (currency === q.company.baseCurrency) return []
  const known = await rateOfDay(q.db, currency, on)
  const percent = known && farBy(new Decimal(rate), ofScaled(known.rate, 'rate'))
  if (!known || percent === null || percent === undefined) return []
  return [warning('rate-far', field, { rate, inForce: scaledText(known.rate, 'rate'), date: known.date, percent })]
}
