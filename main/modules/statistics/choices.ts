// What a viewer may ask for, and the members of a dimension that they can filter by.
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { searchFold } from '../../../db/folded-keys.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import { questionSchema } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { askedOf, choicesOf } from './asked.ts'
import { byName } from './dimensions.ts'
import { memberLabels } from './members.ts'
import { NONE, OTHERS, pathOf, readAsOf, readFacts } from './read-facts.ts'

export const statisticChoices: QueryHandler<'statistic-choices'> = (_input, q) => {
  const { measures, dimensions } = choicesOf(q)
  return {
    measures: measures.map(({ name, measure, source, dimensions: by }) => ({
      ...{ name, unit: measure.unit, kind: measure.kind, clocked: source.clocked === true },
      dimensions: [...by],
    })),
    dimensions: [...dimensions],
  }
}

/** Members that have facts in scope, on whatever day, and those of a tree that they are below: read from the facts, not from rows that an answer shows. */
export const statisticMembers: QueryHandler<'statistic-members'> = ({ dimension, measure, text, limit }, q) => {
  const range = { from: '1980-01-01', to: q.today }
  const question = questionSchema().parse({ measures: [measure], rows: [dimension], period: range, order: 'name' })
  const asked = askedOf(q, question)
  const [axis, one] = [asked.rows[0]!, asked.measures[0]!]
  const selection = { asked, range }
  const read = one.source.asOf ? readAsOf(q, one.source, [one], selection, q.today) : readFacts(q, one.source, [one], selection)
  const met = new Set(read.flatMap(({ groups }) => groups.map(({ keys }) => keys[0]!)))
  met.delete(OTHERS)
  const tree = axis.dimension?.tree?.(q)
  if (tree) for (const key of met) for (const above of pathOf(tree, key)) met.add(above)
  const typed = plainText(text)
  const found = [...memberLabels(q, axis, [...met], question)]
    .map(([key, { label, code, key: order }]) => ({ key, label, named: { label, code, ...(order === undefined ? {} : { key: order }) } }))
    .filter(({ label }) => typed === '' || searchFold(label).includes(typed) || plainText(label).includes(typed))
    .toSorted((a, b) =>
      axis.time === undefined ? Number(a.key === NONE) - Number(b.key === NONE) || byName(a.named, b.named) : compareTexts(b.key, a.key),
    )
  return { members: found.slice(0, limit).map(({ key, label }) => ({ key, label })), more: found.length > limit }
}
