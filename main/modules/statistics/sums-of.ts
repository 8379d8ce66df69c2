// One measure by the members of its axes, for analyses that go on with it. Rights, scope and figures are those of the statistic itself (CU23, CU25).
import { questionSchema, type Question } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { DayRange } from '../../records/facts.ts'
import { askedOf } from './asked.ts'
import { readFacts } from './read-facts.ts'

/** The first day that a date may be. */
export const FIRST_DAY = '1990-01-01'

/** `keys`: members of the rows, then of the column; `within`: the currency or unit that an amount is in, null where there is one for all. */
export type MemberSum = { keys: readonly string[]; within: string | null; sum: number }

/** Sums of a measure over these days; a member may come several times. Refuses as the statistic does. */
export const sumsOf = (q: QueryContext, measure: string, range: DayRange, question: Partial<Question> = {}): MemberSum[] => {
  const asked = askedOf(q, questionSchema().parse({ ...question, measures: [measure], period: range }))
  const [{ source }] = asked.measures as [(typeof asked.measures)[number]]
  return readFacts(q, source, asked.measures, { asked, range }).flatMap(({ groups }) =>
    groups.map(({ keys, apart, sums }) => ({ keys, within: apart, sum: sums[0] ?? 0 })),
  )
}
