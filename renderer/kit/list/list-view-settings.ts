// How a user likes a list to look: which columns in which order and width, the sorting, the filters, the period. Kept at the office under the list's name.
import type { Column, Filter, Sort } from '../../../preload/contract/define/index.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { type Period, periodDays } from '../../../preload/contract/vocabulary/periods.ts'

/** Pixels of a row and of the heads, by what the user has chosen for all their lists. */
export const ROW_HEIGHTS = {
  dense: { row: 26, head: 30 },
  compact: { row: 34, head: 36 },
  standard: { row: 44, head: 44 },
  comfortable: { row: 56, head: 52 },
} as const
export type Density = keyof typeof ROW_HEIGHTS
export const DENSITIES = Object.keys(ROW_HEIGHTS) as Density[]
/** A low window (a small screen at 150 or 200 %) has rows and heads that leave room for eight of them, whatever was chosen. Q26. */
export const LOW_ROW = { row: 24, head: 26 }
export type ListLook = {
  /** Columns the user has moved, in order; those not named follow in the declaration's order. */
  order: string[]
  /** What the user has shown or hidden himself; others follow the declaration. */
  visible: Record<string, boolean>
  widths: Record<string, number>
  sort: Sort[]
  filters: Filter[]
  /** Days of one date column, chosen by a word that moves with the company's day. */
  period: { field: string; period: Period } | null
  /** Only rows that belong to the user. */
  mine: boolean
  /** The kept view that this look was chosen from. */
  view: string | null
}
export const plainLook: ListLook = { order: [], visible: {}, widths: {}, sort: [], filters: [], period: null, mine: false, view: null }

export type Columns = Readonly<Record<string, Column>>
/** A column as it stands on screen. */
export type Placed = { field: string; column: Column; visible: boolean }

/** All columns this user may choose from, in his order, each with whether it is shown. */
export const placed = (columns: Columns, look: ListLook): Placed[] => {
  const declared = Object.keys(columns)
  const moved = look.order.filter((field) => Object.hasOwn(columns, field))
  const rest = declared.filter((field) => !moved.includes(field))
  // A column that has appeared since stands where it was declared: after its neighbour on the left.
  const order = rest.reduce<string[]>(
    (done, field) => {
      if (moved.length === 0) return [...done, field]
      const before = declared.slice(0, declared.indexOf(field)).toReversed()
      const at = before.map((f) => done.indexOf(f)).find((i) => i >= 0)
      return done.toSpliced(at === undefined ? 0 : at + 1, 0, field)
    },
    [...moved],
  )
  return order.map((field) => {
    const column = columns[field]!
    return { field, column, visible: look.visible[field] ?? column.hidden !== true }
  })
}

/** Moves a column to stand where another stands. */
export const moved = (order: readonly string[], field: string, to: number): string[] => {
  const from = order.indexOf(field)
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  return order.toSpliced(from, 1).toSpliced(to, 0, field)
}

/** A click on a header: ascending, descending, none. With Shift the other sorts stay (at most four). */
export const sortedBy = (sort: readonly Sort[], field: string, add: boolean): Sort[] => {
  const now = sort.find((s) => s.field === field)
  const next = now === undefined ? { field, descending: false } : now.descending ? null : { field, descending: true }
  if (!add) return next ? [next] : []
  if (now) return sort.flatMap((s) => (s.field === field ? (next ?? []) : s))
  return next && sort.length < 4 ? [...sort, next] : [...sort]
}

/** The date columns by which a list can be limited to a period: the one it is sorted by first. */
export const periodFields = (columns: Columns, sort: readonly Sort[]): string[] => {
  const days = Object.keys(columns).filter(
    (f) => (columns[f]!.kind === 'date' || columns[f]!.kind === 'datetime') && columns[f]!.fixed !== true,
  )
  const first = sort.map((s) => s.field).find((f) => days.includes(f))
  return first === undefined ? days : [first, ...days.filter((f) => f !== first)]
}
/** A period as the filter that the office is asked with. Q21. */
export const periodFilter = ({ field, period }: NonNullable<ListLook['period']>, today: IsoDate): Filter => {
  const { from, to } = periodDays(period, today)
  return { field, op: 'between', value: [from, to] }
}

/** What a view keeps: the look with what is searched for. */
export const viewText = (look: ListLook, search: string): string => JSON.stringify({ ...look, view: null, search })
/** A kept view as a look; null for a text that is none (of another version, of somebody's own making). */
export const viewLook = (id: string | null, text: string): { look: ListLook; search: string } | null => {
  try {
    const { search, ...kept } = JSON.parse(text) as Partial<ListLook> & { search?: unknown }
    return { look: { ...plainLook, ...kept, view: id }, search: typeof search === 'string' ? search : '' }
  } catch {
    return null
  }
}

/** Sorting and filters on columns that may be asked for: a column lost with a permission must not make the list unreadable. */
export const askable = (columns: Columns, look: ListLook): { sort: Sort[]; filters: Filter[] } => {
  const known = (field: string) => Object.hasOwn(columns, field) && columns[field]?.fixed !== true
  return { sort: look.sort.filter((s) => known(s.field)), filters: look.filters.filter((f) => known(f.field)) }
}
