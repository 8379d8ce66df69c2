// The one question of statistics, answered from one read transaction. Rules CU1 to CU28 in SPEC.md.
import { MOST_COLUMNS, MOST_ROWS, type StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'
import type { DayRange, FactSource } from '../../records/facts.ts'
import { askedOf, axesOf, type Asked } from './asked.ts'
import { addToCube, membersOf, Pivot, TOTAL, type Axes, type Cube } from './cube.ts'
import type { Label } from './dimensions.ts'
import { memberLabels } from './members.ts'
import { branches, openIn, readAsOf, readFacts, type ReadFacts, seesAll } from './read-facts.ts'
import { bucketsIn, earlierBuckets, rangesOf } from './time.ts'

/** What each axis is for a range: its buckets, or the branches of its tree. */
const shapeOf = (q: QueryContext, asked: Asked, range: DayRange): Axes =>
  axesOf(asked).map((axis) => {
    if (axis.time !== undefined) {
      const buckets = bucketsIn(axis.time, range, asked.question.yearBegins)
      if (buckets.length > (axis === asked.column ? MOST_COLUMNS : MOST_ROWS))
        refuse('invalid-input', { issues: [{ path: axis === asked.column ? 'column' : 'rows', rule: 'statistic-wide' }] })
      return { buckets }
    }
    const tree = axis.dimension.tree?.(q)
    return { buckets: null, ...(tree ? { branch: branches(tree, openIn(q, axis.dimension, asked.filters)) } : {}) }
  })

/** Reads all sources of a question for a range. */
const cubeOf = (q: QueryContext, asked: Asked, range: DayRange, axes: Axes): Cube => {
  const cube: Cube = new Map()
  const shape = { axes, rows: asked.rows.length }
  const bySource = Map.groupBy(asked.measures, (m) => m.source)
  const timed = axes.findIndex((a) => a.buckets !== null)
  for (const [source, measures] of bySource) {
    const selection = { asked, range }
    if (!source.asOf) for (const read of readFacts(q, source, measures, selection)) addToCube(cube, asked.measures, shape, read)
    else {
      const days = timed < 0 ? [{ key: '', to: range.to }] : axes[timed]!.buckets!
      const readOn = new Map<string, ReadFacts[]>()
      for (const [i, { key, to }] of days.entries()) {
        // Of days to come nothing is known but today.
        const day = to < q.today ? to : q.today
        const found = readOn.get(day) ?? readAsOf(q, source, measures, selection, day)
        readOn.set(day, found)
        for (const read of found)
          addToCube(cube, asked.measures, shape, read, timed < 0 ? null : { axis: timed, bucket: key, last: i === days.length - 1 })
      }
    }
  }
  return cube
}

/** Names of the members of every axis, asked for once when all are known. */
const labelling = (q: QueryContext, asked: Asked, cubes: readonly Cube[]): ((axis: number, key: string) => Label) => {
  const keys = axesOf(asked).map(() => new Set<string>())
  for (const cube of cubes)
    for (const [row, columns] of cube) {
      for (const [i, key] of membersOf(row).entries()) if (i < asked.rows.length) keys[i]!.add(key)
      if (asked.column) for (const key of columns.keys()) keys[asked.rows.length]!.add(key)
    }
  const { yearBegins } = asked.question
  const labels = axesOf(asked).map((axis, i) => {
    const direct = axis.dimension ? openIn(q, axis.dimension, asked.filters) : null
    return memberLabels(
      q,
      axis,
      [...keys[i]!].filter((key) => key !== TOTAL),
      { yearBegins, direct },
    )
  })
  // Buckets without facts are members, too.
  return (at, key) => labels[at]!.get(key) ?? memberLabels(q, axesOf(asked)[at]!, [key], { yearBegins }).get(key)!
}

/** What is filtered by, as this viewer may call it: the answer, its sheet and the page say the same. */
const filtersOf = (q: QueryContext, asked: Asked): StatisticAnswer['head']['filters'] =>
  asked.filters.map(({ axis, members, not }) => {
    const labels = memberLabels(q, axis, members, { yearBegins: asked.question.yearBegins })
    return { dimension: axis.name, not, members: members.map((key) => ({ key, label: labels.get(key)!.label })) }
  })

/** CU8: what another report says of the same days; a difference is a fault. */
const tieOut = (q: QueryContext, asked: Asked, range: DayRange, pivot: Pivot): void => {
  if (asked.filters.length > 0 || asked.question.money === 'own') return
  for (const source of new Set(asked.measures.map((m) => m.source))) {
    if (!source.tiesOut || !seesAll(q, source)) continue
    for (const { measure, minor, with: other } of source.tiesOut(q, range, asked.question.clock)) {
      const total = pivot.totalOf(measure)
      if (total !== null && total !== minor) throw new Error(`the statistic ${measure} adds up to ${total}, ${other} to ${minor}`)
    }
  }
}

const scopesOf = (q: QueryContext, sources: readonly FactSource[]): StatisticAnswer['head']['scopes'] =>
  [...new Set(sources.flatMap((s) => (s.scope && !seesAll(q, s) ? [s.scope] : [])))].map((resource) => ({
    resource,
    scope: q.viewer.scopes[resource] ?? 'own',
  }))

const notesOf = (asked: Asked): StatisticAnswer['head']['notes'] => {
  const has = (test: (m: Asked['measures'][number]) => boolean) => asked.measures.some(test)
  return [
    ...(has((m) => ['ordered-lines', 'purchased-lines'].includes(m.source.name)) ? (['documents-move'] as const) : []),
    ...(has((m) => m.measure.kind === 'stock' && m.source.scope !== null) ? (['owner-now'] as const) : []),
    ...(has((m) => m.measure.unit === 'money') && asked.question.money === 'base' ? (['in-base'] as const) : []),
    ...(has((m) => m.measure.within !== undefined) || asked.question.money === 'own' ? (['one-unit'] as const) : []),
  ]
}

export const answerStatistic = (q: QueryContext, asked: Asked): StatisticAnswer => {
  const { question } = asked
  const { range, compared } = rangesOf(question, q.today)
  const axes = shapeOf(q, asked, range)
  const now = cubeOf(q, asked, range, axes)
  const beforeAxes = compared && shapeOf(q, asked, compared)
  const before = compared && cubeOf(q, asked, compared, beforeAxes!)
  const against =
    compared &&
    axes.map((axis, i) => axis.buckets && earlierBuckets(axesOf(asked)[i]!.time!, question, axis.buckets, beforeAxes![i]!.buckets!))
  const pivot = new Pivot({
    ...{ asked, axes, now, base: q.company.baseCurrency, mostRows: MOST_ROWS, mostColumns: MOST_COLUMNS },
    before: before && { cube: before, translate: (axis, key) => (against![axis] ? (against![axis].get(key) ?? null) : key) },
    labels: labelling(q, asked, before ? [now, before] : [now]),
  })
  tieOut(q, asked, range, pivot)
  const sources = asked.measures.map((m) => m.source)
  return {
    head: {
      range,
      compared,
      clock: sources.some((s) => s.clocked) ? question.clock : null,
      scopes: scopesOf(q, sources),
      filters: filtersOf(q, asked),
      notes: notesOf(asked),
    },
    measures: asked.measures.map(({ name, measure }) => ({ name, unit: measure.unit, kind: measure.kind })),
    rows: asked.rows.map((a) => a.name),
    column: asked.column?.name ?? null,
    ...pivot.answer(),
  }
}

export const statistic: QueryHandler<'statistic'> = (input, q) => answerStatistic(q, askedOf(q, input))
