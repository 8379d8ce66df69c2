// What a page says of its grid of lines.
import type { ReactNode } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Line, LineColumn } from './line-columns.ts'
import type { FieldBinding } from './use-form.ts'

export type LineTotal = { field: string; money?: Money | null; text?: string }
export type LineGridProps<L extends Line> = FieldBinding<L[]> & {
  columns: readonly LineColumn<L>[]
  /** The document's: another sign beside a number is told. Columns may have one of their own. */
  currency?: string
  /** A fresh line; without it lines cannot be added (they come from elsewhere). */
  newLine?: () => L
  /** What a duplicated line takes along. Default: everything but the id. */
  copyLine?: (line: L) => L
  totals?: readonly LineTotal[]
  most?: number
  /** Pixels at most before the lines scroll by themselves. */
  height?: number
  readOnly?: boolean
  /** Under the lines while a cell is being typed in, with a way to fill in parts of its line. */
  beside?: (at: { line: L; field: string }, take: (part: Partial<L>) => void) => ReactNode
  /** Beside the "add" button, e.g. "from contracts". */
  toolbar?: ReactNode
}
