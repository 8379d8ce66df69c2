// Reading what customers owe, straight from open items and contract lines, each quantity once. Rules R1 to R6 of SPEC.md.
import { sql } from 'kysely'
import { compiledQuery } from '../../../db/compiled-query.ts'
import type { ReadableDb, Sql } from '../../../db/open.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import { metInFull } from '../../../db/ledger/earmarked.ts'
import { ratesOfDay } from '../../../db/ledger/rates.ts'
import { SIDE } from '../../../db/ledger/sides.ts'
import { daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { noCover, readCoverOfOne, type Cover } from './read-cover.ts'
import { inCurrency, insuredOf, checkCredit, type DayRates, type CreditCheck, type Parts, type Sums } from './rules.ts'

export type CreditCustomer = { id: string; creditLimit: number | null; creditCurrency: string }
type Owed = { receivables: Map<string, number>; advances: Map<string, number>; contracts: Map<string, number>; oldest: IsoDate | null }
export type Position = CreditCheck & { parts: Parts; overdueDays: number; coveredBy: Cover['by'] }
export type ThisDocument = { addition?: Money | undefined; shipmentId?: string | undefined }

const ratesFrom = (rows: readonly { currency: string; rate: number }[], company: Company, on: IsoDate): DayRates => ({
  base: company.baseCurrency,
  on,
  of: new Map(rows.map((r) => [r.currency, r.rate])),
})
/** Newest rates on or before a day. */
export const dayRates = async (db: ReadableDb, company: Company, on: IsoDate): Promise<DayRates> =>
  ratesFrom(await ratesOfDay(db, { on }).execute(), company, on)

/** Accounts of customers: unclaimed money (2241) is nobody's yet. */
export const ACCOUNTS = SIDE.receivable.accounts.filter((account) => account !== '2241')

const nothing = (): Owed => ({ receivables: new Map(), advances: new Map(), contracts: new Map(), oldest: null })

/** Dispatched, or the shipment that is just being checked: its goods count there and not as undelivered (R6). */
const delivered = (shipmentId: string) =>
  sql<number>`coalesce((select sum(d.amount) from shipment_line d join shipment s on s.id = d.shipmentId
    where d.salesLineId = l.id and (s.status not in ('planned', 'booked', 'void') or (s.id = ${shipmentId} and s.status <> 'void'))), 0)`

/** What is open of customers, by currency; of one of them or of all. `met`: ids of items met in full by money that lies there for them, as JSON (R17). */
const openItems = (db: ReadableDb, customerId: string | null, met: string) =>
  db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as k', 'k.key', 'i.party')
    .select(['k.id', 'i.currency'])
    .select(sql<number>`coalesce(sum(i.openForeign) filter (where i.openForeign > 0), 0)`.as('owed'))
    .select(sql<number>`coalesce(-sum(i.openForeign) filter (where i.openForeign < 0), 0)`.as('given'))
    .select(
      sql<string | null>`min(i.dueDate) filter (where i.openForeign > 0 and i.id not in (select value from json_each(${met})))`.as(
        'oldest',
      ),
    )
    .where('i.account', 'in', ACCOUNTS)
    .where('i.openForeign', '<>', 0)
    // Every item has a due date: said so, the index of open items alone answers, and what a customer has paid in all the years is not read.
    .where('i.dueDate', '>', '')
    .$if(customerId !== null, (q) => q.where('k.id', '=', customerId))
    .groupBy(['k.id', 'i.currency'])
/** What of their signed contracts is not delivered yet, by currency. */
const undelivered = (db: ReadableDb, customerId: string | null, shipmentId: string) =>
  db
    .selectFrom('sales_contract as c')
    .innerJoin('sales_line as l', 'l.contractId', 'c.id')
    .select(['c.customerId', 'c.currency'])
    .select(sql<number>`sum(max(0, l.amount - ${delivered(shipmentId)}))`.as('rest'))
    .where('c.status', '=', 'signed')
    .$if(customerId !== null, (q) => q.where('c.customerId', '=', customerId!))
    .groupBy(['c.customerId', 'c.currency'])

type ItemRow = { id: string; currency: string; owed: number; given: number; oldest: string | null }
type ContractRow = { customerId: string; currency: string; rest: number }
const owedFrom = (items: readonly ItemRow[], contracts: readonly ContractRow[]): Map<string, Owed> => {
  const found = new Map<string, Owed>()
  const of = (id: string): Owed => {
    const known = found.get(id) ?? nothing()
    found.set(id, known)
    return known
  }
  for (const { id, currency, owed, given, oldest } of items) {
    const customer = of(id)
    customer.receivables.set(currency, owed)
    customer.advances.set(currency, given)
    if (oldest !== null && (customer.oldest === null || oldest < customer.oldest)) customer.oldest = oldest
  }
  for (const { customerId, currency, rest } of contracts) of(customerId).contracts.set(currency, rest)
  return found
}

/** What every customer owes. */
export const readOwed = async ({ db, sql: reading }: { db: ReadableDb; sql: Sql }): Promise<Map<string, Owed>> =>
  owedFrom(await openItems(db, null, metInFull(reading, { side: 'receivable' })).execute(), await undelivered(db, null, '').execute())

const overdueOf = (owed: Owed, on: IsoDate): number => (owed.oldest === null ? 0 : Math.max(0, daysBetween(owed.oldest, on)))

const sumsOf = ({ by }: Cover, of: 'receivables' | 'addition'): Sums => {
  const sums = new Map<string, number>()
  for (const one of by) sums.set(one.currency, (sums.get(one.currency) ?? 0) + one[of])
  return sums
}

/** A customer's position in the currency of his limit. Refuses `rate-missing`. */
export const positionFrom = (
  customer: CreditCustomer,
  owed: Owed = nothing(),
  company: Company,
  rates: DayRates,
  cover: Cover = noCover,
  addition?: Money,
): Position => {
  const to = customer.creditCurrency
  const total = (sums: Sums) => inCurrency(sums, to, rates)
  const owing = {
    receivables: total(owed.receivables),
    addition: addition ? Math.max(0, total(new Map([[addition.currency, addition.minor]]))) : 0,
    advances: total(owed.advances),
    contracts: total(owed.contracts),
  }
  // Rounded like what they cover, part by part, so that a whole cover leaves nothing.
  const covered =
    Math.min(owing.receivables, total(sumsOf(cover, 'receivables'))) + Math.min(owing.addition, total(sumsOf(cover, 'addition')))
  const insured = insuredOf(owing.receivables + owing.addition - owing.advances - covered, cover.insurances, to, rates)
  const parts = { ...owing, covered, insured }
  const overdueDays = overdueOf(owed, rates.on)
  const { creditCountsContracts: countsContracts, creditOverdueDays: overdueAllowed } = company.switches
  return {
    parts,
    overdueDays,
    coveredBy: cover.by,
    ...checkCredit(parts, overdueDays, { limit: customer.creditLimit, countsContracts, overdueAllowed }),
  }
}

// One customer is checked in the middle of a command: these statements are built once.
/** For the test of their plans. */
export const ofOneCustomer = {
  items: (db: ReadableDb, { customerId, met }: { customerId: string; met: string }) => openItems(db, customerId, met),
  contracts: (db: ReadableDb, { customerId, shipmentId }: { customerId: string; shipmentId: string }) =>
    undelivered(db, customerId, shipmentId),
}
const itemsOfOne = compiledQuery(ofOneCustomer.items)
const contractsOfOne = compiledQuery(ofOneCustomer.contracts)
const newestRatesOn = compiledQuery(ratesOfDay)

type Reading = { db: ReadableDb; sql: Sql; contributed: Contributed; company: Company; today: IsoDate }

/** The position as of today, with what a document adds to it. Refuses `rate-missing`. */
export const readPosition = async (
  { db, sql: reading, contributed, company, today }: Reading,
  customer: CreditCustomer,
  document: ThisDocument,
): Promise<Position> => {
  const customerId = customer.id
  const items = itemsOfOne(reading, { customerId, met: metInFull(reading, { side: 'receivable', party: customerId }) })
  const owed = owedFrom(items, contractsOfOne(reading, { customerId, shipmentId: document.shipmentId ?? '' }))
  const cover = await readCoverOfOne({ db, sql: reading, contributed }, { on: today, customerId, ...document })
  const rates = ratesFrom(newestRatesOn(reading, { on: today }), company, today)
  return positionFrom(customer, owed.get(customerId), company, rates, cover, document.addition)
}
