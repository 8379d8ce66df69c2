// A measure by month, of each person or department: what targets are held against. Rights, scope and figures are those of the statistic itself (CU23, CU25).
import type { QueryContext } from '../../queries/define-query.ts'
import { sumsOf } from './sums-of.ts'

/**
 * Minor units of base currency by '<member> <YYYY-MM>' over a year. Of persons who may not look at others have their own figures alone; a department's holds
 * what was posted in it, without those below it.
 */
export const monthSums = (q: QueryContext, measure: string, year: number, by: 'salesperson' | 'department'): Map<string, number> => {
  const people = q.may('statistic.people')
  if (!people && by === 'department') return new Map()
  const range = { from: `${year}-01-01`, to: `${year}-12-31` }
  const self = { dimension: 'salesperson', members: [q.viewer.userId], not: false }
  const found = new Map<string, number>()
  const question = { rows: people ? [by] : [], column: 'month', filters: people ? [] : [self] }
  for (const { keys, sum } of sumsOf(q, measure, range, question)) {
    const [member, month] = people ? keys : [q.viewer.userId, ...keys]
    const key = `${member} ${month}`
    found.set(key, (found.get(key) ?? 0) + sum)
  }
  return found
}
