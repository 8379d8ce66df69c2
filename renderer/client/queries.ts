// Reading from the office: one query kept fresh by its notices, one page of a list, one export.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ListAnswer } from '../../preload/contract/define/index.ts'
import type { Answer, ExportOptions, Problem } from '../../preload/contract/envelope.ts'
import {
  type AnyQueryName,
  type ListInput,
  type ListName,
  queries,
  type QueryInput,
  type QueryName,
  type QueryOutput,
} from '../../preload/contract/queries.ts'
import { askOrRecall } from './last-answers.ts'
import { office, officeState, setReachable } from './office.ts'
import { problemOf, UNREACHABLE } from './problem.ts'
import { untilReachable } from './reach.ts'
import { type Exported, Unreachable } from './transport.ts'

class QueryProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super('refused' in problem ? problem.refused : problem.fault)
    this.problem = problem
  }
}
/** Any throw that is no problem of the office is a bug of the screen: it becomes a fault without a number of the office. */
const asProblem = (error: unknown): Problem => (error instanceof QueryProblem ? error.problem : { fault: 'screen' })

export type QueryState<N extends AnyQueryName> = {
  data: QueryOutput<N> | undefined
  problem: Problem | null
  loading: boolean
  /** What is shown is the answer before: `keep`. */
  isKept: boolean
  refetch: () => void
}

/**
 * One query, asked again when a notice names a table it watches.
 * `enabled: false` asks nothing; `keep` shows the answer before while a changed input is being asked.
 */
export const useOfficeQuery = <N extends QueryName>(name: N, input: QueryInput<N>, options: QueryOptions = {}): QueryState<N> =>
  useAnswer(name, input, options)

/** A few rows or the totals of a list, for a page that is no list page, kept fresh in the same way. */
export const useOfficeList = <N extends ListName>(name: N, input: QueryInput<N>, options: QueryOptions = {}): QueryState<N> =>
  useAnswer(name, input, options)

const reading = <N extends AnyQueryName>(name: N, input: QueryInput<N>) => ({
  queryKey: [name, input],
  queryFn: async (asking: { signal: AbortSignal }) => {
    // To look at its signal is to want a read stopped.
    const gone = queries[name].heavy ? asking.signal : undefined
    const answer = await askOrRecall({ kind: 'query', name, input }, gone)
    if (!answer.ok) throw new QueryProblem(problemOf(answer) ?? { fault: 'screen' })
    return answer.value as QueryOutput<N>
  },
  staleTime: queries[name].watches.length > 0 ? Number.POSITIVE_INFINITY : 0,
})

/** One query outside of a rendering; what was read before and is still true is not asked again. Undefined where it cannot be read. */
export const readOffice = async <N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N> | undefined> =>
  office()
    .queryClient.fetchQuery(reading(name, input))
    .catch(() => undefined)

type QueryOptions = { enabled?: boolean; keep?: boolean }
function useAnswer<N extends AnyQueryName>(name: N, input: QueryInput<N>, options: QueryOptions): QueryState<N> {
  const result = useQuery(
    {
      ...reading(name, input),
      enabled: options.enabled ?? true,
      placeholderData: options.keep ? keepPreviousData : undefined,
    },
    office().queryClient,
  )
  return {
    data: result.data,
    problem: result.error ? asProblem(result.error) : null,
    loading: result.isPending && result.fetchStatus !== 'idle',
    isKept: result.isPlaceholderData,
    refetch: () => void result.refetch(),
  }
}

/** A heavy read that nobody waits for is stopped at the office; any other is answered sooner than stopped. */
const stoppable = (name: AnyQueryName, gone?: AbortSignal) => (queries[name].heavy ? gone : undefined)

/** One page of a list; `gone` as in `ask`. */
export const fetchList = async <N extends ListName>(name: N, input: ListInput<N>, gone?: AbortSignal): Promise<Answer<ListAnswer>> =>
  (await askOrRecall({ kind: 'query', name, input }, stoppable(name, gone))) as Answer<ListAnswer>

/** Writes all rows of a list to a workbook: asks where on the desktop, downloads in a browser. The value is null when the user cancels. */
export async function exportList(options: ExportOptions, suggestedName: string): Promise<Answer<Exported>> {
  try {
    return await office().transport.exportList(options, suggestedName, officeState().token)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    setReachable(false)
    void untilReachable() // Nothing else may be asking: the bar goes when the office is back.
    return { ok: false, fault: UNREACHABLE }
  }
}
