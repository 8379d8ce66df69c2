// A signed contract and the amendment of it that is in preparation, as the amendment's page reads them.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { type Problem, useOfficeQuery } from '../../client/index.ts'
import type { Amended } from './amended.ts'

export type InPreparation<D = Amended> = {
  /** The contract as it is in force. */
  inForce: D | undefined
  /** As the amendment would make it; undefined while it is read, or when none is in preparation. */
  data: D | undefined
  loading: boolean
  problem: Problem | null
}

export const useAmended = <N extends AmendedKind>(kind: N, id: string): InPreparation<QueryOutput<N>> => {
  const inForce = useOfficeQuery<N>(kind, { id } as QueryInput<N>)
  const version = (inForce.data as Amended | undefined)?.amendment?.version
  const amended = useOfficeQuery<N>(kind, { id, version } as QueryInput<N>, { enabled: version !== undefined })
  return {
    inForce: inForce.data,
    data: version === undefined ? undefined : amended.data,
    loading: inForce.loading || amended.loading,
    problem: inForce.problem ?? amended.problem,
  }
}
