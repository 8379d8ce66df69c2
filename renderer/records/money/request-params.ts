// What is typed in a payment becomes the parameters of a request for it: nothing is typed twice (T54 of payment requests). Pure.
import type { Params } from '../../client/index.ts'
import type { PickedContract } from './pick-fields.tsx'
import type { Candidate, TargetFormValues } from './targets.ts'

export type Paid = {
  side: 'payable' | 'receivable'
  partyId: string | null
  currency: string
  amount: number | null
  remark: string
  contract: PickedContract
  targets: readonly TargetFormValues[]
}
type Ticked = [item: string, amount: number]

/** A request is in one currency: of items in several, those in the currency of the account, else of the first one. */
export const requestParams = (paid: Paid, candidates: readonly Candidate[]): Params => {
  const currencyOf = (item: string) => candidates.find((c) => c.item === item)?.open.currency
  const typed = paid.targets.filter((one) => one.amount !== null)
  const has = typed.some((one) => currencyOf(one.item) === paid.currency)
  const currency = has ? paid.currency : ((typed[0] && currencyOf(typed[0].item)) ?? paid.currency)
  const ticked = typed.filter((one) => currencyOf(one.item) === currency).map((one): Ticked => [one.item, one.amount ?? 0])
  // To be paid when the first of them is due.
  const [due] = candidates.flatMap((c) => (ticked.some(([item]) => item === c.item) ? [c.dueDate] : [])).toSorted()
  return {
    side: paid.side,
    ...(paid.partyId ? { partyId: paid.partyId } : {}),
    ...(currency === '' ? {} : { currency }),
    ...(paid.amount === null || ticked.length > 0 ? {} : { amount: String(paid.amount) }),
    ...(paid.contract && ticked.length === 0 ? { contractId: paid.contract.id, contractNumber: paid.contract.number } : {}),
    ...(paid.remark === '' ? {} : { remark: paid.remark }),
    ...(due === undefined ? {} : { payBy: due }),
    ...(ticked.length === 0 ? {} : { ticked: JSON.stringify(ticked) }),
  }
}

/** The bills a request is begun with; none where the parameter is not what `requestParams` makes. */
export const tickedOf = (params: Params): TargetFormValues[] => {
  try {
    const all: unknown = JSON.parse(params.ticked ?? '[]')
    if (!Array.isArray(all)) return []
    return all.flatMap((one: unknown) =>
      Array.isArray(one) && typeof one[0] === 'string' && Number.isSafeInteger(one[1])
        ? [{ item: one[0], amount: one[1] as number, sourceAmount: null }]
        : [],
    )
  } catch {
    return []
  }
}

/** Minor units, or null. */
export const amountOf = (params: Params): number | null => {
  const amount = Number(params.amount ?? '')
  return params.amount !== undefined && Number.isSafeInteger(amount) && amount > 0 ? amount : null
}
