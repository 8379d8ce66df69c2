// The pivot as a sheet: the same rows, columns, totals and head as on screen, values and not texts. CU22.
import { nameOf } from '../../../preload/contract/names/index.ts'
import { questionSchema, type Figure, type StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { figuresAt, type Part, partsAt } from '../../../preload/contract/modules/statistics/parts.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import type { ExportedTable, QueryContext, TableCell, TableExport } from '../../queries/define-query.ts'
import { askedOf } from './asked.ts'
import { answerStatistic } from './statistic.ts'

/** 'currency': of amounts in several currencies each says in which it is (CU3); of amounts in one its title does. */
type Column = { at: number; measure: number; part: Part | 'currency'; currency: string | null }

const currencyOf = ({ value, earlier, running }: Figure): string | null => {
  for (const amount of [value, earlier, running])
    if (typeof amount === 'object' && amount !== null && amount !== undefined) return amount.currency
  return null
}
const columnsAt = (answer: StatisticAnswer, at: number, measure: number): Column[] => {
  const found = new Set(figuresAt(answer, at, measure).map(currencyOf))
  found.delete(null)
  const currency = found.size === 1 ? [...found][0]! : null
  const parts = partsAt(answer, at, measure)
  return (found.size > 1 ? (['currency', ...parts] as const) : parts).map((part) => ({ at, measure, part, currency }))
}

const cell = (figure: Figure, part: Column['part']): TableCell => {
  if (part === 'currency') return currencyOf(figure)
  const value = figure[part]
  if (value === null || value === undefined || typeof value === 'boolean') return null
  if (typeof value === 'object') return { decimal: minorText(value.minor, value.currency) }
  return typeof value === 'string' ? { decimal: value } : value
}

const kindOf = (
  answer: StatisticAnswer,
  { measure, part, currency }: Column,
): Pick<ExportedTable['columns'][number], 'kind' | 'decimals'> => {
  const { unit, kind } = answer.measures[measure]!
  if (part === 'currency') return { kind: 'text' }
  if (part === 'growth' || part === 'share') return { kind: 'percent' }
  if (part === 'rank') return { kind: 'integer' }
  if (unit === 'percent') return { kind: 'percent' }
  if (unit === 'money') return currency === null ? { kind: 'decimal' } : { kind: 'money', decimals: minorUnits(currency) }
  return kind === 'ratio' || unit === 'quantity' ? { kind: 'decimal' } : { kind: 'integer' }
}

/** What was asked, said above the table. */
const headLines = ({ head }: StatisticAnswer, q: QueryContext): string[] => {
  const { language } = q.viewer
  const say = (key: string) => nameOf(key, language)
  const days = ({ from, to }: { from: string; to: string }) => `${from} – ${to}`
  const filters = head.filters.map(
    ({ dimension, not, members }) => `${say(`dimension.${dimension}`)} ${not ? '≠' : '='} ${members.map((m) => m.label).join(', ')}`,
  )
  return [
    `${say('statistic-head.range')}: ${days(head.range)}${head.compared ? `  ${say('statistic-head.compared')}: ${days(head.compared)}` : ''}`,
    ...head.scopes.map(({ resource, scope }) => `${say('statistic-head.scope')}: ${say(`resource.${resource}`)} ${say(`scope.${scope}`)}`),
    ...(filters.length > 0 ? [`${say('statistic-head.filter')}: ${filters.join('; ')}`] : []),
    ...[...(head.clock ? [`statistic-clock.${head.clock}`] : []), ...head.notes.map((n) => `statistic-note.${n}`)].map(say),
  ]
}

const sheetOf = (q: QueryContext, input: unknown): ExportedTable => {
  const parsed = questionSchema().safeParse(input)
  if (!parsed.success)
    return refuse('invalid-input', { issues: parsed.error.issues.map((i) => ({ path: i.path.join('.'), rule: i.message })) })
  const asked = askedOf(q, parsed.data)
  const answer = answerStatistic(q, asked)
  const { language } = q.viewer
  const total = nameOf('statistic-head.total', language)
  const groups = [...answer.columns.map((c) => c.label), total]
  const columns = groups.flatMap((_, at) => answer.measures.flatMap((_m, measure) => columnsAt(answer, at, measure)))
  const isOwn = asked.question.money === 'own'
  const title = ({ at, measure, part, currency }: Column) =>
    [
      ...(answer.column === null ? [] : [groups[at]!]),
      nameOf(`measure.${answer.measures[measure]!.name}`, language),
      ...(isOwn && currency !== null && part !== 'share' && part !== 'rank' && part !== 'growth' ? [currency] : []),
      ...(part === 'value' ? [] : [nameOf(part === 'currency' ? 'field.currency' : `statistic-part.${part}`, language)]),
    ].join(' ')
  const figures = (all: StatisticAnswer['total']) => columns.map(({ at, measure, part }) => cell(all[at]![measure]!, part))
  const heads = (line: StatisticAnswer['lines'][number]): TableCell[] => {
    const rest = nameOf('statistic-member.rest', language).replace('{{count}}', String(line.count ?? 0))
    const labels = [...line.members.map((m) => m.label), ...(line.kind === 'rest' ? [rest] : [])]
    return answer.rows.map((_, i) => labels[i] ?? (line.kind === 'subtotal' && i === 1 ? total : null))
  }
  return {
    title: nameOf('resource.statistic', language),
    lines: headLines(answer, q),
    columns: [
      ...answer.rows.map((name) => ({ title: nameOf(`dimension.${name}`, language), kind: 'text' as const })),
      ...columns.map((c) => ({ title: title(c), ...kindOf(answer, c) })),
    ],
    rows: answer.lines.map((line) => [...heads(line), ...figures(line.figures)]),
    totals: [[...answer.rows.map((_, i) => (i === 0 ? total : null)), ...figures(answer.total)]],
  }
}

export const statisticTable: TableExport = {
  permission: 'statistic.view',
  export: 'statistic.export',
  table: (input, q) => sheetOf(q, input),
}
