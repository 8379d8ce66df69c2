// What stands in a cell of a list: a figure, a chip, a check, a link, or text with a tooltip when it is cut off.
import CheckRounded from '@mui/icons-material/CheckRounded'
import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import type { Column, ListRow } from '../../../preload/contract/define/index.ts'
import { LinkButton, RecordLink } from '../show/record-link.tsx'
import { StatusChip } from '../show/status-chip.tsx'
import { type CellWords, cellText, isFigure, isMoney } from './cell-text.ts'

type Props = {
  row: ListRow
  field: string
  column: Column
  words: CellWords
  /** Money that says its currency's code. */
  withCode: boolean
  opens: { route: string; id: string } | null
  /** Opens something else than a record's page. */
  onOpen: ((row: ListRow) => void) | undefined
  before: ((row: ListRow) => ReactNode) | undefined
}

/** The tooltip is set only when the text does not fit, and only when the pointer comes: nothing is measured for cells nobody looks at. */
const sayWhenCut = (element: HTMLElement, text: string) => {
  if (element.scrollWidth > element.clientWidth) element.title = text
  else element.removeAttribute('title')
}

export const ListCell = ({ row, field, column, words, withCode, opens, onOpen, before }: Props) => {
  const cell = row[field]
  // Q27: a figure that the office does not know (yet) is told as such, by whatever kind it is.
  if (cell === null && isFigure(column))
    return (
      <Box component="span" sx={{ color: 'text.disabled' }}>
        –
      </Box>
    )
  if (cell === null || cell === undefined || cell === '') return null
  if (column.kind === 'boolean')
    return cell === true ? <CheckRounded fontSize="small" aria-label={words.yes} color="primary" sx={{ verticalAlign: 'middle' }} /> : null
  if (column.kind === 'enum' && column.values && typeof cell === 'string') return <StatusChip group={column.values.group} value={cell} />
  const text = cellText(cell, column, words)
  const code = withCode && isMoney(cell) ? cell.currency : null
  return (
    <Box
      component="span"
      onMouseEnter={(event) => sayWhenCut(event.currentTarget, text)}
      sx={{
        display: 'block',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        ...(isFigure(column) && { fontVariantNumeric: 'tabular-nums' }),
      }}
    >
      {before && (
        <Box component="span" sx={{ mr: 0.75 }}>
          {before(row)}
        </Box>
      )}
      {code !== null && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', mr: 0.5 }}>
          {code}
        </Box>
      )}
      {onOpen ? (
        <LinkButton tabIndex={-1} onClick={() => onOpen(row)}>
          {text}
        </LinkButton>
      ) : opens ? (
        <RecordLink {...opens} tabIndex={-1}>
          {text}
        </RecordLink>
      ) : (
        text
      )}
    </Box>
  )
}
