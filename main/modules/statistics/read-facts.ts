// Facts out of their sources, grouped as a question asks: what is in scope, of its days, filtered, as one row for each combination of members. CU23, CU26.
import { sql, type RawBuilder } from 'kysely'
import type { RowValues } from '../../../db/open.ts'
import { monthEnd } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { DayRange, FactSource, Measure } from '../../records/facts.ts'
import { axesOf, type Asked, type AskedFilter, type AskedMeasure, type Axis } from './asked.ts'
import { dimensionCalled, type Dimension, type Tree } from './dimensions.ts'
import { hasParts, inParts } from './shared-facts.ts'
import { bucketSql } from './time.ts'

/** The member for what is seen while its name is not (CU26). */
export const OTHERS = '~'
/** The member for facts without one, and the bucket of movements from before the period. */
export const NONE = ''

type Where = RawBuilder<unknown>
const all = (conditions: readonly Where[]): Where => (conditions.length === 0 ? sql`1` : sql.join(conditions, sql` and `))

/** The member of a fact as SQL, '' for none and '~' where its name is out of scope. */
const memberSql = (q: QueryContext, axis: Axis, yearBegins: number): RawBuilder<unknown> => {
  if (axis.time !== undefined) return bucketSql(axis.time, yearBegins)
  const { key, scoped, of } = axis.dimension
  const within = scoped && q.scope(scoped.resource, scoped.owner, scoped.department)
  const shown = sql`coalesce(${key}, '')`
  return within ? sql`case when ${sql.ref(`f.${of}`)} is null then '' when ${within} then ${shown} else ${OTHERS} end` : shown
}

/** All members below these in a tree, themselves among them. */
export const withBelow = (tree: Tree, members: readonly string[]): string[] => {
  const found = new Set(members)
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const [id, parent] of tree) if (parent !== null && found.has(parent)) found.add(id)
  }
  return [...found]
}
const filterSql = (q: QueryContext, { axis, members, not }: AskedFilter, yearBegins: number): Where => {
  const meant = axis.dimension?.tree ? withBelow(axis.dimension.tree(q), members) : members
  const among = sql`${memberSql(q, axis, yearBegins)} in (select value from json_each(${JSON.stringify(meant)}))`
  return not ? sql`not (${among})` : among
}

const visibleOf = (q: QueryContext, source: FactSource): RawBuilder<boolean> | undefined => {
  if (source.visible) return source.visible(q)
  return source.scope ? q.scope(source.scope, 'f.scopeOwner', 'f.scopeDepartment') : undefined
}
/** All rows of the source are the viewer's, so its totals are the company's. */
export const seesAll = (q: QueryContext, source: FactSource): boolean => visibleOf(q, source) === undefined

/** What a distinct count counts: members of a dimension, those out of sight as one (CU26), or ids of its own. */
const countedAxis = ({ counts }: Measure): Axis | null =>
  counts === undefined ? null : { name: counts, dimension: dimensionCalled(counts) }
const countedSql = (q: QueryContext, measure: Measure): RawBuilder<unknown> => {
  const axis = countedAxis(measure)
  return axis ? sql`nullif(${memberSql(q, axis, 1)}, '')` : measure.value
}

const joinsOf = (axes: readonly (Axis | null)[]): RawBuilder<unknown> => {
  const joins = new Map<string, RawBuilder<unknown>>()
  for (const axis of axes) if (axis?.dimension?.join) joins.set(axis.dimension.join.alias, axis.dimension.join.table)
  return sql.join([sql``, ...[...joins.values()].map((table) => sql`left join ${table}`)], sql` `)
}

/** What a measure is made of for a question: `own` money is added up within its currency, a quantity within its unit. */
const partsOf = ({ measure }: AskedMeasure, money: 'base' | 'own'): Pick<Measure, 'value' | 'over' | 'within'> =>
  measure.unit === 'money' && money === 'own' && measure.own ? { value: measure.own, within: sql`f.currency` } : measure

export type Selection = {
  asked: Asked
  range: DayRange
  /** Beside filters: the members of one figure. */
  place?: readonly Where[]
}

/** Everything between `from` and `group by` for facts of a source: its rows with their scope, the days and the filters. */
const fromWhere = (
  q: QueryContext,
  source: FactSource,
  rows: RawBuilder<unknown>,
  days: Where,
  { asked, place = [] }: Selection,
  counted: Axis | null,
): RawBuilder<unknown> => {
  const axes = [...asked.rows, asked.column, counted, ...asked.filters.map((f) => f.axis)]
  const visible = visibleOf(q, source)
  const where = all([
    days,
    ...(visible ? [visible] : []),
    ...asked.filters.map((f) => filterSql(q, f, asked.question.yearBegins)),
    ...place,
  ])
  return sql`from (${rows}) as f ${joinsOf(axes)} where ${where}`
}

/** Whether facts are looked at in the parts that persons have: they, or departments, are asked for, or only some facts are seen (CU9). */
export const isInParts = (q: QueryContext, source: FactSource, asked: Asked): boolean =>
  hasParts(q, source) &&
  (!seesAll(q, source) ||
    [...axesOf(asked), ...asked.filters.map((f) => f.axis)].some(
      ({ dimension }) => dimension?.of === 'salesperson' || dimension?.of === 'department',
    ))

const rowsOf = (q: QueryContext, query: RawBuilder<unknown>): RowValues[] => {
  const compiled = q.db.selectFrom(sql`(${query})`.as('t')).selectAll().compile()
  return q.sql.rows(compiled.sql, compiled.parameters)
}

/** Facts of one combination of members: so many sums as measures were asked together, or the id (unit, currency) of one that is kept apart. */
export type Group = { keys: readonly string[]; apart: string | null; sums: readonly (number | null)[] }
export type ReadFacts = { measures: readonly AskedMeasure[]; apart: boolean; groups: Group[] }

const COARSE: readonly string[] = ['month', 'quarter', 'half', 'year', 'fiscal-year']
/** The kept sums that hold all that is asked of these measures, if there are any (section 7): whole months, no scope, no other keys. */
const keptFor = (q: QueryContext, source: FactSource, one: AskedMeasure, { asked, range }: Selection) => {
  const wholeMonths = range.from.endsWith('-01') && (range.to === monthEnd(range.to) || range.to >= q.today)
  const axes = [...axesOf(asked), ...asked.filters.map((f) => f.axis)]
  if (!wholeMonths || !seesAll(q, source) || asked.question.money === 'own' || isInParts(q, source, asked)) return undefined
  return source.sums?.find(
    (s) =>
      s.clock === asked.question.clock &&
      s.measures.includes(one.name) &&
      axes.every((a) => (a.time !== undefined ? COARSE.includes(a.time) : s.keys.includes(a.dimension.of))),
  )
}

/**
 * Reads the groups of all measures that are asked of one source, in as few statements as their kinds allow. Stocks are read as movements from the
 * beginning; those before the period have NONE as their bucket of time.
 */
export const readFacts = (q: QueryContext, source: FactSource, asked: readonly AskedMeasure[], selection: Selection): ReadFacts[] => {
  const { question } = selection.asked
  const { range } = selection
  const axes = axesOf(selection.asked)
  const read = (measures: readonly AskedMeasure[], rows: RawBuilder<unknown>, apart: RawBuilder<unknown> | null): ReadFacts => {
    const stock = measures[0]!.measure.kind === 'stock'
    const days = stock ? sql`f.day <= ${range.to}` : sql`f.day between ${range.from} and ${range.to}`
    const members = axes.map((axis) => {
      const member = memberSql(q, axis, question.yearBegins)
      return stock && axis.time !== undefined ? sql`case when f.day < ${range.from} then '' else ${member} end` : member
    })
    const keys = [...members.map((m, i) => sql`${m} as ${sql.ref(`k${i}`)}`), ...(apart ? [sql`${apart} as apart`] : [])]
    const parts = measures.map((m) => partsOf(m, question.money))
    const distinct = measures[0]!.measure.kind === 'distinct'
    const sums = distinct
      ? []
      : parts.flatMap(({ value, over }, i) => [
          sql`sum(${value}) as ${sql.ref(`n${i}`)}`,
          ...(over ? [sql`sum(${over}) as ${sql.ref(`d${i}`)}`] : []),
        ])
    const grouped = keys.map((_, i) => sql.lit(i + 1))
    const group = grouped.length > 0 ? sql`group by ${sql.join(grouped)}` : sql``
    const some = distinct ? sql`and ${apart} is not null` : sql``
    const values = rowsOf(
      q,
      sql`select ${sql.join([...keys, ...sums])} ${fromWhere(q, source, rows, days, selection, countedAxis(measures[0]!.measure))} ${some} ${group}`,
    )
    const at = members.length
    return {
      measures,
      apart: apart !== null,
      groups: values.map((row) => ({
        keys: row.slice(0, at).map(String),
        apart: apart === null ? null : String(row[at] ?? ''),
        sums: row.slice(at + (apart === null ? 0 : 1)).map((n) => (n === null ? null : Number(n))),
      })),
    }
  }
  const together = new Map<string, { measures: AskedMeasure[]; rows: RawBuilder<unknown> }>()
  const found: ReadFacts[] = []
  const whole = source.rows(q, question.clock, range)
  const plainRows = isInParts(q, source, selection.asked) ? inParts(q, source, whole) : whole
  for (const one of asked) {
    const { within } = partsOf(one, question.money)
    if (one.measure.kind === 'distinct') found.push(read([one], plainRows, countedSql(q, one.measure)))
    else if (within) found.push(read([one], plainRows, within))
    else {
      const kept = keptFor(q, source, one, selection)
      const way = `${one.measure.kind === 'stock'}${kept === undefined ? '' : kept.keys.join()}`
      const known = together.get(way) ?? { measures: [], rows: kept ? kept.rows(q) : plainRows }
      known.measures.push(one)
      together.set(way, known)
    }
  }
  for (const { measures, rows } of together.values()) found.push(read(measures, rows, null))
  return found
}

/** The same of facts that are known as of a day alone. */
export const readAsOf = (
  q: QueryContext,
  source: FactSource,
  measures: readonly AskedMeasure[],
  selection: Selection,
  day: string,
): ReadFacts[] => {
  const snapshot: FactSource = { ...source, rows: () => source.asOf!(q, day) }
  const flows = measures.map((m) => ({ ...m, measure: { ...m.measure, kind: 'flow' as const } }))
  return readFacts(q, snapshot, flows, { ...selection, range: { from: day, to: day } }).map((r) => ({
    ...r,
    measures: r.measures.map(({ name }) => measures.find((m) => m.name === name)!),
  }))
}

/** The condition that a fact belongs to this member of an axis. `open`: the member of a tree below which is looked. */
export const placeSql = (q: QueryContext, axis: Axis, key: string, yearBegins: number, open: string | null): Where => {
  const member = memberSql(q, axis, yearBegins)
  if (axis.dimension?.tree === undefined || key === NONE || key === OTHERS || key === open) return sql`${member} = ${key}`
  return sql`${member} in (select value from json_each(${JSON.stringify(withBelow(axis.dimension.tree(q), [key]))}))`
}

/** Says what all facts of a group have in common; null where they differ. */
const common = (column: RawBuilder<unknown>) =>
  sql`case when min(coalesce(${column}, '')) = max(coalesce(${column}, '')) then nullif(max(coalesce(${column}, '')), '') end`

/**
 * The facts of one measure behind one figure, so that they add up to it: a row for each document, day and currency or unit; of a stock what is left of each
 * document; of a distinct count a row for each thing that is counted.
 */
export const documentsOf = (q: QueryContext, one: AskedMeasure, selection: Selection): RawBuilder<unknown> => {
  const { source, measure } = one
  const { question } = selection.asked
  const { range } = selection
  const [stock, distinct] = [measure.kind === 'stock', measure.kind === 'distinct']
  const cut = isInParts(q, source, selection.asked)
  const whole = source.asOf ? source.asOf(q, range.to) : source.rows(q, question.clock, range)
  const rows = cut ? inParts(q, source, whole) : whole
  const days = source.asOf ? sql`1` : stock ? sql`f.day <= ${range.to}` : sql`f.day between ${range.from} and ${range.to}`
  const { value, over, within } = partsOf(one, question.money)
  const counted = distinct ? countedSql(q, measure) : value
  const has = (column: string | undefined) => (column !== undefined && source.keys.includes(column) ? sql.ref(`f.${column}`) : sql`null`)
  const currency = has('currency')
  const apart = within ?? currency
  const groups = distinct ? [counted] : [sql`f.documentId`, apart, ...(stock ? [] : [sql`f.day`])]
  const id = sql.join(
    groups.map((group) => sql`coalesce(${group}, '')`),
    sql` || ':' || `,
  )
  return sql`select ${id} as id, ${common(sql`f.documentId`)} as documentId, ${common(sql`f.number`)} as document, max(f.day) as day,
      ${common(has(source.party))} as party, ${common(has('salesperson'))} as salesperson, ${common(currency)} as currency,
      ${cut ? common(sql`f.part`) : sql`null`} as part,
      ${distinct ? sql`1` : sql`sum(${value})`} as value, ${over ? sql`sum(${over})` : sql`null`} as divisor
    ${fromWhere(q, source, rows, days, selection, countedAxis(measure))} and ${counted} is not null
    group by ${sql.join(groups)} ${stock ? sql`having sum(${value}) <> 0` : sql``}`
}

/** A member of a tree and all that it is below, upwards. */
export const pathOf = (tree: Tree, key: string): string[] => {
  const path = [key]
  for (let parent = tree.get(key); parent !== null && parent !== undefined && !path.includes(parent); parent = tree.get(parent))
    path.push(parent)
  return path
}
/** The member of the rows under which a key of a tree stands: the branch below the open one, or the open one itself for what is directly in it. */
export const branches =
  (tree: Tree, open: string | null): ((key: string) => string) =>
  (key) => {
    if (key === NONE || key === OTHERS || !tree.has(key)) return key
    const path = pathOf(tree, key)
    const at = open === null ? path.length : path.indexOf(open)
    return path[Math.max(0, at - 1)]!
  }
/** Below which member of its tree a dimension is looked at: the one it is filtered to, or the only root that has others below it. */
export const openIn = (q: QueryContext, dimension: Dimension, filters: readonly AskedFilter[]): string | null => {
  if (!dimension.tree) return null
  const filter = filters.find((f) => f.axis.dimension?.name === dimension.name && !f.not && f.members.length === 1)
  if (filter) return filter.members[0]!
  const tree = dimension.tree(q)
  const roots = [...tree].filter(([, parent]) => parent === null)
  return roots.length === 1 && tree.size > 1 ? roots[0]![0] : null
}
