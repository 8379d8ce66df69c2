// The grid's columns from the list's declaration: titles from the names, width by content, alignment and cell by kind. The first stays when one scrolls.
import { gridClasses, type GridColDef } from '@mui/x-data-grid'
import type { ReactNode } from 'react'
import type { Column, Filter, ListRow, Sort } from '../../../preload/contract/define/index.ts'
import { titleWidth } from '../format/title-width.ts'
import { type CellWords, cellOpens, cellText, isFigure, saysCurrency } from './cell-text.ts'
import { ColumnHead } from './column-head.tsx'
import { ListCell } from './list-cell.tsx'
import type { ListLook, Placed } from './list-view-settings.ts'
import { MARK, PADDING, sized, type Widths } from './list-widths.ts'

export type ColumnsOf = {
  list: string
  shown: readonly Placed[]
  look: ListLook
  widths: Widths
  sort: readonly Sort[]
  filters: readonly Filter[]
  words: CellWords
  /** The list's own `opens`: the first text of a row opens the record as the row does. */
  rowOpens: Column['opens']
  /** How the page opens a row itself: the first text of a row does it too. */
  onOpen: ((row: ListRow) => void) | undefined
  cells: Readonly<Record<string, (row: ListRow) => void>> | undefined
  before: ((row: ListRow) => ReactNode) | undefined
  titleOf: (field: string) => string
  onFilter: (field: string, head: HTMLElement) => void
  onMove: (field: string, before: string) => void
}

/** The room of what stands before the first words of a row. */
const BEFORE = 30
/** The class of the column that stays: the list's own style holds it (list-grid.tsx). */
export const FIXED = 'fixed-column'

export const gridColumns = (of: ColumnsOf): GridColDef<ListRow>[] => {
  const { shown, look, widths, sort, filters, words, rowOpens, onOpen, cells, before, titleOf, onFilter, onMove } = of
  const visible = new Set(shown.map((p) => p.field))
  // Unless a column opens the row's record already, the first words of a row do.
  const own =
    rowOpens !== undefined && shown.some(({ column }) => column.opens?.route === rowOpens?.route && column.opens?.id === rowOpens?.id)
  const lead = own ? undefined : shown.find(({ column }) => (column.kind === 'code' || column.kind === 'text') && !column.opens)?.field
  return shown.map((placed, at) => {
    const { field, column } = placed
    const figure = isFigure(column)
    const withCode = saysCurrency(column, visible)
    const opens = column.opens ?? (field === lead ? rowOpens : undefined)
    const filtered = filters.some((f) => f.field === field)
    const head = titleWidth(titleOf(field)) + PADDING + (sort.some((s) => s.field === field) ? MARK : 0) + (filtered ? MARK : 0)
    const size = sized(placed, head, widths, look.widths[field])
    const fixed = at === 0 ? FIXED : ''
    return {
      field,
      headerName: titleOf(field),
      // What a user has set stays; otherwise neither title nor figure is cut off, in whatever language they are.
      ...size,
      width: size.width + (before && at === 0 && look.widths[field] === undefined ? BEFORE : 0),
      headerClassName: at === 0 ? `${FIXED} ${gridClasses['columnHeader--pinnedLeft']}` : fixed,
      cellClassName: at === 0 ? `${FIXED} ${gridClasses['cell--pinnedLeft']}` : fixed,
      sortable: false,
      filterable: false,
      hideable: false,
      disableColumnMenu: true,
      ...(figure ? { align: 'right' as const, headerAlign: 'right' as const } : {}),
      ...(column.kind === 'boolean' ? { align: 'center' as const, headerAlign: 'center' as const } : {}),
      // What Ctrl+C copies is what is seen.
      valueFormatter: (_value, row) => cellText(row[field], column, words),
      renderHeader: () => (
        <ColumnHead
          title={titleOf(field)}
          field={field}
          sort={sort}
          filtered={filtered}
          onFilter={column.fixed === true ? undefined : (anchor) => onFilter(field, anchor)}
          onMove={onMove}
        />
      ),
      renderCell: ({ row }) => (
        <ListCell
          row={row}
          field={field}
          column={column}
          words={words}
          withCode={withCode}
          opens={cellOpens(row, opens)}
          onOpen={cells?.[field] ?? (field === lead ? onOpen : undefined)}
          before={at === 0 ? before : undefined}
        />
      ),
    }
  })
}
