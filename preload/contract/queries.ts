// The table of every query and list: name → declaration.
import type { z } from 'zod'
import { gathered } from './calls.ts'
import type { Filter, ListAnswer, ListSpec, QuerySpec, Sort } from './define/index.ts'

export const queries = gathered('queries')
type Table = typeof queries
export type AnyQueryName = keyof Table
export type ListName = { [N in AnyQueryName]: Table[N] extends ListSpec ? N : never }[AnyQueryName]
export type QueryName = Exclude<AnyQueryName, ListName>
/** Queries whose answers hold a file. */
export type FileQueryName = { [N in QueryName]: Table[N] extends { makesFile: true } ? N : never }[QueryName]
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
