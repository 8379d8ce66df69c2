// Reads what covers a customer: what later modules say is covered (letters of credit), and export credit insurance in force. Rules R13 to R15.
import type { InferResult } from 'kysely'
import { compiledQuery } from '../../../db/compiled-query.ts'
import type { ReadableDb, Sql } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { listOf } from '../../records/contributions.ts'

type Reading = { db: ReadableDb; sql: Sql }
/** Of which customer, null for all of them; with the shipment that is checked and what it adds. */
export type CoverAsked = { on: IsoDate; customerId: string | null; addition?: Money | undefined; shipmentId?: string | undefined }
/** A document and what it covers on the day: of receivables, and of the shipment that is checked. Minor units of its currency. */
export type CoveredBy = { id: string; number: string; customerId: string; currency: string; receivables: number; addition: number }
export type CoverPart = (reading: Reading, asked: CoverAsked) => Promise<readonly CoveredBy[]>
/** Given by modules whose documents cover what customers owe: each unit once (R14). */
export const cover = listOf<CoverPart>('cover')

type Insurance = { limitMinor: number; currency: string; percent: number }
/** What covers one customer, and insurance in force. */
export type Cover = { by: readonly CoveredBy[]; insurances: readonly Insurance[] }
export const noCover: Cover = { by: [], insurances: [] }

const policiesInForce = (db: ReadableDb, on: string, customerId: string | null) =>
  db
    .selectFrom('credit_insurance')
    .select(['customerId', 'limitMinor', 'currency', 'percent'])
    .where('validFrom', '<=', on)
    .where('validTo', '>=', on)
    .$if(customerId !== null, (q) => q.where('customerId', '=', customerId!))
    .orderBy('validTo')
    .orderBy('id')
type Policies = InferResult<ReturnType<typeof policiesInForce>>

const policiesOfOne = compiledQuery((db, { on, customerId }: { on: string; customerId: string }) => policiesInForce(db, on, customerId))

const coverFrom = async (
  reading: Reading & { contributed: Contributed },
  asked: CoverAsked,
  policies: Policies,
): Promise<Map<string, Cover>> => {
  const found = new Map<string, Cover>()
  const of = (customerId: string): Cover => found.get(customerId) ?? noCover
  for (const part of reading.contributed(cover))
    for (const one of await part(reading, asked)) {
      const known = of(one.customerId)
      found.set(one.customerId, { ...known, by: [...known.by, one] })
    }
  for (const { customerId, ...policy } of policies) {
    const known = of(customerId)
    found.set(customerId, { ...known, insurances: [...known.insurances, policy] })
  }
  return found
}

/** Cover in force on a day, by customer. */
export const readCover = async (reading: Reading & { contributed: Contributed }, on: IsoDate): Promise<Map<string, Cover>> =>
  coverFrom(reading, { on, customerId: null }, await policiesInForce(reading.db, on, null).execute())

/** Cover of one customer, with the shipment that is checked. */
export const readCoverOfOne = async (
  reading: Reading & { contributed: Contributed },
  asked: CoverAsked & { customerId: string },
): Promise<Cover | undefined> => {
  const { on, customerId } = asked
  return (await coverFrom(reading, asked, policiesOfOne(reading.sql, { on, customerId }))).get(customerId)
}
