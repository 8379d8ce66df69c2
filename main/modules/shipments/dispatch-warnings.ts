// What is odd about a shipment that is about to leave: money due before it that has not come, and what its papers will lack. Rules SC6 and SC7 in ../checks/SPEC.md.
import type { QueryParsed } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { type PaymentTerm, splitByTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
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

/** Minor units of the contract's currency that have come for it: receipts named for it, and others allocated to its receivables. */
const receivedFor = async (q: QueryContext, contract: { id: string; customerId: string; currency: string }): Promise<number> => {
  const named = await q.db
    .selectFrom('receipt')
    .select((e) => e.fn.sum<number | null>('amount').as('sum'))
    .where('customerId', '=', contract.customerId)
    .where('contractId', '=', contract.id)
    .where('currency', '=', contract.currency)
    .where('status', '<>', 'reversed')
    .executeTakeFirst()
  const others = await q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as party', 'party.key', 'i.party')
    .innerJoin('ledger_key as k', 'k.key', 'i.contract')
    .innerJoin('allocation as a', 'a.target', 'i.ref')
    .leftJoin('receipt as r', 'r.item', 'a.source')
    .select((e) => e.fn.sum<number | null>('a.amount').as('sum'))
    .where('party.id', '=', contract.customerId)
    .where('i.account', '=', '1122')
    .where('k.id', '=', contract.id)
    .where('a.status', '=', 'posted')
    .where((e) => e.or([e('r.contractId', 'is', null), e('r.contractId', '<>', contract.id)]))
    .executeTakeFirst()
  return (named?.sum ?? 0) + (others?.sum ?? 0)
}

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
    const missing = due - (await receivedFor(q, { id: state.contractId, customerId: state.customerId, currency: state.currency }))
    if (missing > 0)
      warnings.push(warning('deposit-not-received', 'lines', { contract: state.contractNumber, missing: money(missing, state.currency) }))
  }
  return warnings
}
