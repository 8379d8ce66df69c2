// Reading an inquiry whole: its cargo, forwarders and quotes, calculated at a day's rates. What commands, screens and the gate all judge by. Rules F3 to F6.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { FreightChargeTable, FreightForwarderTable, FreightInquiryTable, FreightQuoteTable } from '../../../db/schema/tables.ts'
import type { FreightInquiryFields } from '../../../preload/contract/modules/freight/calls.ts'
import { Refused } from '../../../preload/contract/refusals.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { money, type Money } from '../../../preload/contract/vocabulary/money.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { inCurrency, type DayRates } from '../credit/index.ts'
import {
  cheapestOf,
  commonCurrency,
  countValid,
  quoteStates,
  quoteSums,
  unpricedOf,
  type Cargo,
  type Charge,
  type QuoteState,
} from './rules.ts'

export type InquiryRow = Selectable<FreightInquiryTable>
export type ForwarderRow = Selectable<FreightForwarderTable>
export type QuoteRow = Selectable<FreightQuoteTable>
export type ChargeRow = Selectable<FreightChargeTable>

export const cargoOf = (row: Pick<InquiryRow, 'cargoLoad' | 'containers' | 'volume' | 'weight'>): Cargo => ({
  cargoLoad: row.cargoLoad as Cargo['cargoLoad'],
  containers: JSON.parse(row.containers) as FreightInquiryFields['containers'],
  volume: row.volume === null ? null : scaledText(row.volume, 'measure'),
  weight: row.weight === null ? null : scaledText(row.weight, 'measure'),
})
export const chargeOf = (row: Pick<ChargeRow, keyof Charge>): Charge => ({
  ...row,
  kind: row.kind as Charge['kind'],
  basis: row.basis as Charge['basis'],
})

/** A total in base currency, or the currency that has no rate. Never a sum that leaves something out. */
export const inBase = (
  sums: ReadonlyMap<Currency, number>,
  rates: DayRates,
): { totalBase: number; missingRate: null } | { totalBase: null; missingRate: Currency } => {
  try {
    return { totalBase: inCurrency(sums, rates.base, rates), missingRate: null }
  } catch (error) {
    if (error instanceof Refused && error.refusal.refused === 'rate-missing')
      return { totalBase: null, missingRate: error.refusal.data.currency }
    throw error
  }
}

export type CalculatedQuote = {
  row: QuoteRow
  charges: (ChargeRow & Charge)[]
  state: QuoteState
  sums: Map<Currency, number>
  totalBase: number | null
  missingRate: Currency | null
  /** By which it is compared: in base currency, or where a rate is missing and all that count are in one currency, in that one (F16). */
  compared: Money | null
  unpriced: string[]
}
export type CalculatedInquiry = {
  cargo: Cargo
  forwarders: ForwarderRow[]
  quotes: CalculatedQuote[]
  states: Map<string, QuoteState>
  /** Valid quotes of different forwarders. */
  valid: number
  cheapest: ReturnType<typeof cheapestOf> & { totalBase: number | null }
}

export const forwardersOf = (db: ReadableDb, inquiryId: string): Promise<ForwarderRow[]> =>
  db.selectFrom('freight_forwarder').selectAll().where('inquiryId', '=', inquiryId).orderBy('position').orderBy('id').execute()

export const chargesOf = async (db: ReadableDb, quoteIds: readonly string[]): Promise<Map<string, (ChargeRow & Charge)[]>> => {
  if (quoteIds.length === 0) return new Map()
  const rows = await db.selectFrom('freight_charge').selectAll().where('quoteId', 'in', quoteIds).orderBy('position').execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, ...chargeOf(row) })),
    (row) => row.quoteId,
  )
}

/** An inquiry as it stands on a day: validity on `on`, amounts at `rates`. */
export const calculateInquiry = async (
  db: ReadableDb,
  inquiry: InquiryRow,
  { on, rates }: { on: IsoDate; rates: DayRates },
): Promise<CalculatedInquiry> => {
  const cargo = cargoOf(inquiry)
  const forwarders = await forwardersOf(db, inquiry.id)
  const rows = await db
    .selectFrom('freight_quote')
    .selectAll()
    .where('inquiryId', '=', inquiry.id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const charges = await chargesOf(
    db,
    rows.map((r) => r.id),
  )
  const calculated = rows.map((row) => {
    const own = charges.get(row.id) ?? []
    const sums = quoteSums(own, cargo)
    const unpriced = unpricedOf(own, cargo)
    const total = unpriced.length > 0 ? { totalBase: null, missingRate: null } : inBase(sums, rates)
    return { row, charges: own, sums, unpriced, ...total }
  })
  const declined = new Set(forwarders.filter((f) => f.state === 'declined').map((f) => f.forwarderId))
  const states = quoteStates(
    calculated.map((q) => ({ ...q.row, complete: q.unpriced.length === 0 })),
    { route: inquiry, declined, on },
  )
  const common = commonCurrency(
    calculated.map((q) => ({ id: q.row.id, sums: q.sums })),
    states,
  )
  const lacksRate = calculated.some((q) => states.get(q.row.id) === 'valid' && q.missingRate !== null)
  const comparedOf = (q: (typeof calculated)[number]): Money | null => {
    if (common !== null && lacksRate) return states.get(q.row.id) === 'valid' ? money(q.sums.get(common) ?? 0, common) : null
    return q.totalBase === null ? null : money(q.totalBase, rates.base)
  }
  const quotes = calculated.map((q) => ({ ...q, state: states.get(q.row.id)!, compared: comparedOf(q) }))
  const best = cheapestOf(
    quotes.map((q) => ({ id: q.row.id, total: q.compared?.minor ?? null })),
    states,
  )
  const cheapest = { ...best, totalBase: quotes.find((q) => q.row.id === best.id)?.totalBase ?? null }
  return { cargo, forwarders, quotes, states, valid: countValid(states), cheapest }
}
