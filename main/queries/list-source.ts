// Where a list's rows come from for one request: its input parsed, its module asked.
import type { ListSpec } from '../../preload/contract/define/index.ts'
import { queries, type AnyQueryName } from '../../preload/contract/queries.ts'
import { Refused } from '../../preload/contract/refusals.ts'
import { issuesOf } from '../commands/run-command.ts'
import { inLanguage } from './list-texts.ts'
import type { AllQueries, ListHandlers, ListRequest, ListSource, QueryContext } from './define-query.ts'

export type AskedList = {
  spec: ListSpec
  request: ListRequest
  source: ListSource
  /** It depends on nothing but the request, the viewer, the company and the day: the module read neither the database nor the clock for it. */
  isPure: boolean
}

/** After the list's permission was checked. Throws Refused for an input that does not parse. */
export const listSource = async (all: AllQueries, name: AnyQueryName, input: unknown, q: QueryContext): Promise<AskedList> => {
  const spec = queries[name] as ListSpec
  const parsed = spec.input.safeParse(input)
  if (!parsed.success) throw new Refused(issuesOf(parsed.error, input))
  const request = parsed.data as ListRequest & { params: unknown }
  const handler = all.lists[name as keyof ListHandlers] as (params: unknown, q: QueryContext) => ListSource | Promise<ListSource>
  let isPure = true
  const watched: QueryContext = {
    ...q,
    get sql() {
      isPure = false
      return q.sql
    },
    get now() {
      isPure = false
      return q.now
    },
  }
  const given = handler(request.params, watched)
  const spoken = (source: ListSource) => inLanguage(source, q.viewer.language)
  // Kysely reads by promises: who gives its source at once has read nothing.
  if (given instanceof Promise) return { spec, request, source: spoken(await given), isPure: false }
  return { spec, request, source: spoken(given), isPure }
}
