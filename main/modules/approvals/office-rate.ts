// What a document comes to in base currency as its approver is told it: at the office's rate of the day or the one typed on it, whichever makes more of it. Rule A22.
import type { ReadableDb } from '../../../db/open.ts'
import type { Company } from '../../../preload/contract/modules/people.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import type { Subject } from './subjects.ts'

type Reader = { db: ReadableDb; company: Company; today: IsoDate }

const rateInForce = async (db: ReadableDb, currency: string, on: IsoDate): Promise<number | undefined> => {
  const row = await db
    .selectFrom('exchange_rate')
    .select('rate')
    .where('currency', '=', currency)
    .where('date', '<=', on)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rate
}

/** The document with the amount in base currency by which its route is chosen and which its approver sees. Where the office has no rate, as it was typed. */
export const atOfficeRate = async ({ db, company, today }: Reader, subject: Subject): Promise<Subject> => {
  const { amount, amountBase } = subject
  const base = company.baseCurrency
  if (amount === null || amountBase === null || amount.currency === base) return subject
  const rate = await rateInForce(db, amount.currency, today)
  return rate === undefined ? subject : { ...subject, amountBase: Math.max(amountBase, toBase(amount.minor, amount.currency, rate, base)) }
}
