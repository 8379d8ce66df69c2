// What a document comes to as its approver is told it: at the office's rate of the day or as typed, whichever makes more of its amount (A22) and less of its margin (A25).
import { rateOfDay } from '../../../db/ledger/rates.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import type { OfficeRates, Subject } from './subjects.ts'

type Reader = { db: ReadableDb; company: Company; today: IsoDate }

const amountAt = async ({ base, rateOf }: OfficeRates, { amount, amountBase }: Subject): Promise<number | null> => {
  if (amount === null || amountBase === null || amount.currency === base) return amountBase
  const rate = await rateOf(amount.currency)
  return rate === undefined ? amountBase : Math.max(amountBase, toBase(amount.minor, amount.currency, rate, base))
}

/** An unknown margin is the strictest (A7), so it stays unknown whichever of the two it is. */
const marginAt = async (rates: OfficeRates, { margin, marginAtRates }: Subject): Promise<string | null> => {
  if (margin === null || marginAtRates === undefined) return margin
  const atOffice = await marginAtRates(rates)
  return atOffice === null || new Decimal(atOffice).lt(margin) ? atOffice : margin
}

/** The document with the amount in base currency and the margin by which its route is chosen and which its approver sees. Where the office has no rate, as it was typed. */
export const atOfficeRate = async ({ db, company, today }: Reader, subject: Subject): Promise<Subject> => {
  const rates: OfficeRates = { base: company.baseCurrency, rateOf: async (currency) => (await rateOfDay(db, currency, today))?.rate }
  return { ...subject, amountBase: await amountAt(rates, subject), margin: await marginAt(rates, subject) }
}
