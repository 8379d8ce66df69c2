// Reads what covers a customer: accepted letters of credit with what is owed under their contracts, and export credit insurance in force. Rules R13 to R15.
import { sql, type InferResult } from 'kysely'
import { compiledQuery } from '../../../db/compiled-query.ts'
import type { ReadableDb, Sql } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut, type Money } from '../../../preload/contract/vocabulary/money.ts'
import { creditPart, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { coverOf, type Credit, type Owed } from './cover.ts'

export type Insurance = { limitMinor: number; currency: string; percent: number }
/** By currency: what is covered of receivables, and of the document that is checked; with each credit's own sum, and insurance in force. */
export type Cover = {
  receivables: Map<string, number>
  addition: Map<string, number>
  letters: { id: string; number: string; currency: string; amount: number }[]
  insurances: Insurance[]
}
export const noCover = (): Cover => ({ receivables: new Map(), addition: new Map(), letters: [], insurances: [] })
/** The shipment that is checked. */
type Asked = { addition?: Money | undefined; shipmentId?: string | undefined }
type LetterRow = { id: string; number: string; customerId: string; currency: string }

const acceptedLetters = (db: ReadableDb, customerId: string | null) =>
  db
    .selectFrom('letter_of_credit')
    .select(['id', 'number', 'customerId', 'currency', 'amount', 'tolerancePlus', 'expiresOn', 'latestShipment'])
    .where('status', '=', 'accepted')
    .$if(customerId !== null, (q) => q.where('customerId', '=', customerId))
    .orderBy('numberKey')
type Letters = InferResult<ReturnType<typeof acceptedLetters>>
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

const readCredits = async (db: ReadableDb, letters: Letters): Promise<(LetterRow & { credit: Credit })[]> => {
  if (letters.length === 0) return []
  const ids = letters.map((l) => l.id)
  const links = await db.selectFrom('letter_contract').select(['letterId', 'contractId']).where('letterId', 'in', ids).execute()
  const drawings = await db
    .selectFrom('letter_presentation')
    .select(['letterId', 'shipmentId', 'status', 'amount'])
    .where('letterId', 'in', ids)
    .execute()
  return letters.map((l) => ({
    ...{ id: l.id, number: l.number, customerId: l.customerId, currency: l.currency },
    credit: {
      id: l.id,
      // The same rule as the letters' own (DC2): the tolerance upwards counts, a broken unit does not.
      most: new Decimal(l.amount).times(l.tolerancePlus).div(1_000_000).plus(l.amount).floor().toNumber(),
      expiresOn: l.expiresOn,
      latestShipment: l.latestShipment,
      contractIds: new Set(links.filter((x) => x.letterId === l.id).map((x) => x.contractId)),
      drawings: drawings.filter((d) => d.letterId === l.id),
    },
  }))
}

type Part = { shipmentId: string; contractId: string; amount: number; term: PaymentTerm }
/** What shipments charge for these contracts, contract by contract, with the contract's payment term. */
const readParts = async (db: ReadableDb, contractIds: readonly string[]): Promise<Part[]> => {
  const rows = await db
    .selectFrom('shipment_line as l')
    .innerJoin('sales_contract as k', 'k.id', 'l.contractId')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .select(['l.shipmentId', 'l.contractId', 'k.paymentTerm', sql<number>`sum(l.amount)`.as('amount')])
    .where('l.contractId', 'in', contractIds)
    .groupBy(['l.shipmentId', 'l.contractId'])
    .orderBy('s.numberKey')
    .orderBy('k.numberKey')
    .execute()
  return rows.map(({ paymentTerm, ...row }) => ({ ...row, term: JSON.parse(paymentTerm) as PaymentTerm }))
}

const readOpen = async (db: ReadableDb, contractIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as c', 'c.key', 'i.contract')
    .innerJoin('ledger_key as s', 's.key', 'i.shipment')
    .select(['s.id as shipmentId', 'c.id as contractId', sql<number>`sum(i.openForeign)`.as('open')])
    .where('i.account', '=', '1122')
    .where('i.openForeign', '>', 0)
    .where('c.id', 'in', contractIds)
    .groupBy(['s.id', 'c.id'])
    .execute()
  return new Map(rows.map((r) => [`${r.shipmentId}:${r.contractId}`, r.open]))
}

/** This shipment's amount by contract: what it would be charged now, shared as its lines stand. */
const shippedNowOf = async (db: ReadableDb, { addition, shipmentId }: Asked, parts: readonly Part[]): Promise<Owed[]> => {
  if (addition === undefined || shipmentId === undefined || addition.minor <= 0) return []
  const rows = await db
    .selectFrom('shipment_line as l')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .select(['l.contractId', sql<number>`sum(l.amount)`.as('amount')])
    .where('l.shipmentId', '=', shipmentId)
    .where('s.currency', '=', addition.currency)
    .groupBy('l.contractId')
    .orderBy('c.contractDate')
    .orderBy('c.numberKey')
    .execute()
  const shares = shareOut(
    addition.minor,
    rows.map((r) => new Decimal(r.amount)),
  )
  return rows.flatMap(({ contractId }, i) => {
    const term = parts.find((p) => p.contractId === contractId)?.term
    const open = shares[i] ?? 0
    return term ? [{ shipmentId, contractId, open, part: creditPart(open, term), shippedNow: true }] : []
  })
}

const add = (sums: Map<string, number>, currency: string, minor: number): void => void sums.set(currency, (sums.get(currency) ?? 0) + minor)

type First = { letters: Letters; policies: Policies }
const addLetters = async (
  db: ReadableDb,
  on: IsoDate,
  accepted: Letters,
  asked: Asked,
  of: (customerId: string) => Cover,
): Promise<void> => {
  const letters = await readCredits(db, accepted)
  const contractIds = [...new Set(letters.flatMap((l) => [...l.credit.contractIds]))]
  if (contractIds.length === 0) return
  const parts = await readParts(db, contractIds)
  const open = await readOpen(db, contractIds)
  const owed: Owed[] = parts.flatMap(({ shipmentId, contractId, amount, term }) => {
    const still = open.get(`${shipmentId}:${contractId}`) ?? 0
    return still > 0 ? [{ shipmentId, contractId, open: still, part: creditPart(amount, term), shippedNow: false }] : []
  })
  owed.push(...(await shippedNowOf(db, asked, parts)))
  for (const { creditId, owed: one, amount } of coverOf(
    letters.map((l) => l.credit),
    owed,
    on,
  )) {
    const letter = letters.find((l) => l.id === creditId)!
    const cover = of(letter.customerId)
    add(one.shippedNow ? cover.addition : cover.receivables, letter.currency, amount)
    const known = cover.letters.find((l) => l.id === letter.id)
    if (known) known.amount += amount
    else cover.letters.push({ id: letter.id, number: letter.number, currency: letter.currency, amount })
  }
}

const coverFrom = async (db: ReadableDb, on: IsoDate, { letters, policies }: First, asked: Asked): Promise<Map<string, Cover>> => {
  const found = new Map<string, Cover>()
  const of = (customerId: string): Cover => {
    const known = found.get(customerId) ?? noCover()
    found.set(customerId, known)
    return known
  }
  await addLetters(db, on, letters, asked, of)
  for (const { customerId, ...policy } of policies) of(customerId).insurances.push(policy)
  return found
}

/** Cover in force on a day, by customer. */
export const readCover = async (db: ReadableDb, on: IsoDate): Promise<Map<string, Cover>> =>
  coverFrom(db, on, { letters: await acceptedLetters(db, null).execute(), policies: await policiesInForce(db, on, null).execute() }, {})

const lettersOfOne = compiledQuery((db, { customerId }: { customerId: string }) => acceptedLetters(db, customerId))
const policiesOfOne = compiledQuery((db, { on, customerId }: { on: string; customerId: string }) => policiesInForce(db, on, customerId))
/** Cover of one customer in force on a day, with the shipment that is checked. */
export const readCoverOfOne = async (
  { db, sql: reading }: { db: ReadableDb; sql: Sql },
  on: IsoDate,
  { customerId, ...asked }: Asked & { customerId: string },
): Promise<Cover | undefined> => {
  const first = { letters: lettersOfOne(reading, { customerId }), policies: policiesOfOne(reading, { on, customerId }) }
  return (await coverFrom(db, on, first, asked)).get(customerId)
}
