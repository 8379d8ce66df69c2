// Exact arithmetic of the book-keeper's model: whole numbers only, written from domain.md and the cases, not from the product's code.

/** n ÷ d rounded half-up, away from zero. */
export const half = (n: bigint, d: bigint): number => {
  if (d < 0n) return half(-n, -d)
  if (n < 0n) return -half(-n, d) || 0
  return Number((2n * n + d) / (2n * d))
}
export const times = (whole: number, of: number, all: number): number => half(BigInt(whole) * BigInt(of), BigInt(all))

const PLACES: Readonly<Record<string, number>> = { CNY: 2, USD: 2, EUR: 2, JPY: 0 }
/** A rate as a whole number of hundred-millionths. */
const scaled = (rate: string): bigint => {
  const [whole = '0', part = ''] = rate.split('.')
  return BigInt(whole) * 100_000_000n + BigInt(part.padEnd(8, '0'))
}
/** Minor units of a currency in fen at a rate. */
export const inFen = (minor: number, currency: string, rate: string): number =>
  currency === 'CNY' ? minor : half(BigInt(minor) * scaled(rate) * 10n ** BigInt(2 - PLACES[currency]!), 100_000_000n)

/** LC-06, LC-07: whole shares that add up; what is over goes to the largest remainders, on a tie to the larger weight, then the earlier; of equal weights to the last. */
export const shares = (total: number, weights: readonly number[]): number[] => {
  const all = weights.reduce((a, b) => a + b, 0)
  if (all === 0)
    return shares(
      total,
      weights.map(() => 1),
    )
  const exact = weights.map((w) => BigInt(total) * BigInt(w))
  const parts = exact.map((e) => Number(e / BigInt(all)))
  const equal = weights.every((w) => w === weights[0])
  const order = weights.map((weight, at) => ({ at, weight, over: Number(exact[at]! % BigInt(all)) }))
  order.sort((a, b) => (equal ? b.at - a.at : b.over - a.over || b.weight - a.weight || a.at - b.at))
  const rest = total - parts.reduce((a, b) => a + b, 0)
  for (const { at } of order.slice(0, rest)) parts[at]! += 1
  return parts
}

export type Amounts = { net: number; vat: number }
/** Net and VAT of a VAT-inclusive amount, the rate in whole per cent. */
export const split = (amount: number, vatRate = 13): Amounts => {
  const net = times(amount, 100, 100 + vatRate)
  return { net, vat: amount - net }
}
