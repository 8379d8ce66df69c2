// The grid's columns from the list's declaration: titles from the names, alignment and cell by kind, header with the sorting it takes part in.
import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded'
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded'
import { Box } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import type { Column, ColumnKind, ListRow, Sort } from '../../../preload/contract/define.ts'
import { titleWidth } from '../format/title-width.ts'
import { type CellWords, cellOpens, cellText, isFigure, saysCurrency } from './cell-text.ts'
import { ListCell } from './list-cell.tsx'
import type { ListLook, Placed } from './list-look.ts'

const WIDTHS: Partial<Record<ColumnKind, number>> = {
  code: 120,
  enum: 110,
  integer: 90,
  boolean: 80,
  date: 106,
  datetime: 146,
  quantity: 110,
  price: 110,
  percent: 100,
  rate: 110,
  measure: 100,
  money: 130,
}
/** A cell's padding on both sides, and the arrow of a sorted column. */
const PADDING = 20
const ARROW = 20
/** The frame of a chip, and how much smaller than a title its words are. */
const CHIP = 18
const CHIP_TYPE = 0.85

/** The pixels that the longest value of an enum needs, in whatever language it is. */
const chipWidth = ({ values }: Column, words: CellWords): number =>
  Math.max(0, ...(values?.all ?? []).map((value) => titleWidth(words.name(`${values?.group}.${value}`)))) * CHIP_TYPE + CHIP + PADDING

type Header = { title: string; field: string; sort: readonly Sort[]; onMove: (field: string, before: string) => void }
const Title = ({ title, field, sort, onMove }: Header) => {
  const at = sort.findIndex((s) => s.field === field)
  const Arrow = sort[at]?.descending ? ArrowDownwardRounded : ArrowUpwardRounded
  return (
    <Box
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-column', field)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => event.dataTransfer.types.includes('application/x-column') && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onMove(event.dataTransfer.getData('application/x-column'), field)
      }}
      title={title}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.25, minWidth: 0, width: '100%', fontWeight: 600, justifyContent: 'inherit' }}
    >
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {title}
      </Box>
      {at >= 0 && <Arrow sx={{ fontSize: 14 }} color="primary" />}
      {at >= 0 && sort.length > 1 && (
        <Box component="sup" sx={{ color: 'primary.main', fontSize: 10 }}>
          {at + 1}
        </Box>
      )}
    </Box>
  )
}

export type ColumnsOf = {
  list: string
  shown: readonly Placed[]
  look: ListLook
  sort: readonly Sort[]
  words: CellWords
  /** The list's own `opens`: the first text of a row opens the record as the row does. */
  rowOpens: Column['opens']
  titleOf: (field: string) => string
  onMove: (field: string, before: string) => void
}

export const gridColumns = ({ shown, look, sort, words, rowOpens, titleOf, onMove }: ColumnsOf): GridColDef<ListRow>[] => {
  const visible = new Set(shown.map((p) => p.field))
  // Unless a column opens the row's record already, the first words of a row do.
  const own = shown.some(({ column }) => column.opens?.route === rowOpens?.route && column.opens?.id === rowOpens?.id)
  const lead = own ? undefined : shown.find(({ column }) => (column.kind === 'code' || column.kind === 'text') && !column.opens)?.field
  return shown.map(({ field, column }) => {
    const figure = isFigure(column)
    const withCode = saysCurrency(column, visible)
    const opens = column.opens ?? (field === lead ? rowOpens : undefined)
    return {
      field,
      headerName: titleOf(field),
      // What a user has set stays; otherwise neither title nor chip is cut off, in whatever language they are.
      width:
        look.widths[field] ??
        Math.max(
          column.width ?? WIDTHS[column.kind] ?? 150,
          column.kind === 'enum' ? Math.ceil(chipWidth(column, words)) : 0,
          titleWidth(titleOf(field)) + PADDING + (sort.some((s) => s.field === field) ? ARROW : 0),
        ),
      minWidth: 50,
      sortable: false,
      filterable: false,
      hideable: false,
      disableColumnMenu: true,
      ...(figure ? { align: 'right' as const, headerAlign: 'right' as const } : {}),
      ...(column.kind === 'boolean' ? { align: 'center' as const, headerAlign: 'center' as const } : {}),
      // What Ctrl+C copies is what is seen.
      valueFormatter: (_value, row) => cellText(row[field], column, words),
      renderHeader: () => <Title title={titleOf(field)} field={field} sort={sort} onMove={onMove} />,
      renderCell: ({ row }) => (
        <ListCell row={row} field={field} column={column} words={words} withCode={withCode} opens={cellOpens(row, opens)} />
      ),
    }
  })
}
