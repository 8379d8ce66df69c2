// One record as its page has it: read from the office, typed over and saved; the tab of a new one becomes the record's own.
import { useMemo } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { QueryInput, QueryName, QueryOutput } from '../../../preload/contract/queries.ts'
import type { PlacedKind, RecordKind } from '../../../preload/contract/records.ts'
import { type Params, type Problem, useOfficeQuery, useTabs } from '../../client/index.ts'
import { type At, type Form, useForm } from '../../kit/form/index.ts'

/** Kinds that are read by a query of their own name. */
type ReadKind = Extract<RecordKind, QueryName> & PlacedKind
type Versioned = { id: string; revision: number }
type Typing<D, V extends object> = {
  /** What of the record is typed; a function of the module, the same at every rendering. */
  formValuesOf: (data: D) => V
  /** First values of a new one. */
  empty: () => V
  save: (value: V, at: At) => Promise<Answer<{ id: string }>>
}
/** A record on its page. `data`: as the office has it; undefined while it is new or being read. */
export type RecordOnPage<V extends object, D = unknown> = {
  kind: PlacedKind
  data: D | undefined
  form: Form<V>
  loading: boolean
  problem: Problem | null
}

/** The form of one record; its kind names its page. */
export const useRecordForm = <D extends Versioned, V extends object>(
  kind: PlacedKind,
  data: D | undefined,
  { formValuesOf, empty, save }: Typing<D, V>,
): Form<V> => {
  const tabs = useTabs()
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: formValuesOf(data) }, [data, formValuesOf])
  return useForm<V, { id: string }>({
    empty,
    seen,
    save,
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become(kind, { id: outcome.id })
    },
  })
}

type Reading<N extends QueryName> = {
  /** What the query is asked beside the id, such as an older version. */
  input?: Partial<QueryInput<N>>
  /** The record before stays on screen while the next is being read. */
  keep?: boolean
}

/** Without an id among the page's params it is a new one. */
export const useRecord = <N extends ReadKind, V extends object>(
  kind: N,
  { id }: Params,
  { input, keep, ...typing }: Typing<QueryOutput<N> & Versioned, V> & Reading<N>,
): RecordOnPage<V, QueryOutput<N>> & { kind: N } => {
  const asked = { ...input, id: id ?? '' } as QueryInput<N>
  const { data, loading, problem } = useOfficeQuery<N>(kind, asked, { enabled: id !== undefined, ...(keep && { keep }) })
  const form = useRecordForm(kind, data as (QueryOutput<N> & Versioned) | undefined, typing)
  return { kind, data, form, loading, problem }
}
