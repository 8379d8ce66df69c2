// Accepted letters of credit with what is owed under their contracts: what customer credit counts as covered. Rules R13 and R14 of credit.
import { sql, type InferResult } from 'kysely'
import { compiledQuery } from '../../../db/compiled-query.ts'
import type { ReadableDb } from '../../../db/open.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import { creditPart, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { CoverAsked, CoveredBy, CoverPart } from '../credit/index.ts'
import { coverOf, type Credit, type Owed } from './cover.ts'
import { mostOf } from './rules.ts'

type LetterRow = { id: string; number: string; customerId: string; currency: string }

const acceptedLetters = (db: ReadableDb, customerId: string | null) =>
  db
    .selectFrom('letter_of_credit')
    .select(['id', 'number', 'customerId', 'currency', 'amount', 'tolerancePlus', 'expiresOn', 'latestShipment'])
    .where('status', '=', 'accepted')
    .$if(customerId !== null, (q) => q.where('customerId', '=', customerId))
    .orderBy('numberKey')
type Letters = InferResult<ReturnType<typeof acceptedLetters>>
const lettersOfOne = compiledQuery((db, { customerId }: { customerId: string }) => acceptedLetters(db, customerId))

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
      most: mostOf(l.amount, l.tolerancePlus),
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
const shippedNowOf = async (db: ReadableDb, { addition, shipmentId }: CoverAsked, parts: readonly Part[]): Promise<Owed[]> => {
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

/** What each accepted credit covers, the one that expires first before the others. */
export const coverOfLetters: CoverPart = async ({ db, sql: reading }, asked) => {
  const { on, customerId } = asked
  const accepted = customerId === null ? await acceptedLetters(db, null).execute() : lettersOfOne(reading, { customerId })
  const letters = await readCredits(db, accepted)
  const contractIds = [...new Set(letters.flatMap((l) => [...l.credit.contractIds]))]
  if (contractIds.length === 0) return []
  const parts = await readParts(db, contractIds)
  const open = await readOpen(db, contractIds)
  const owed: Owed[] = parts.flatMap(({ shipmentId, contractId, amount, term }) => {
    const still = open.get(`${shipmentId}:${contractId}`) ?? 0
    return still > 0 ? [{ shipmentId, contractId, open: still, part: creditPart(amount, term), shippedNow: false }] : []
  })
  owed.push(...(await shippedNowOf(db, asked, parts)))
  const covered = new Map<string, CoveredBy>()
  for (const { creditId, owed: one, amount } of coverOf(
    letters.map((l) => l.credit),
    owed,
    on,
  )) {
    const { credit: _credit, ...letter } = letters.find((l) => l.id === creditId)!
    const by = covered.get(creditId) ?? { ...letter, receivables: 0, addition: 0 }
    covered.set(creditId, one.shippedNow ? { ...by, addition: by.addition + amount } : { ...by, receivables: by.receivables + amount })
  }
  return [...covered.values()]
}
