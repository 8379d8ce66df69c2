// What can be done to lines as a whole, without any screen: adding, moving, duplicating, removing, and laying a pasted block over them.
import { same, type TypedText } from './draft.ts'
import type { Line, LineColumn } from './line-columns.ts'
import { rulesOf, valueAt } from './line-columns.ts'

export const withLine = <L extends Line>(lines: readonly L[], id: string, part: Partial<L>): L[] =>
  lines.map((line) => (line.id === id ? { ...line, ...part } : line))

export const movedLine = <L extends Line>(lines: readonly L[], id: string, by: 1 | -1): L[] => {
  const at = lines.findIndex((line) => line.id === id)
  const to = at + by
  if (at < 0 || to < 0 || to >= lines.length) return [...lines]
  return lines.toSpliced(at, 1).toSpliced(to, 0, lines[at]!)
}

export const insertedAfter = <L extends Line>(lines: readonly L[], id: string, line: L): L[] =>
  lines.toSpliced(lines.findIndex((one) => one.id === id) + 1, 0, line)

export type Place = { id: string; field: string }
/** Fields of a line that can be typed in, in order. */
export const openFields = <L extends Line>(columns: readonly LineColumn<L>[], line: L): string[] =>
  columns.filter((column) => column.kind !== 'shown' && column.locked?.(line) !== true).map((column) => column.field)

/** The cell after (or before) a place, line by line; null past either end. */
export const nextPlace = <L extends Line>(
  lines: readonly L[],
  columns: readonly LineColumn<L>[],
  from: Place,
  by: 1 | -1,
): Place | null => {
  const places = lines.flatMap((line) => openFields(columns, line).map((field) => ({ id: line.id, field })))
  const at = places.findIndex((place) => place.id === from.id && place.field === from.field)
  return places[at + by] ?? null
}

/** Texts that are to be looked up at the office (item numbers), with the cell they stand for. */
export type Lookup = Place & { text: string }
export type Pasted<L> = {
  lines: L[]
  /** What was pasted into each line and is not blank. */
  parts: Map<string, Partial<L>>
  lookups: Lookup[]
  unread: (Place & { text: string; rule: string })[]
  /** Cells that have a value now, so that no text of before stands in them. */
  read: Place[]
  /** True when lines were left out. */
  cut: boolean
  rows: number
}

/** Lays a block over the lines from a place on, adding lines where the block is longer. Columns that are only shown are passed over. */
export const pastedOver = <L extends Line>(
  lines: readonly L[],
  columns: readonly LineColumn<L>[],
  from: Place,
  block: readonly (readonly string[])[],
  with_: {
    newLine: (() => L) | undefined
    most: number
    today: string
    valueNamed: (column: LineColumn<L>, text: string) => string | null
  },
): Pasted<L> => {
  const result: Pasted<L> = { lines: [...lines], parts: new Map(), lookups: [], unread: [], read: [], cut: false, rows: 0 }
  const top = lines.findIndex((line) => line.id === from.id)
  const left = columns.findIndex((column) => column.field === from.field)
  for (const [r, cells] of block.entries()) {
    const at = top + r
    if (at >= result.lines.length) {
      if (!with_.newLine || result.lines.length >= with_.most) return { ...result, cut: true }
      result.lines.push(with_.newLine())
    }
    const line = result.lines[at]!
    const part: Record<string, unknown> = {}
    for (const [c, cell] of cells.entries()) {
      const column = columns[left + c]
      const text = cell.replace(/\s+/g, ' ').trim()
      if (!column || column.kind === 'shown' || column.locked?.(line) === true) continue
      const place = { id: line.id, field: column.field }
      result.read.push(place)
      if (column.kind === 'pick') {
        if (text !== '') result.lookups.push({ ...place, text })
      } else if (column.kind === 'enum') {
        const value = with_.valueNamed(column, text)
        if (value !== null) part[column.field] = value
      } else if (column.kind === 'word') part[column.field] = text
      else {
        const read = rulesOf(column, line, with_.today)!.read(text)
        if (read.ok) part[column.field] = read.value
        else result.unread.push({ ...place, text, rule: read.rule })
      }
    }
    result.lines[at] = { ...line, ...(part as Partial<L>) }
    const given = Object.entries(part).filter(([, value]) => value !== '' && value !== null)
    result.parts.set(line.id, Object.fromEntries(given) as Partial<L>)
    result.rows += 1
  }
  return result
}

/** A line in which nothing has been typed: every field is as in a new one. */
export const isNew = <L extends Line>(line: L, fresh: L): boolean =>
  Object.keys(fresh).every((field) => field === 'id' || JSON.stringify(valueAt(line, field)) === JSON.stringify(valueAt(fresh, field)))

type State<L> = { lines: readonly L[]; typed: Readonly<Record<string, TypedText>> }
/** The first cell that is not the same in two states; a line that has gone leads to the one that stands in its place. Null where nothing differs. */
export const firstChange = <L extends Line>(columns: readonly LineColumn<L>[], old: State<L>, next: State<L>): Place | null => {
  const known = new Map(old.lines.map((line) => [line.id, line]))
  for (const line of next.lines) {
    const before = known.get(line.id)
    const [first] = openFields(columns, line)
    if (!before) return first === undefined ? null : { id: line.id, field: first }
    const changed = columns.find(
      ({ field }) =>
        !same(valueAt(before, field), valueAt(line, field)) || !same(old.typed[`#${line.id}.${field}`], next.typed[`#${line.id}.${field}`]),
    )
    if (changed) return { id: line.id, field: changed.field }
  }
  const at = old.lines.findIndex((line, n) => next.lines[n]?.id !== line.id)
  const near = at < 0 ? undefined : (next.lines[at] ?? next.lines.at(-1))
  const [field] = near ? openFields(columns, near) : []
  return near && field !== undefined ? { id: near.id, field } : null
}
