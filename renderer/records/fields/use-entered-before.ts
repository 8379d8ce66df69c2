// Whether a number that usually comes once was entered before: asked while it is typed, shown beside its field.
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'

const none: readonly Warning[] = []
export const useEnteredBefore = (typed: QueryInput<'entered-before'>, enabled = true): readonly Warning[] => {
  const asked = useDebounced({ ...typed, number: typed.number.trim() }, 400)
  const read = useOfficeQuery('entered-before', asked, { enabled: enabled && asked.number !== '' })
  return asked.number === '' ? none : (read.data?.warnings ?? none)
}
