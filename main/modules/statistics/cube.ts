// Groups of facts become the rows and columns of a pivot: totals from the facts themselves (CU22), the rest, ranks, shares, running figures, comparison.
import type { Figure, StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import {
  addAmount,
  addFacts,
  cellOf,
  exactOf,
  isNothing,
  nothing,
  percentText,
  unitsOf,
  withinOf,
  type Amount,
  type Format,
} from './amounts.ts'
import type { Asked, AskedMeasure } from './asked.ts'
import { byName, type Label } from './dimensions.ts'
import { NONE, OTHERS, type ReadFacts } from './read-facts.ts'
import type { Bucket } from './time.ts'

/** Stands for all members of an axis; a sign that nobody can type, because members of ports and sources are typed texts. */
export const TOTAL = '\u0002'
const BETWEEN = '\u0001'
/** A row by its members; every row there is has two, the second is TOTAL where there is one dimension or it is a subtotal. */
const rowKey = (first: string, second: string): string => first + BETWEEN + second
export const membersOf = (row: string): [string, string] => row.split(BETWEEN) as [string, string]

export type Axes = {
  /** Of time: its buckets in order. */
  buckets: readonly Bucket[] | null
  /** Of a tree: the branch that a member stands under. */
  branch?: (key: string) => string
}[]
/** Amounts by row, column and measure. */
export type Cube = Map<string, Map<string, Amount[]>>

const amountsAt = (cube: Cube, row: string, column: string, count: number): Amount[] => {
  const columns = cube.get(row) ?? new Map<string, Amount[]>()
  if (columns.size === 0) cube.set(row, columns)
  const found = columns.get(column) ?? Array.from({ length: count }, nothing)
  columns.set(column, found)
  return found
}

/** The members of an axis in which a group counts: of a stock every bucket from its own on, for what stands there stays (CU2). */
const reached = (axis: Axes[number] | undefined, key: string, stock: boolean): readonly string[] => {
  if (!axis) return [TOTAL]
  if (axis.branch) return [axis.branch(key)]
  if (!stock || !axis.buckets) return [key]
  const from = key === NONE ? 0 : axis.buckets.findIndex((b) => b.key === key)
  return axis.buckets.slice(Math.max(0, from)).map((b) => b.key)
}

/** Where a group of these keys counts: rows and columns, totals among them. `asOf`: it is known for one bucket alone, and total only as the last. */
const placesOf = (axes: Axes, rows: number, keys: readonly string[], stock: boolean, isLast: boolean): [string[], string[]] => {
  const [first = [TOTAL], second = [TOTAL]] = axes.slice(0, rows).map((axis, i) => reached(axis, keys[i]!, stock))
  const hasColumn = axes.length > rows
  const columns = hasColumn ? reached(axes[rows], keys[rows]!, stock) : []
  const timed = (at: number) => axes[at]?.buckets !== null && axes[at]?.buckets !== undefined
  const ends = (at: number) => isLast || !timed(at)
  const rowKeys = new Set<string>()
  for (const a of first) for (const b of second) rowKeys.add(rowKey(a, b))
  if (rows === 2 && ends(1)) for (const a of first) rowKeys.add(rowKey(a, TOTAL))
  if (ends(0) && (rows < 2 || ends(1))) rowKeys.add(rowKey(TOTAL, TOTAL))
  return [[...rowKeys], ends(rows) || !hasColumn ? [...columns, TOTAL] : [...columns]]
}

/** Adds what was read to a cube. `at`: the bucket that facts as of a day stand for; those of the last one are the total too. */
export const addToCube = (
  cube: Cube,
  measures: readonly AskedMeasure[],
  shape: { axes: Axes; rows: number },
  read: ReadFacts,
  at: { axis: number; bucket: string; last: boolean } | null = null,
): void => {
  const places = read.measures.map((m) => measures.indexOf(measures.find((one) => one.name === m.name)!))
  for (const group of read.groups) {
    const keys = [...group.keys]
    if (at) keys[at.axis] = at.bucket
    const stock = read.measures[0]!.measure.kind === 'stock' && at === null
    const [rows, columns] = placesOf(shape.axes, shape.rows, keys, stock, at?.last ?? true)
    let next = 0
    for (const [i, { measure }] of read.measures.entries()) {
      const value = measure.kind === 'distinct' ? null : (group.sums[next++] ?? null)
      const divisor = measure.over ? (group.sums[next++] ?? null) : null
      for (const row of rows)
        for (const column of columns)
          addFacts(amountsAt(cube, row, column, measures.length)[places[i]!]!, measure.kind, group.apart ?? '', value, divisor)
    }
  }
}

// ---- the answer --------------------------------------------------------------------------------------------------------------------------

export type Translate = (axis: number, key: string) => string | null
export type CubeView = {
  asked: Asked
  axes: Axes
  now: Cube
  /** The earlier period, and which of its members stands against one of now. */
  before: { cube: Cube; translate: Translate } | null
  base: string
  labels: (axis: number, key: string) => Label
  mostRows: number
  mostColumns: number
}
type Line = StatisticAnswer['lines'][number]
/** A row to be shown: its own amounts, those of the earlier period, and what it is. */
type Row = {
  first: string
  second: string
  kind: Line['kind']
  count?: number
  at: (column: string) => Amount[]
  earlier: (column: string) => Amount[]
}

const kindOf = (key: string, time: boolean): 'member' | 'none' | 'others' =>
  time ? 'member' : key === NONE ? 'none' : key === OTHERS ? 'others' : 'member'
/** Members first, then what has no name to be seen, then what has none. */
const LAST = { member: 0, others: 1, none: 2 } as const

type Runner = (bucket: string, amounts: readonly Amount[]) => Amount[]

export class Pivot {
  private readonly view: CubeView
  private readonly format: Format[]
  constructor(view: CubeView) {
    this.view = view
    const { asked, now, base } = view
    const total = now.get(rowKey(TOTAL, TOTAL))?.get(TOTAL)
    const earlier = view.before?.cube.get(rowKey(TOTAL, TOTAL))?.get(TOTAL)
    this.format = asked.measures.map(({ measure }, i) => {
      const own = measure.unit === 'money' && asked.question.money === 'own' && measure.own !== undefined
      const apart = own || measure.within !== undefined
      const seen = new Set([total?.[i], earlier?.[i]].flatMap((amount) => (amount ? unitsOf(amount, measure) : [])))
      const sole = apart ? (seen.size === 1 ? [...seen][0]! : null) : ''
      return {
        kind: measure.kind,
        unit: measure.unit,
        ...(measure.places === undefined ? {} : { places: measure.places }),
        base,
        own,
        sole,
      }
    })
  }

  private readonly none = (): Amount[] => this.view.asked.measures.map(nothing)
  private at(row: string, column: string): Amount[] {
    return this.view.now.get(row)?.get(column) ?? this.none()
  }
  private earlierAt(row: string, column: string): Amount[] {
    const { before, asked } = this.view
    if (!before) return this.none()
    const [first, second] = membersOf(row)
    const to = (axis: number, key: string) => (key === TOTAL ? key : before.translate(axis, key))
    const [a, b, c] = [to(0, first), to(1, second), to(asked.rows.length, column)]
    return a === null || b === null || c === null ? this.none() : (before.cube.get(rowKey(a, b))?.get(c) ?? this.none())
  }
  private lacksEarlier(row: Row, column: string): boolean {
    const { before, asked } = this.view
    const gone = (axis: number, key: string) => key !== TOTAL && before!.translate(axis, key) === null
    return gone(0, row.first) || gone(1, row.second) || gone(asked.rows.length, column)
  }

  private valueOf(amounts: Amount[], measure: number): Decimal | null {
    return exactOf(amounts[measure]!, this.format[measure]!)
  }
  private row(first: string, second: string, kind: Row['kind']): Row {
    const key = rowKey(first, second)
    return { first, second, kind, at: (column) => this.at(key, column), earlier: (column) => this.earlierAt(key, column) }
  }

  /** Members of an axis that have facts on either side, or all buckets of a period, in the order in which they stand. */
  private order(axis: number, keys: readonly string[], rowOf: (key: string) => Row | null): string[] {
    const { axes, labels, asked } = this.view
    const time = axes[axis]!.buckets
    if (time) return time.map((b) => b.key)
    const named = keys.map((key) => ({ key, label: labels(axis, key), ...this.placed(rowOf(key)) }))
    const byValue = asked.question.order === 'value' && rowOf(keys[0] ?? TOTAL) !== null
    return named
      .toSorted(
        (a, b) =>
          LAST[kindOf(a.key, false)] - LAST[kindOf(b.key, false)] ||
          (byValue ? comparePlaces(a, b) || compareTexts(a.label.code, b.label.code) : byName(a.label, b.label)),
      )
      .map(({ key }) => key)
  }
  /** What a row is ordered by: its value of the first measure, within the currency or unit that it is in. */
  private placed(row: Row | null): Placed {
    const amounts = row?.at(TOTAL)
    return amounts ? { unit: withinOf(amounts[0]!, this.format[0]!), value: this.valueOf(amounts, 0) } : { unit: null, value: null }
  }
  /** The first measure is in several currencies or units: nothing says which of two is the greater. */
  private isMixed(): boolean {
    return unitsOf(this.at(rowKey(TOTAL, TOTAL), TOTAL)[0]!, this.format[0]!).length > 1
  }

  private rowKeys(): [string, string][] {
    const earlier = this.view.before ? [...this.view.before.cube.keys()].map(membersOf).map(([a, b]) => this.back(a, b)) : []
    const all = [...[...this.view.now.keys()].map(membersOf), ...earlier.filter((pair) => pair !== null)]
    return [...new Set(all.map(([a, b]) => rowKey(a, b)))].map(membersOf)
  }
  /** A row of the earlier period as one of now: times are taken from now alone. */
  private back(first: string, second: string): [string, string] | null {
    const timed = (axis: number) => this.view.axes[axis]?.buckets
    return timed(0) || timed(1) ? null : [first, second]
  }
  private columnKeys(): string[] {
    const { asked, axes, now, before } = this.view
    if (!asked.column) return []
    const at = asked.rows.length
    const all = [now, ...(before && !axes[at]!.buckets ? [before.cube] : [])].flatMap((cube) => [
      ...(cube.get(rowKey(TOTAL, TOTAL))?.keys() ?? []),
    ])
    const keys = [...new Set(all)].filter((key) => key !== TOTAL)
    // Of columns no rest is made: so many of whatever kind are refused as too many of time are.
    return keys.length > this.view.mostColumns ? tooWide('column') : this.order(at, keys, () => null)
  }

  /** The first members by themselves and the others in one (CU21), what has no name after them: merged from their facts, so that ratios and distinct counts are right. */
  private cut(rows: Row[], count: number): Row[] {
    const named = rows.filter((r) => r.kind === 'member')
    if (named.length <= count) return rows
    if (this.view.asked.question.top && this.isMixed()) refuse('invalid-input', { issues: [{ path: 'top', rule: 'statistic-units' }] })
    // Which are the first is said by the measure, in whatever order they stand.
    const axis = named[0]!.second === TOTAL ? 0 : 1
    const code = (row: Row) => this.view.labels(axis, axis === 0 ? row.first : row.second).code
    const first = new Set(
      named
        .map((row) => ({ row, code: code(row), ...this.placed(row) }))
        .toSorted((a, b) => comparePlaces(a, b) || compareTexts(a.code, b.code))
        .slice(0, count)
        .map(({ row }) => row),
    )
    const kept = named.filter((row) => first.has(row))
    const others = named.filter((row) => !first.has(row))
    const merged = (of: (row: Row) => Amount[]): Amount[] => {
      const sum = this.none()
      for (const row of others) for (const [i, amount] of of(row).entries()) addAmount(sum[i]!, amount)
      return sum
    }
    const remembered = new Map<string, Amount[]>()
    const once = (side: string, column: string, of: (row: Row) => Amount[]) => {
      const known = remembered.get(side + column) ?? merged(of)
      remembered.set(side + column, known)
      return known
    }
    const rest: Row = {
      ...{ first: this.view.asked.rows.length === 2 ? kept[0]!.first : NONE, second: TOTAL, kind: 'rest', count: others.length },
      at: (column) => once('present', column, (row) => row.at(column)),
      earlier: (column) => once('before', column, (row) => row.earlier(column)),
    }
    return [...kept, rest, ...rows.filter((r) => r.kind !== 'member')]
  }

  private rows(columns: readonly string[]): Row[] {
    const { asked, axes, mostRows } = this.view
    const { top } = asked.question
    if (asked.rows.length === 0) return []
    const keys = this.rowKeys()
    const isTime = (axis: number) => axes[axis]!.buckets !== null
    const stands = (row: Row) => this.hasFacts(row, columns)
    const firsts = [...new Set(keys.map(([a]) => a))].filter((a) => a !== TOTAL)
    const groups = this.order(0, firsts, (key) => this.row(key, TOTAL, 'member'))
    if (asked.rows.length === 1) {
      const rows = groups.map((key) => this.row(key, TOTAL, kindOf(key, isTime(0))))
      return isTime(0) ? rows : this.cut(rows.filter(stands), top?.count ?? mostRows)
    }
    const named = isTime(0) ? groups : groups.filter((first) => stands(this.row(first, TOTAL, 'subtotal')))
    const seconds = Map.groupBy(
      keys.filter(([, b]) => b !== TOTAL),
      ([a]) => a,
    )
    const shown = named.map((first) => {
      const below = (seconds.get(first) ?? []).map(([, b]) => b)
      const all = this.order(1, [...new Set(below)], (key) => this.row(first, key, 'member')).map((key) =>
        this.row(first, key, kindOf(key, isTime(1))),
      )
      const rows = isTime(1) ? all : all.filter(stands)
      const within = isTime(1) || !(top?.within ?? false) ? rows : this.cut(rows, top!.count)
      return { head: this.row(first, TOTAL, 'subtotal'), rows: within }
    })
    if (top && !top.within && !isTime(0) && shown.length > top.count) {
      const heads = this.cut(
        shown.map(({ head }) => ({ ...head, kind: kindOf(head.first, false) })),
        top.count,
      )
      const rest = heads.find((h) => h.kind === 'rest')
      const kept = new Set(heads.filter((h) => h.kind !== 'rest').map((h) => h.first))
      return this.few([
        ...shown.filter((s) => kept.has(s.head.first)).flatMap((s) => [s.head, ...s.rows]),
        ...(rest ? [{ ...rest, first: NONE }] : []),
      ])
    }
    return this.few(shown.flatMap((s) => [s.head, ...s.rows]))
  }
  private few(rows: Row[]): Row[] {
    return rows.length > this.view.mostRows ? tooWide('rows') : rows
  }

  /** Which way sums run on: along columns of time, else down the only rows, of time (CU19). */
  private runs(): 'across' | 'down' | null {
    const { asked, axes } = this.view
    if (asked.question.running === 'none') return null
    if (asked.column !== null && axes[asked.rows.length]!.buckets) return 'across'
    return asked.rows.length === 1 && axes[0]!.buckets ? 'down' : null
  }
  /** Sums up to a bucket: begins anew with a year where they run within it. */
  private runner(): (bucket: string, amounts: readonly Amount[]) => Amount[] {
    const sums = this.none()
    let year = ''
    return (bucket, amounts) => {
      if (this.view.asked.question.running === 'within-year' && bucket.slice(0, 4) !== year) for (const sum of sums) clear(sum)
      year = bucket.slice(0, 4)
      for (const [i, amount] of amounts.entries()) addAmount(sums[i]!, amount)
      return sums
    }
  }
  /** All figures of a row: a list for each column and the total. */
  private figures(row: Row, columns: readonly string[], ranks: ReadonlyMap<Row, number | null>, down: Map<string, Runner>): Figure[][] {
    const way = this.runs()
    const across = this.runner()
    return [...columns, TOTAL].map((column) => {
      const amounts = row.at(column)
      let running: Amount[] | null = null
      if (way === 'across' && column !== TOTAL) running = across(column, amounts)
      if (way === 'down' && row.first !== TOTAL) {
        const run = down.get(column) ?? this.runner()
        down.set(column, run)
        running = run(row.first, amounts)
      }
      return this.view.asked.measures.map((_, i) => this.figure(row, column, i, { amounts, running: running?.[i] ?? null, ranks }))
    })
  }
  private figure(
    row: Row,
    column: string,
    i: number,
    { amounts, running, ranks }: { amounts: Amount[]; running: Amount | null; ranks: ReadonlyMap<Row, number | null> },
  ): Figure {
    const { question } = this.view.asked
    const format = this.format[i]!
    const value = this.valueOf(amounts, i)
    const within = withinOf(amounts[i]!, format) ?? format.base
    const figure: Figure = { value: cellOf(value, format, within) }
    if (this.view.before) Object.assign(figure, this.compared(row, column, i, value, within))
    if (question.share !== 'none' && (format.kind === 'flow' || format.kind === 'stock')) figure.share = this.share(row, column, i, value)
    if (running && format.kind !== 'stock') figure.running = cellOf(exactOf(running, format), format, withinOf(running, format) ?? within)
    if (question.rank && i === 0 && column === TOTAL && ranks.has(row)) figure.rank = ranks.get(row)!
    return figure
  }
  private compared(row: Row, column: string, i: number, value: Decimal | null, within: string): Partial<Figure> {
    const format = this.format[i]!
    if (this.lacksEarlier(row, column)) return { earlier: null, difference: null, growth: null }
    const before = this.valueOf(row.earlier(column), i)
    const sameUnit = !format.own || (withinOf(row.earlier(column)[i]!, format) ?? within) === within
    const difference = value === null || before === null || !sameUnit ? null : value.minus(before)
    return {
      earlier: cellOf(before, format, withinOf(row.earlier(column)[i]!, format) ?? within),
      difference: cellOf(difference, format, within),
      growth: difference === null ? null : percentText(difference, before),
    }
  }
  private share(row: Row, column: string, i: number, value: Decimal | null): string | null {
    const { share } = this.view.asked.question
    const whole = share === 'row' ? row.at(TOTAL) : this.at(rowKey(TOTAL, TOTAL), share === 'column' ? column : TOTAL)
    const of = this.valueOf(whole, i)
    return value === null ? null : percentText(value, of)
  }
  /** 1, 2, 2, 4 by exact value of the first measure (CU21), among rows that stand for one member; in each group where there are two dimensions. */
  private ranks(rows: readonly Row[]): Map<Row, number | null> {
    const mixed = this.isMixed()
    const ranks = new Map<Row, number | null>()
    const groups = Map.groupBy(
      rows.filter((r) => r.kind === 'member' || r.kind === 'subtotal'),
      (r) => (r.kind === 'subtotal' || this.view.asked.rows.length < 2 ? '' : r.first),
    )
    for (const among of groups.values()) {
      const valued = among.map((row) => ({ row, ...this.placed(row) })).toSorted(comparePlaces)
      let rank = 0
      for (const [i, { row, value }] of valued.entries()) {
        if (i === 0 || value === null || !valued[i - 1]!.value?.eq(value)) rank = i + 1
        ranks.set(row, value === null || mixed ? null : rank)
      }
    }
    return ranks
  }

  answer(): Pick<StatisticAnswer, 'columns' | 'lines' | 'total'> {
    const { asked, labels, axes } = this.view
    const columns = this.columnKeys()
    const rows = this.rows(columns)
    const ranks = asked.question.rank ? this.ranks(rows) : new Map<Row, number | null>()
    const member = (axis: number, key: string) => ({ key, label: labels(axis, key).label })
    const at = asked.rows.length
    const down = new Map<string, Runner>()
    return {
      columns: columns.map((key) => ({ ...member(at, key), kind: kindOf(key, axes[at]!.buckets !== null) })),
      lines: rows.map((row) => ({
        members: [
          ...(row.kind === 'rest' && asked.rows.length === 1
            ? []
            : row.kind === 'rest' && row.first === NONE
              ? []
              : [member(0, row.first)]),
          ...(row.second === TOTAL ? [] : [member(1, row.second)]),
        ],
        kind: row.kind,
        ...(row.count === undefined ? {} : { count: row.count }),
        figures: this.figures(row, columns, ranks, down),
      })),
      total: this.figures(this.row(TOTAL, TOTAL, 'subtotal'), columns, ranks, down),
    }
  }
  /** Facts stand behind a row (CU7). Of a stock they are what is open: what was settled before is none. */
  private hasFacts(row: Row, columns: readonly string[]): boolean {
    const stands = (amount: Amount, i: number) =>
      this.format[i]!.kind === 'stock' ? [...amount.sums.values()].some(([value]) => value !== 0) : !isNothing(amount)
    return [...columns, TOTAL].some((column) => row.at(column).some(stands) || row.earlier(column).some(stands))
  }
  /** The whole of a measure, for what other reports say of it (CU8). */
  totalOf(measure: string): number | null {
    const at = this.view.asked.measures.findIndex((m) => m.name === measure)
    return at < 0 ? null : (this.valueOf(this.at(rowKey(TOTAL, TOTAL), TOTAL), at)?.toNumber() ?? 0)
  }
}

const tooWide = (path: 'rows' | 'column'): never => refuse('invalid-input', { issues: [{ path, rule: 'statistic-wide' }] })
const clear = (amount: Amount): void => {
  amount.sums.clear()
  amount.ids = null
}
type Placed = { unit: string | null; value: Decimal | null }
/** The greatest first, what has no value last; amounts of several currencies or units by those. */
const comparePlaces = (a: Placed, b: Placed): number => {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return compareTexts(a.unit ?? '', b.unit ?? '') || b.value.comparedTo(a.value)
}
