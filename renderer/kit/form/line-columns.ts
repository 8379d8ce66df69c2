// What a column of a grid of lines can be, and how a pasted or typed text becomes a value of each kind.
import type { ReactNode } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import { dateRules, decimalRules, moneyRules } from '../fields/typed-rules.ts'
import type { TypedRules } from '../fields/use-typed-text.ts'
import type { Begins } from '../fields/begin-record.tsx'
import type { Option } from '../fields/pick-box.tsx'
import { amountShown } from '../format/shown.ts'

export type Line = { id: string }
type Cell<L> = {
  /** The line's field; of 'shown' columns any name of their own. */
  field: string
  /** Default: the name `field.<field>`. */
  label?: string
  width: number
  /** Takes what width is left. */
  grow?: boolean
  /** Cells that cannot be typed in. */
  locked?: (line: L) => boolean
  /** Grey while nothing is typed: what the office makes of the line. */
  calculated?: (line: L) => string
}
/** Chosen from what can be looked up. */
type Picking<L> = {
  /** What stands in the cell. */
  shown?: (line: L) => string | null | undefined
  search: (text: string, line: L) => Promise<Option[]>
  /** The one that a pasted text means. */
  byText?: (text: string) => Promise<Option | null>
  /** The one that was begun from the cell. */
  byId?: (id: string) => Promise<Option | null>
  /** What can be begun where nothing is found; `name` says what it is called. */
  begins?: Pick<Begins, 'route' | 'permission'> & { name: string }
  /** The page of what was chosen: its link in a document that is only read. */
  opens?: string
  onPick: (picked: Option | null, line: L) => Partial<L>
}
export type LineColumn<L extends Line> = Cell<L> &
  (
    | { kind: 'text'; required?: boolean }
    /** `currency`: which sign may stand beside the number, e.g. of a price. */
    | { kind: 'decimal'; places: number; least?: number; signed?: boolean; currency?: (line: L) => string }
    | { kind: 'money'; currency: (line: L) => string; signed?: boolean }
    | { kind: 'date' }
    | { kind: 'enum'; group: string; values: readonly string[] }
    /** A word that is usual, or one's own: the text is the value. */
    | { kind: 'word'; search: (text: string, language: Language) => Promise<Option[]> }
    | ({ kind: 'pick' } & Picking<L>)
    /** Not typed in: worked out by the office, or known of the line. */
    | {
        kind: 'shown' /** A number told as text: stands to the right. */
        figure?: boolean
        money?: (line: L) => Money | null | undefined
        text?: (line: L) => string
        node?: (line: L) => ReactNode
      }
  )

export const isFigureColumn = <L extends Line>(column: LineColumn<L>): boolean =>
  column.kind === 'decimal' ||
  column.kind === 'money' ||
  (column.kind === 'shown' && (column.money !== undefined || column.figure === true))

export const valueAt = <L extends Line>(line: L, field: string): unknown => (line as Readonly<Record<string, unknown>>)[field]

/** A field's value as text; '' for what is no text. */
export const textAt = <L extends Line>(line: L, field: string): string => {
  const value = valueAt(line, field)
  return typeof value === 'string' ? value : ''
}

const textRules: TypedRules<string> = { read: (text) => ({ ok: true, value: text }), show: (text) => text, edit: (text) => text }

/** How a column's text is read and shown; null for kinds that are chosen or only shown. */
export const rulesOf = <L extends Line>(column: LineColumn<L>, line: L, today: string): TypedRules<unknown> | null => {
  switch (column.kind) {
    case 'text':
      return textRules as TypedRules<unknown>
    case 'decimal':
      return decimalRules(column.places, column.signed ?? false, column.least ?? 0, column.currency?.(line)) as TypedRules<unknown>
    case 'money':
      return moneyRules(column.currency(line), column.signed ?? false) as TypedRules<unknown>
    case 'date':
      return { ...dateRules(today), step: undefined } as TypedRules<unknown>
    default:
      return null
  }
}

/** The text of a cell that is not being typed in. */
export const shownText = <L extends Line>(column: LineColumn<L>, line: L, name: (key: string) => string): string => {
  const value = valueAt(line, column.field)
  switch (column.kind) {
    case 'shown':
      return column.text?.(line) ?? ''
    case 'enum':
      return typeof value === 'string' && value !== '' ? name(`${column.group}.${value}`) : ''
    case 'pick':
      return column.shown?.(line) ?? ''
    default:
      return (
        rulesOf(column, line, '2000-01-01')?.show(value ?? (column.kind === 'text' || column.kind === 'decimal' ? '' : null)) ??
        textAt(line, column.field)
      )
  }
}

/** What is copied out: figures without separators. */
export const copiedText = <L extends Line>(column: LineColumn<L>, line: L, name: (key: string) => string): string => {
  if (column.kind === 'shown' && column.money) {
    const money = column.money(line)
    return money ? minorText(money.minor, money.currency) : ''
  }
  const value = valueAt(line, column.field)
  return column.kind === 'decimal' && typeof value === 'string' ? value : shownText(column, line, name)
}

export const moneyOf = <L extends Line>(column: LineColumn<L>, line: L): string => {
  const money = column.kind === 'shown' ? column.money?.(line) : null
  return money ? amountShown(money) : ''
}
