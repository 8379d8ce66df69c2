// What stands beside a value of a statistic, on screen and in its workbook.
import type { Figure, StatisticAnswer } from './calls.ts'

const BESIDE = ['earlier', 'difference', 'growth', 'share', 'running', 'rank'] as const satisfies readonly (keyof Figure)[]
export type Part = 'value' | (typeof BESIDE)[number]

/** The figures of one measure in one column, the total's last. */
export const figuresAt = (answer: StatisticAnswer, at: number, measure: number): Figure[] =>
  [...answer.lines.map((l) => l.figures), answer.total].map((f) => f[at]![measure]!)

/** The value and what stands beside it anywhere in a column of a measure, in the order in which it is shown. */
export const partsAt = (answer: StatisticAnswer, at: number, measure: number): Part[] => {
  const figures = figuresAt(answer, at, measure)
  return ['value', ...BESIDE.filter((part) => figures.some((f) => part in f))]
}
