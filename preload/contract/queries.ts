// The table of every query and list: name → declaration.
import type { z } from 'zod'
import type { Filter, ListAnswer, ListSpec, QuerySpec, Sort } from './define.ts'
import { amendmentsQueries } from './modules/amendments.ts'
import { auditQueries } from './modules/audit.ts'
import { approvalsQueries } from './modules/approvals.ts'
import { backupsQueries } from './modules/backups.ts'
import { catalogueQueries } from './modules/catalogue.ts'
import { checksQueries } from './modules/checks.ts'
import { contractsQueries } from './modules/contracts.ts'
import { creditQueries } from './modules/credit.ts'
import { estimatesQueries } from './modules/estimates.ts'
import { freightQueries } from './modules/freight.ts'
import { lettersQueries } from './modules/letters.ts'
import { listViewsQueries } from './modules/list-views.ts'
import { partiesQueries } from './modules/parties.ts'
import { peopleQueries } from './modules/people.ts'
import { profitQueries } from './modules/profit.ts'
import { paymentRequestsQueries } from './modules/payment-requests.ts'
import { productionQueries } from './modules/production.ts'
import { purchasingQueries } from './modules/purchasing.ts'
import { quotationsQueries } from './modules/quotations.ts'
import { referenceQueries } from './modules/reference.ts'
import { shipmentsQueries } from './modules/shipments.ts'
import { tasksQueries } from './modules/tasks.ts'
import { taxRefundsQueries } from './modules/tax-refunds.ts'
import { treasuryQueries } from './modules/treasury.ts'
import { workbenchQueries } from './modules/workbench.ts'

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
  ...treasuryQueries,
  ...taxRefundsQueries,
  ...paymentRequestsQueries,
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
