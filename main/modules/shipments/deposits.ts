// The deposit that a commercial invoice takes off: money of its contracts that had come before the goods left. Rule H55 in SPEC.md; golden case C5 of papers.
import type { ReadableDb } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { splitByTerm, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { listOf } from '../../records/contributions.ts'

/** Of a contract, in minor units of its currency. `on`: the day the money came. */
export type Advances = {
  /** Not applied to anything yet. */
  open: readonly { on: IsoDate; amount: number }[]
  /** Applied to receivables of its shipments. */
  applied: readonly { on: IsoDate; amount: number; shipmentId: string }[]
  /** What is open of the receivables of its shipments. */
  owed: readonly { amount: number; shipmentId: string }[]
}
type Contract = { id: string; customerId: string; currency: string }
export const advancesOfContract = listOf<(db: ReadableDb, contract: Contract) => Promise<Advances>>('advances of a contract')

/** One contract's part of a shipment, in the order in which they left or are to leave. `leavesOn`: today for one that has not. */
export type Part = { shipmentId: string; leavesOn: IsoDate; amount: number; completes: boolean }

const sum = (all: readonly { amount: number }[]): number => all.reduce((total, { amount }) => total + amount, 0)
type Money = { on: IsoDate; amount: number }
/** Takes an amount out of the money that fits, what came first first. */
const setAside = (money: Money[], amount: number, fits: (one: Money) => boolean): void => {
  let rest = amount
  for (const one of money.filter(fits)) {
    const taken = Math.min(rest, one.amount)
    one.amount -= taken
    rest -= taken
  }
}
/** What a payment term asks before goods leave. */
const dueBefore = (term: PaymentTerm, amount: number): number => {
  const amounts = splitByTerm(amount, term)
  const isBefore = (event: string) => event === 'on-signing' || event === 'before-shipment'
  return term.reduce((total, { event }, at) => (isBefore(event) ? total + (amounts[at] ?? 0) : total), 0)
}

/** What each part takes of the money that came, in their order, and what of it is left when all have. */
const takenByParts = (
  parts: readonly Part[],
  term: PaymentTerm,
  { open, applied, owed }: Advances,
): { deposits: number[]; left: number } => {
  const money = open.map((one) => ({ ...one })).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const deposits = parts.map(({ shipmentId, leavesOn, amount, completes }) => {
    const own = sum(applied.filter((one) => one.shipmentId === shipmentId && one.on <= leavesOn))
    const left = sum(money.filter(({ on }) => on <= leavesOn))
    const deposit = own > 0 ? Math.min(own, amount) : Math.min(left, completes ? amount : dueBefore(term, amount), amount)
    const notApplied = own > 0 ? 0 : deposit
    setAside(money, notApplied, ({ on }) => on <= leavesOn)
    const due = sum(owed.filter((one) => one.shipmentId === shipmentId)) - notApplied
    setAside(money, Math.max(0, due), ({ on }) => on > leavesOn)
    return deposit
  })
  return { deposits, left: sum(money) }
}

/**
 * H55. The deposit of each part, minor units, in their order: what is applied to it of money that had come before it left; else what its payment term asks
 * before goods leave, as far as such money is there that no earlier invoice has taken off. The part that completes the contract takes all that is left.
 * Money that came after a part had left pays what is open of that part first. Never more than the part's amount.
 */
export const depositsOfParts = (parts: readonly Part[], term: PaymentTerm, advances: Advances): number[] =>
  takenByParts(parts, term, advances).deposits

/** What is left of a contract's money for goods that have not left yet, when the invoices of those that have (`parts`) took off theirs. Minor units. */
export const leftForLaterGoods = (parts: readonly Part[], term: PaymentTerm, advances: Advances): number =>
  takenByParts(parts, term, advances).left

/** Shipments that carry a contract's goods, those that have left first; `completes`: with it nothing of the contract is left to ship. */
const partsOf = async (q: QueryContext, contractId: string): Promise<Part[]> => {
  const sold = await q.db.selectFrom('sales_line').select(['id', 'quantity']).where('contractId', '=', contractId).execute()
  const rows = await q.db
    .selectFrom('shipment_line as l')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .select(['s.id', 's.dispatchedOn', 's.number', 'l.salesLineId', 'l.quantity', 'l.amount'])
    .where('l.contractId', '=', contractId)
    .where('s.status', '<>', 'void')
    .orderBy((e) => e.fn.coalesce('s.dispatchedOn', e.val('9999')))
    .orderBy('s.numberKey')
    .execute()
  const left = new Map(sold.map(({ id, quantity }) => [id, quantity]))
  return [...Map.groupBy(rows, ({ id }) => id)].map(([shipmentId, own]) => {
    for (const { salesLineId, quantity } of own) left.set(salesLineId, (left.get(salesLineId) ?? 0) - quantity)
    return { shipmentId, leavesOn: own[0]!.dispatchedOn ?? q.today, amount: sum(own), completes: [...left.values()].every((q_) => q_ <= 0) }
  })
}

type Shipment = { id: string; customerId: string; currency: string; contracts: readonly { id: string; term: PaymentTerm }[] }
/** Of all contracts in the shipment, minor units of its currency. */
export const depositOf = async (q: QueryContext, { id, customerId, currency, contracts }: Shipment): Promise<number> => {
  let total = 0
  for (const contract of contracts) {
    const given = await Promise.all(q.contributed(advancesOfContract).map((of) => of(q.db, { id: contract.id, customerId, currency })))
    const advances: Advances = {
      open: given.flatMap(({ open }) => open),
      applied: given.flatMap(({ applied }) => applied),
      owed: given.flatMap(({ owed }) => owed),
    }
    if (advances.open.length + advances.applied.length === 0) continue
    const parts = await partsOf(q, contract.id)
    total += depositsOfParts(parts, contract.term, advances)[parts.findIndex(({ shipmentId }) => shipmentId === id)] ?? 0
  }
  return total
}
