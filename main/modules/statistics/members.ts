// What members of a dimension are called: by their records as far as the viewer sees those, buckets of time by themselves, and those without a name by a word.
import { nameOf } from '../../../preload/contract/names/index.ts'
import { sortKey } from '../../../db/folded-keys.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { Axis } from './asked.ts'
import type { Label } from './dimensions.ts'
import { NONE, OTHERS } from './read-facts.ts'
import { bucketLabel } from './time.ts'

/** Names of these members. `direct`: what is directly in this member of a tree, beside what is below it (CU12). */
export const memberLabels = (
  q: QueryContext,
  axis: Axis,
  keys: readonly string[],
  { yearBegins, direct = null }: { yearBegins: number; direct?: string | null },
): ReadonlyMap<string, Label> => {
  const { language } = q.viewer
  const named = axis.dimension?.labels(
    q,
    keys.filter((key) => key !== NONE && key !== OTHERS),
  )
  const labelOf = (key: string): Omit<Label, 'key'> => {
    if (axis.time !== undefined)
      return { label: axis.time === 'weekday' ? nameOf(`weekday.${key}`, language) : bucketLabel(axis.time, key, yearBegins), code: key }
    if (key === NONE) return { label: nameOf(`statistic-none.${axis.name}`, language), code: '' }
    const found = key === OTHERS ? undefined : named!.get(key)
    if (!found) return { label: nameOf('statistic-member.others', language), code: '' }
    return key === direct ? { ...found, label: nameOf('statistic-member.directly', language).replace('{{name}}', found.label) } : found
  }
  // Names are compared by their keys, as in every list (queries Q4).
  return new Map(
    keys.map((key) => {
      const { label, code } = labelOf(key)
      return [key, { label, code, key: sortKey(label) }]
    }),
  )
}
