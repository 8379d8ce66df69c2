// The cost of goods in the plainest way: what stood on 1405, 222101 and 1221 of one purchase line at the end of a day, from the facts of that day (P3, P33).
import { split, times } from './plain-numbers.ts'

/** `day` and `back` (the day it was taken back) are numbers of days; amounts are VAT-inclusive fen at 13 %. */
export type GoodsFact =
  | { do: 'bill'; day: number; quantity: number; amount: number; back: number | null }
  | { do: 'leave'; day: number; quantity: number; back?: number | null }
  | { do: 'agree'; day: number; price: number }
  | { do: 'credit'; day: number; amount: number; back?: number | null }
export type Goods = { quantity: number /** fen for one piece */; price: number; refundRate?: number }

/** The facts are in the order of their days; versions come into force in their order. */
export const plainGoods = (facts: readonly GoodsFact[], bought: Goods, on: number) => {
  const stands = facts.filter((f) => f.day <= on && !('back' in f && f.back != null && f.back <= on))
  const bills = stands.flatMap((f) => (f.do === 'bill' ? [f] : []))
  const notes = stands.flatMap((f) => (f.do === 'credit' ? [split(f.amount)] : []))
  const billed = bills.reduce((sum, b) => sum + b.quantity, 0)
  const came = (of: 'net' | 'vat') => bills.reduce((sum, b) => sum + split(b.amount)[of], 0) - notes.reduce((sum, n) => sum + n[of], 0)
  const shipped = stands.reduce((sum, f) => sum + (f.do === 'leave' ? f.quantity : 0), 0)
  const version = stands.findLast((f) => f.do === 'agree')
  const agreed = split(bought.quantity * (version?.do === 'agree' ? version.price : bought.price))
  const cost = (of: 'net' | 'vat') => {
    if (shipped > billed) return came(of) + times(agreed[of], shipped - billed, bought.quantity)
    return billed === 0 ? 0 : times(came(of), shipped, billed)
  }
  const [net, vat] = [cost('net'), cost('vat')]
  const refund = Math.min(vat, times(net, bought.refundRate ?? 13, 100))
  return { stock: came('net') - net, input: came('vat') - vat, refund, cost: net + vat - refund }
}
