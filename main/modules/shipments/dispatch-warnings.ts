// What is odd about a shipment that is about to leave: money due before it that has not come, and what its papers will lack. Rules SC6 and SC7 in ../checks/SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryParsed } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { type PaymentTerm, splitByTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { oneOf } from '../../records/contributions.ts'
import type { SalesLineState } from './line-states.ts'

type Papers = NonNullable<QueryParsed<'preview-shipment'>['papers']>
/** SC7. */
export const emptyPapers = (papers: Papers): Warning[] =>
  Object.entries(papers).flatMap(([field, text]) => (text.trim() === '' ? [warning('left-empty', field, {})] : []))

/** SC6. Minor units due before goods leave: what is due on signing of the whole contract, what is due before shipment of what has left and leaves now. */
export const dueBeforeDispatch = (term: PaymentTerm, contractTotal: number, leaving: number): number => {
  const part = (event: PaymentTerm[number]['event'], amount: number) => {
    const parts = splitByTerm(amount, term)
    return term.reduce((sum, instalment, at) => (instalment.event === event ? sum + (parts[at] ?? 0) : sum), 0)
  }
  return part('on-signing', contractTotal) + part('before-shipment', leaving)
}

/** Minor units of a sales contract's currency that have come for it: receipts that name it, and others allocated to its receivables. Given by receipts. */
export const receivedForContract =
  oneOf<(db: ReadableDb, contract: { id: string; customerId: string; currency: string }) => Promise<number>>('received for a contract')

/** `parts`: what each contract's lines come to in this shipment. */
export const depositWarnings = async (
  q: QueryContext,
  parts: readonly { state: SalesLineState; amount: number; charged: number }[],
): Promise<Warning[]> => {
  const warnings: Warning[] = []
  for (const { state, amount, charged } of parts) {
    const contract = await q.db.selectFrom('sales_contract').select('total').where('id', '=', state.contractId).executeTakeFirst()
    const due = dueBeforeDispatch(state.term, contract?.total ?? 0, charged + amount)
    if (due <= 0) continue
    const { contractId: id, customerId, currency } = state
    const missing = due - (await q.contributed(receivedForContract)(q.db, { id, customerId, currency }))
    if (missing > 0)
      warnings.push(warning('deposit-not-received', 'lines', { contract: state.contractNumber, missing: money(missing, state.currency) }))
  }
  return warnings
}
