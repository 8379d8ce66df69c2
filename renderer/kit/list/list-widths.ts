// How wide a column must be for what stands in it: measured by the signs of its words, so that nothing is laid out for it. Rule Q25.
import type { Column, ListAnswer, ListRow } from '../../../preload/contract/define/index.ts'
import { amountShown, decimalShown } from '../format/shown.ts'
import { type CellWords, cellText, isFigure, isMoney } from './cell-text.ts'
import { chipText } from '../show/status-chip.tsx'
import type { Placed } from './list-view-settings.ts'

const WIDE = /[\u2e80-\uffff]/
/** A cell's padding on both sides. */
export const PADDING = 20
/** The arrow of a sorted column, or the funnel of a filtered one. */
export const MARK = 18
/** The frame of a chip, and how much smaller than a title its words are. */
const CHIP = 18
const CHIP_TYPE = 0.93
/** The currency's code before an amount. */
const CODE = 32
/** Names longer than this give way to the figures beside them while there is no room. */
const LONGEST_NAME = 160
const LONGEST_CODE = 170
/** How much wider the sums' bold type is. */
const BOLD = 1.07
/** So far a name may stretch on a wide window, if it is no longer itself. */
const STRETCHED = 420

/** Pixels that a cell's words need in the grids' plain type, a little generously. */
export const cellWidth = (text: string): number => {
  let width = 0
  for (const sign of text)
    width += WIDE.test(sign)
      ? 13.1
      : /[MWmw%@]/.test(sign)
        ? 11.5
        : /[iljtf.,:' |I-]/.test(sign)
          ? 4.4
          : /[CDGHNOQRU]/.test(sign)
            ? 9.8
            : /[A-Z]/.test(sign)
              ? 8.8
              : 7.3
  return Math.ceil(width)
}

/** Figures and days; numbers of documents have letters too, and where it is narrow they give way as names do. */
const isOfDigits = (column: Column): boolean => isFigure(column) || column.kind === 'date'

export type Widths = Readonly<Record<string, number>>

const contentOf = (row: ListRow, { field, column }: Placed, words: CellWords): number => {
  const cell = row[field]
  if (cell === null || cell === undefined || cell === '') return 0
  if (column.kind === 'boolean') return 20
  const text = cellText(cell, column, words)
  if (column.kind === 'enum') return cellWidth(chipText(String(cell), text)) * CHIP_TYPE + CHIP
  return cellWidth(text) + (isMoney(cell) && column.currency !== 'base' ? CODE : 0)
}
const totalOf = (sums: NonNullable<ListAnswer['totals']>[string], column: Column): number =>
  Math.max(0, ...sums.map((sum) => cellWidth(typeof sum === 'string' ? decimalShown(sum) : amountShown(sum)))) * BOLD +
  (sums.length > 1 ? 28 : 0) +
  (column.kind === 'money' && column.currency !== 'base' ? CODE : 0)

/** What the columns need for these rows and sums, digits being so much wider than `cellWidth` takes them to be; never less than before, so that a column does not jump while one pages. */
export const widened = (
  before: Widths,
  rows: readonly ListRow[],
  totals: ListAnswer['totals'],
  shown: readonly Placed[],
  words: CellWords,
  scale = 1,
): Widths =>
  Object.fromEntries(
    shown.map((placed) => {
      const { field, column } = placed
      const sums = totals?.[field]
      const content = Math.max(0, ...rows.map((row) => contentOf(row, placed, words)), sums ? totalOf(sums, column) : 0)
      return [field, Math.max(before[field] ?? 0, Math.ceil(content * (isOfDigits(column) ? scale : 1)) + PADDING)]
    }),
  )

export type Sized = { width: number; minWidth: number; flex?: number; maxWidth?: number }
/** A column's width: what a user has set, else its title and content; a name takes what room is left over. */
export const sized = (placed: Placed, head: number, widths: Widths, own: number | undefined): Sized => {
  if (own !== undefined) return { width: own, minWidth: 50 }
  const { field, column } = placed
  const content = widths[field] ?? column.width ?? 90
  if (column.kind !== 'text') {
    const width = Math.max(head, column.kind === 'code' ? Math.min(content, LONGEST_CODE) : content)
    return { width, minWidth: 50 }
  }
  const least = Math.max(head, Math.min(content, LONGEST_NAME))
  // Short words (a salesperson) keep their width: only what may be long stretches.
  if (content <= 160) return { width: least, minWidth: 50 }
  return { width: least, minWidth: least, flex: 1, maxWidth: Math.max(content, STRETCHED) }
}
