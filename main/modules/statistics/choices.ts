// What a viewer may ask for, and the members of a dimension that they can filter by.
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { searchFold } from '../../../db/folded-keys.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import { questionSchema } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { askedOf, choicesOf } from './asked.ts'
import { answerStatistic } from './statistic.ts'
import { OTHERS } from './read-facts.ts'

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

/** Members that have facts in scope, on whatever day, those of a tree at every level that is met. */
export const statisticMembers: QueryHandler<'statistic-members'> = ({ dimension, measure, text, limit }, q) => {
  const period = { from: '1980-01-01', to: q.today }
  const asked = askedOf(q, questionSchema().parse({ measures: [measure], rows: [dimension], period, order: 'name' }))
  const typed = plainText(text)
  const found = answerStatistic(q, asked).lines.flatMap((line) => {
    const [member] = line.members
    if (!member || line.kind === 'rest' || member.key === OTHERS) return []
    return typed === '' || searchFold(member.label).includes(typed) || plainText(member.label).includes(typed) ? [member] : []
  })
  const sorted = asked.rows[0]!.time === undefined ? found : found.toSorted((a, b) => compareTexts(b.key, a.key))
  return { members: sorted.slice(0, limit), more: sorted.length > limit }
}
