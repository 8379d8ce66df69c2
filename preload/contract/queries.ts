// The table of every query and list: name → declaration.
import type { z } from 'zod'
import type { Filter, ListAnswer, ListSpec, QuerySpec, Sort } from './define/index.ts'
import { amendmentsQueries } from './modules/amendments/calls.ts'
import { auditQueries } from './modules/audit/calls.ts'
import { approvalsQueries } from './modules/approvals/calls.ts'
import { backupsQueries } from './modules/backups/calls.ts'
import { catalogueQueries } from './modules/catalogue/calls.ts'
import { checksQueries } from './modules/checks/calls.ts'
import { contractsQueries } from './modules/contracts/calls.ts'
import { creditQueries } from './modules/credit/calls.ts'
import { estimatesQueries } from './modules/estimates/calls.ts'
import { freightQueries } from './modules/freight/calls.ts'
import { lettersQueries } from './modules/letters-of-credit/calls.ts'
import { listViewsQueries } from './modules/list-views/calls.ts'
import { partiesQueries } from './modules/parties/calls.ts'
import { peopleQueries } from './modules/people/calls.ts'
import { profitQueries } from './modules/profit/calls.ts'
import { paymentRequestsQueries } from './modules/payment-requests/calls.ts'
import { productionQueries } from './modules/production/calls.ts'
import { purchasingQueries } from './modules/purchasing/calls.ts'
import { quotationsQueries } from './modules/quotations/calls.ts'
import { referenceQueries } from './modules/reference/calls.ts'
import { shipmentsQueries } from './modules/shipments/calls.ts'
import { tasksQueries } from './modules/tasks/calls.ts'
import { taxRefundsQueries } from './modules/tax-refunds/calls.ts'
import { bankAccountQueries } from './modules/bank-accounts/calls.ts'
import { openItemQueries } from './modules/open-items/calls.ts'
import { billQueries } from './modules/bills/calls.ts'
import { receiptAndPaymentQueries } from './modules/receipts-and-payments/calls.ts'
import { bookQueries } from './modules/books/calls.ts'
import { workbenchQueries } from './modules/workbench/calls.ts'

export const queries = {
  ...peopleQueries,
  ...auditQueries,
  ...backupsQueries,
  ...approvalsQueries,
  ...partiesQueries,
  ...creditQueries,
  ...catalogueQueries,
  ...amendmentsQueries,
  ...checksQueries,
  ...contractsQueries,
  ...quotationsQueries,
  ...purchasingQueries,
  ...productionQueries,
  ...freightQueries,
  ...shipmentsQueries,
  ...lettersQueries,
  ...bankAccountQueries,
  ...openItemQueries,
  ...billQueries,
  ...paymentRequestsQueries,
  ...receiptAndPaymentQueries,
  ...taxRefundsQueries,
  ...bookQueries,
  ...estimatesQueries,
  ...profitQueries,
  ...tasksQueries,
  ...workbenchQueries,
  ...listViewsQueries,
  ...referenceQueries,
}
type Table = typeof queries
export type AnyQueryName = keyof Table
export type ListName = { [N in AnyQueryName]: Table[N] extends ListSpec ? N : never }[AnyQueryName]
export type QueryName = Exclude<AnyQueryName, ListName>
export type ListParams<N extends ListName> = Table[N] extends ListSpec<infer P> ? z.output<P> : never
export type QueryInput<N extends AnyQueryName> = N extends ListName
  ? ListInput<N>
  : Table[N] extends QuerySpec<infer I>
    ? z.input<I>
    : never
export type QueryParsed<N extends QueryName> = Table[N] extends QuerySpec<infer I> ? z.output<I> : never
export type QueryOutput<N extends AnyQueryName> = N extends ListName
  ? ListAnswer
  : Table[N] extends QuerySpec<infer _I, infer O>
    ? z.output<O>
    : never
export type ListInput<N extends ListName> = {
  search?: string
  filters?: Filter[]
  sort?: Sort[]
  limit?: number
  cursor?: string
  offset?: number
  totals?: boolean
  mine?: boolean
} & (undefined extends ListParams<N> ? { params?: ListParams<N> } : { params: ListParams<N> })
export const isQuery = (name: string): name is AnyQueryName => Object.hasOwn(queries, name)
export const isList = (name: string): name is ListName => isQuery(name) && queries[name].kind === 'list'
/** The declaration of a list, with its type parameter widened. */
export const listSpec = (name: ListName): ListSpec => queries[name] as ListSpec
