// The arithmetic of bills: net and VAT, weights by which deals share a cost, accounts of an expense. No database, no clock.
import type { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import { Decimal, ofScaled, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'

export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number]

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
