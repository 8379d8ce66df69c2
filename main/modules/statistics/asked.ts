// A question as it is put by this viewer: what they may ask for, by what it can be looked at, and a refusal that names what they may not. CU1, CU25, CU26.
import type { Question } from '../../../preload/contract/modules/statistics/calls.ts'
import { refuse, Refused } from '../../../preload/contract/refusals.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { facts, type FactSource, type Measure, type Need } from '../../records/facts.ts'
import { dimensionCalled, dimensionNamed, dimensions, type Dimension } from './dimensions.ts'
import { isTime, TIMES, type Time } from './time.ts'

export type AskedMeasure = { name: string; source: FactSource; measure: Measure }
export type Axis = { name: string; time: Time; dimension?: undefined } | { name: string; dimension: Dimension; time?: undefined }
export type AskedFilter = { axis: Axis; members: readonly string[]; not: boolean }
export type Asked = {
  question: Question
  measures: readonly AskedMeasure[]
  /** Up to two of the rows, then that of the columns. */
  rows: readonly Axis[]
  column: Axis | null
  filters: readonly AskedFilter[]
}

/** Those of the rows, then that of the columns. */
export const axesOf = ({ rows, column }: Pick<Asked, 'rows' | 'column'>): readonly Axis[] => [...rows, ...(column ? [column] : [])]
const sourcesOf = (q: QueryContext): readonly FactSource[] => q.contributed(facts).flat()
const allMeasures = (q: QueryContext): AskedMeasure[] =>
  sourcesOf(q)
    .flatMap((source) => Object.entries(source.measures).map(([name, measure]) => ({ name, source, measure })))
    .toSorted((a, b) => a.measure.order - b.measure.order)

const has = (q: QueryContext, need: Need): boolean => (typeof need === 'string' ? q.may(need) : need.some((one) => q.may(one)))
const lacking = (q: QueryContext, needs: readonly Need[]): Need | undefined => needs.find((need) => !has(q, need))
const requireAll = (q: QueryContext, needs: readonly Need[]): void => {
  const need = lacking(q, needs)
  if (need !== undefined) q.require(typeof need === 'string' ? need : need[0]!)
}
/** What a measure needs: for its facts, for itself, and for what it counts. */
const needsOf = ({ source, measure }: AskedMeasure): readonly Need[] => [
  ...source.needs,
  ...(measure.needs ?? []),
  ...(measure.counts === undefined ? [] : dimensionCalled(measure.counts).needs),
]
const dimensionNeeds = (dimension: Dimension): readonly Need[] => [
  ...dimension.needs,
  ...(dimension.people ? (['statistic.people'] as const) : []),
]
/** Each fact has one member of the dimension: of a stock there is none for a weekday. */
export const fits = ({ source, measure }: AskedMeasure, axis: Axis): boolean =>
  axis.time !== undefined ? measure.kind !== 'stock' || axis.time !== 'weekday' : source.keys.includes(axis.dimension.of)

const axisOf = (name: string): Axis => {
  if (isTime(name)) return { name, time: name }
  const dimension = dimensionNamed(name)
  return dimension ? { name, dimension } : refuse('unknown-field', { field: name })
}
const wrong = (path: string, rule: string): never => refuse('invalid-input', { issues: [{ path, rule }] })

/** Weeks are never cut at a month, so they stand beside no other time but days. */
const cutsWeeks = (axes: readonly Axis[]): boolean =>
  axes.some((a) => a.time === 'week') && axes.some((a) => a.time !== undefined && a.time !== 'week' && a.time !== 'day')

/** Only oneself may be filtered by without the right to look at colleagues. */
const isOneself = (q: QueryContext, { axis, members, not }: AskedFilter): boolean =>
  axis.dimension?.people === true && !not && members.length === 1 && members[0] === q.viewer.userId

/** Refuses `unknown-field`, `not-permitted` with the right that is missing, and `invalid-input` for a pair that does not fit (CU1). */
export const askedOf = (q: QueryContext, question: Question): Asked => {
  const known = new Map(allMeasures(q).map((m) => [m.name, m]))
  const measures = question.measures.map((name) => known.get(name) ?? refuse('unknown-field', { field: name }))
  if (new Set(question.measures).size < measures.length) wrong('measures', 'duplicate')
  const rows = question.rows.map(axisOf)
  const column = question.column === null ? null : axisOf(question.column)
  const axes = [...rows, ...(column ? [column] : [])]
  if (new Set(axes.map((a) => a.name)).size < axes.length) wrong('rows', 'duplicate')
  const filters = question.filters.map((f) => ({ axis: axisOf(f.dimension), members: f.members, not: f.not }))
  for (const axis of axes) if (axis.dimension) requireAll(q, dimensionNeeds(axis.dimension))
  for (const filter of filters)
    if (filter.axis.dimension) requireAll(q, isOneself(q, filter) ? filter.axis.dimension.needs : dimensionNeeds(filter.axis.dimension))
  for (const one of measures) {
    requireAll(q, needsOf(one))
    for (const axis of [...axes, ...filters.map((f) => f.axis)]) if (!fits(one, axis)) wrong('rows', 'statistic-fit')
  }
  if (cutsWeeks(axes)) wrong('column', 'statistic-fit')
  // A stock stands at the end of days: it has one line of days, and of some days alone there is no stock (CU2).
  if (measures.some(({ measure }) => measure.kind === 'stock')) {
    if (axes.filter((a) => a.time !== undefined).length > 1) wrong('column', 'statistic-fit')
    if (filters.some((f) => f.axis.time !== undefined)) wrong('filters', 'statistic-fit')
  }
  return { question, measures, rows, column, filters }
}

/** Whether the viewer may ask for this measure at all. */
export const seesMeasure = (q: QueryContext, name: string): boolean =>
  q.may('statistic.view') && allMeasures(q).some((one) => one.name === name && lacking(q, needsOf(one)) === undefined)

export type Choices = {
  measures: readonly (AskedMeasure & { dimensions: readonly string[] })[]
  dimensions: readonly { name: string; time: boolean; route: string | null }[]
}
/** What this viewer may ask for at all, and which dimensions each measure has for them. */
export const choicesOf = (q: QueryContext): Choices => {
  const axes = [...dimensions.map((d) => d.name), ...TIMES].map(axisOf)
  const visible = axes.filter((a) => !a.dimension || lacking(q, dimensionNeeds(a.dimension)) === undefined)
  const measures = allMeasures(q)
    .filter((m) => lacking(q, needsOf(m)) === undefined)
    .map((m) => ({
      ...m,
      dimensions: visible.filter((a) => fits(m, a)).map((a) => a.name),
    }))
  const used = new Set(measures.flatMap((m) => m.dimensions))
  return {
    measures,
    dimensions: visible
      .filter((a) => used.has(a.name))
      .map((a) => ({ name: a.name, time: a.time !== undefined, route: a.dimension?.route ?? null })),
  }
}

const mayAsk = (q: QueryContext, question: Question): boolean => {
  try {
    askedOf(q, question)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** What of a kept question this viewer may ask (CU25): without measures and dimensions that they have no right to. Null when nothing is left that is answered. */
export const reducedQuestion = (q: QueryContext, question: Question): Question | null => {
  const bare = { ...question, rows: [], column: null }
  // A filter that may not be asked cannot be left out: the figures would be others.
  const measures = question.measures.filter((name) => mayAsk(q, { ...bare, measures: [name] }))
  if (measures.length === 0) return null
  const together = (name: string) => mayAsk(q, { ...bare, measures, rows: [name] })
  const reduced = {
    ...question,
    measures,
    rows: question.rows.filter(together),
    column: question.column !== null && together(question.column) ? question.column : null,
  }
  return mayAsk(q, reduced) ? reduced : null
}
