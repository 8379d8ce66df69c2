// What a question looks like on screen: as it begins, as parts of figures stand beside each other, and how its figures are said.
import type { Cell } from '../../../preload/contract/define/index.ts'
import { questionSchema, type Question, type StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import type { Part } from '../../../preload/contract/modules/statistics/parts.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { amountShown, decimalShown, moneyShown, percentShown } from '../../kit/format/index.ts'

export type Choices = QueryOutput<'statistic-choices'>

/** A whole question of what is given of one. */
export const questionOf = (given: { measures: string[] } & Partial<Question>): Question => questionSchema().parse(given)

/** A figure as it is read; amounts in base currency without its code, which stands in the head. */
export const figureShown = (
  value: Cell | undefined,
  unit: StatisticAnswer['measures'][number]['unit'],
  part: Part,
  own: boolean,
): string => {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'object') return own ? moneyShown(value) : amountShown(value)
  if (typeof value === 'string')
    return part === 'growth' || part === 'share' || unit === 'percent' ? percentShown(value) : decimalShown(value)
  return typeof value === 'number' ? decimalShown(String(value)) : ''
}

/** A figure for drawing alone: the words on a chart come from the exact one. */
export const heightOf = (value: Cell | undefined, decimals: (currency: string) => number): number => {
  if (value === null || value === undefined) return 0
  if (typeof value === 'object') return value.minor / 10 ** decimals(value.currency)
  return Number(value)
}

/** Under what the name of a member that is filtered by is kept. */
export const memberName = (dimension: string, key: string): string => `${dimension}/${key}`

export type Place = { dimension: string; key: string; label: string }[]
/** The members of one figure, for the list of its documents. Null for the rest, which is made of many. */
export const placeOf = (answer: StatisticAnswer, line: StatisticAnswer['lines'][number] | null, at: number): Place | null => {
  if (line?.kind === 'rest') return null
  const rows = (line?.members ?? []).map(({ key, label }, i) => ({ dimension: answer.rows[i]!, key, label }))
  const column = answer.columns[at]
  return [...rows, ...(column && answer.column !== null ? [{ dimension: answer.column, key: column.key, label: column.label }] : [])]
}
