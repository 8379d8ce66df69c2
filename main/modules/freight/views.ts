// Quotes and choices as screens show them: calculated at the day's rates, each with how it stands and how far it is above the cheapest.
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { DayRates } from '../credit/index.ts'
import { inBase, type InquiryRow, type CalculatedInquiry, type CalculatedQuote } from './inquiry.ts'
import { moneysOf, unitSums } from './rules.ts'

export type InquiryView = QueryOutput<'freight-inquiry'>
type QuoteView = NonNullable<InquiryView['forwarders'][number]['quote']>
export type NamesById = ReadonlyMap<string, string>

/** Names of parties by id. */
export const partyNames = async (db: ReadableDb, ids: Iterable<string | null>): Promise<NamesById> => {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('party').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

type Around = { calculated: CalculatedInquiry; rates: DayRates; names: NamesById }

export const quoteView = (quote: CalculatedQuote, { calculated, rates, names }: Around): QuoteView => {
  const { row, charges, state, sums, totalBase, missingRate, compared, unpriced } = quote
  const inOwn = (minor: number | null) => (minor === null ? null : money(minor, rates.base))
  const best = calculated.cheapest.total
  return {
    id: row.id,
    round: row.round,
    quotedOn: row.quotedOn,
    state,
    validFrom: row.validFrom,
    validTo: row.validTo,
    transitDays: row.transitDays,
    carrierId: row.carrierId,
    carrierName: names.get(row.carrierId ?? '') ?? null,
    freeDays: row.freeDays,
    remark: row.remark,
    lines: charges.map(({ id, kind, name, containerType, basis, currency, amount }) => ({
      id,
      kind,
      name,
      containerType,
      basis,
      currency,
      amount,
    })),
    amounts: moneysOf(sums),
    totalBase: inOwn(totalBase),
    missingRate,
    unpriced,
    perUnit: unitSums(charges, calculated.cargo).map(({ unit, sums: own }) => ({ unit, base: inOwn(inBase(own, rates).totalBase) })),
    compared,
    aboveBest: state === 'valid' && compared !== null && best !== null ? money(compared.minor - best, compared.currency) : null,
  }
}

/** What is chosen, as it was put down on its day; expired as of `today`. */
export const chosenView = (
  inquiry: InquiryRow,
  { calculated, rates, names }: Around,
  today: IsoDate,
): NonNullable<InquiryView['chosen']> | null => {
  const quote = calculated.quotes.find((q) => q.row.id === inquiry.chosenQuoteId)
  if (!quote || inquiry.chosenOn === null) return null
  const inOwn = (minor: number | null) => (minor === null ? null : money(minor, rates.base))
  const { row } = quote
  return {
    quoteId: row.id,
    forwarderId: row.forwarderId,
    forwarderName: names.get(row.forwarderId) ?? '',
    carrierId: row.carrierId,
    carrierName: names.get(row.carrierId ?? '') ?? null,
    on: inquiry.chosenOn,
    reason: inquiry.chosenReason,
    amounts: moneysOf(quote.sums),
    totalBase: inOwn(inquiry.chosenBase),
    cheapestBase: inOwn(inquiry.cheapestBase),
    quotesCounted: inquiry.quotesCounted ?? 0,
    validTo: row.validTo,
    expired: row.validTo < today,
  }
}
