// The arithmetic of treasury and the tables its refusals read: no database, no clock. Rule numbers are those of SPEC.md.
import { SIDE, sideOf as ledgerSideOf, type Side } from '../../../db/ledger/sides.ts'
import { baseLeaving } from '../../../db/ledger/settle.ts'
import type { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, ofScaled, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'

export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number]

// ---- bills ---------------------------------------------------------------------------------------------------------------------------------

/** Net of a VAT-inclusive amount, rounded half-up to minor units; the VAT is the rest, so both always add up (T3). `vatRate` is scaled per cent. */
export const splitVat = (gross: number, vatRate: number): { net: number; vat: number } => {
  if (vatRate === 0) return { net: gross, vat: 0 }
  const net = toInteger(new Decimal(gross).div(new Decimal(1).plus(ofScaled(vatRate, 'percent').div(100))))
  return { net, vat: gross - net }
}

export type LineAmounts = { net: number; vat: number; netBase: number; vatBase: number }
/**
 * A bill's amounts in its own currency and in base (T3). The total is converted once at the bill's rate and shared over the lines exactly,
 * so that the payable is total × rate to the cent. `rate` is scaled.
 */
export const billAmounts = (
  bill: { currency: string; rate: number; lines: readonly { amount: number; vatRate: number }[] },
  base: string,
): { total: number; totalBase: number; lines: LineAmounts[] } => {
  const total = bill.lines.reduce((sum, l) => sum + l.amount, 0)
  const totalBase = toBase(total, bill.currency, bill.rate, base)
  const shares = shareOut(
    totalBase,
    bill.lines.map((l) => new Decimal(l.amount)),
  )
  const lines = bill.lines.map((l, i) => {
    const own = splitVat(l.amount, l.vatRate)
    const inBase = bill.currency === base ? own : splitVat(shares[i]!, l.vatRate)
    return { ...own, netBase: inBase.net, vatBase: inBase.vat }
  })
  return { total, totalBase, lines }
}

/** Weighs deals for sharing a cost (T5): by the chosen basis, by quantity where that is zero throughout, equally where that is zero too. */
export const chosenWeights = (chosen: readonly Decimal[], quantities: readonly Decimal[]): readonly Decimal[] =>
  chosen.some((w) => !w.isZero()) ? chosen : quantities

/** Packing of goods: cartons are whole, so a quantity that does not fill its last carton takes the whole carton. All arguments scaled. */
export const cartonsOf = (quantity: number, piecesPerCarton: number): Decimal =>
  piecesPerCarton > 0 ? ofScaled(quantity, 'quantity').div(ofScaled(piecesPerCarton, 'quantity')).ceil() : new Decimal(0)

/** Where an expense is booked (T4): bank charges are financial, the rest selling expense of a deal, or overhead without one. */
export const expenseAccount = (category: ExpenseCategory, hasDeal: boolean): '6601' | '6602' | '6603' =>
  category === 'bank-charge' ? '6603' : hasDeal ? '6601' : '6602'

// ---- bank ----------------------------------------------------------------------------------------------------------------------------------

/**
 * Base amount that leaves a bank account with `amount` of its own currency (T10): at the account's average, all when it is emptied; what goes
 * beyond the balance leaves at the transfer's own rate, so it makes no difference. In base currency the amount itself.
 */
export const baseLeavingBank = (account: { foreign: number; base: number; isBase: boolean }, amount: number, ownBase: number): number => {
  if (account.isBase) return amount
  const covered = Math.min(amount, Math.max(account.foreign, 0))
  const carried = covered === 0 ? 0 : toInteger(new Decimal(account.base).times(covered).div(account.foreign))
  return carried + (covered === amount ? 0 : toInteger(new Decimal(ownBase).times(amount - covered).div(amount)))
}

// ---- allocation ----------------------------------------------------------------------------------------------------------------------------

/** Which side an item is applied on (T7); null for tax refunds and for unclaimed money, which is claimed first. */
export const sideOf = (item: { account: string; kind: string }): Side | null => (item.kind === 'unclaimed' ? null : ledgerSideOf(item))
export const canGive = (item: { account: string; kind: string }): boolean => {
  const side = sideOf(item)
  return side !== null && item.kind !== 'refund' && (SIDE[side].waiting as readonly string[]).includes(item.kind)
}
export const canBeSettled = (item: { account: string; kind: string }): boolean => {
  const side = sideOf(item)
  return side !== null && (SIDE[side].owed as readonly string[]).includes(item.kind)
}

type Part = { foreign: number; base: number; openForeign: number; openBase: number }
export type Applied = { sourceBase: number; targetBase: number; difference: number }
/**
 * The exchange difference of what leaves two items in base, each at its own rate (T8): a gain is positive. For a receivable it is
 * amount × (rate of receipt − rate of invoice), for a payable the reverse.
 */
export const gainOf = (sourceBase: number, targetBase: number): number =>
  // The two leave with opposite signs; what is left over goes to 6603, where a gain stands in credit.
  -(sourceBase + targetBase) || 0

/** What one item applied to another comes to as both stand now. */
export const apply = (source: Part, sourceAmount: number, target: Part, amount: number): Applied => {
  const sourceBase = baseLeaving(source, sourceAmount)
  const targetBase = baseLeaving(target, amount)
  return { sourceBase, targetBase, difference: gainOf(sourceBase, targetBase) }
}

// ---- ageing --------------------------------------------------------------------------------------------------------------------------------

export type Bucket = { from: IsoDate | null; to: IsoDate | null; label: string }
/**
 * The ageing buckets as spans of the basis date, both ends included (T12): 1 to n days old, the next, …, and older than the last boundary.
 * What is dated on or after the day itself is not due.
 */
export const bucketsAsOf = (asOf: IsoDate, boundaries: readonly number[]): Bucket[] => [
  ...boundaries.map((upper, i) => {
    const lower = (boundaries[i - 1] ?? 0) + 1
    return { from: addDays(asOf, -upper), to: addDays(asOf, -lower), label: `${lower}–${upper}` }
  }),
  { from: null, to: addDays(asOf, -(boundaries.at(-1) ?? 0) - 1), label: `>${boundaries.at(-1) ?? 0}` },
]
