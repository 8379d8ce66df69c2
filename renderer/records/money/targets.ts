// What is typed against open items in a payment or an allocation: the suggestion by due date, what is still free, and what is sent.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'

export type Candidate = QueryOutput<'allocation-candidates'>[number]
/** One item that is chosen: what it takes in its own currency and, across currencies, of the money. */
export type TargetFormValues = { item: string; amount: number | null; sourceAmount: number | null }
export type Target = CommandInput<'allocate'>['targets'][number]

/** What a target takes of the money, in the money's own minor units; null while it is not typed. */
export const taken = (target: TargetFormValues, candidate: Candidate | undefined, currency: string): number | null =>
  candidate === undefined || candidate.open.currency === currency ? target.amount : target.sourceAmount

/** Minor units of the money that no target has taken yet; negative when they take more. */
export const freeOf = (total: number, targets: readonly TargetFormValues[], candidates: readonly Candidate[], currency: string): number =>
  targets.reduce(
    (left, t) =>
      left -
      (taken(
        t,
        candidates.find((c) => c.item === t.item),
        currency,
      ) ?? 0),
    total,
  )

/** What the money was sent for, the oldest due first, as far as it goes; items in other currencies are left to be typed. */
export const suggested = (money: Money, candidates: readonly Candidate[]): TargetFormValues[] => {
  let left = money.minor
  return candidates.flatMap(({ item, open, meant }) => {
    const amount = meant && open.currency === money.currency ? Math.min(left, open.minor) : 0
    if (amount <= 0) return []
    left -= amount
    return [{ item, amount, sourceAmount: null }]
  })
}

/** A candidate is chosen with all that is open of it, or with what is left of the money when that is less. */
export const chosen = (candidate: Candidate, free: number, currency: string): TargetFormValues =>
  candidate.open.currency === currency
    ? { item: candidate.item, amount: free > 0 ? Math.min(free, candidate.open.minor) : candidate.open.minor, sourceAmount: null }
    : { item: candidate.item, amount: candidate.open.minor, sourceAmount: null }

/** The targets as the office takes them; null while one of them is not wholly typed. */
export const sent = (targets: readonly TargetFormValues[], candidates: readonly Candidate[], currency: string): Target[] | null => {
  const made = targets.map((t): Target | null => {
    const candidate = candidates.find((c) => c.item === t.item)
    if (!candidate || t.amount === null || t.amount <= 0) return null
    if (candidate.open.currency === currency) return { item: t.item, amount: t.amount }
    return t.sourceAmount === null || t.sourceAmount <= 0 ? null : { item: t.item, amount: t.amount, sourceAmount: t.sourceAmount }
  })
  return made.every((t) => t !== null) ? made : null
}
