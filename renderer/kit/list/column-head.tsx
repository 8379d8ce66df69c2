// The head of a list's column: its title with the sorting it takes part in, dragged to another place, and the funnel that filters by it.
import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded'
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded'
import FilterAltOutlined from '@mui/icons-material/FilterAltOutlined'
import FilterAltRounded from '@mui/icons-material/FilterAltRounded'
import { Box, IconButton } from '@mui/material'
import type { Sort } from '../../../preload/contract/define/index.ts'
import { useWords } from '../../words/index.ts'

type Props = {
  title: string
  field: string
  sort: readonly Sort[]
  /** Rows are filtered by it. */
  filtered: boolean
  /** Absent for a column that cannot be filtered by. */
  onFilter: ((head: HTMLElement) => void) | undefined
  onMove: (field: string, before: string) => void
}

/** Seen when the pointer or the keyboard is on the head, and for as long as the column filters. */
const Funnel = ({ title, filtered, onFilter }: { title: string; filtered: boolean; onFilter: (head: HTMLElement) => void }) => {
  const { t } = useWords()
  const Icon = filtered ? FilterAltRounded : FilterAltOutlined
  return (
    <IconButton
      className="funnel"
      size="small"
      tabIndex={-1}
      aria-label={t('kit.filter.by', { title })}
      title={t('kit.filter.by', { title })}
      color={filtered ? 'primary' : 'default'}
      onClick={(event) => {
        event.stopPropagation()
        onFilter(event.currentTarget)
      }}
      sx={{
        position: 'absolute',
        right: 2,
        p: 0,
        width: 24,
        height: 24,
        bgcolor: 'background.paper',
        borderRadius: 0.5,
        opacity: filtered ? 1 : 0,
        '[role=columnheader]:hover &, [role=columnheader]:focus-within &, [role=columnheader]:focus &': { opacity: 1 },
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Icon sx={{ fontSize: 14 }} />
    </IconButton>
  )
}

export const ColumnHead = ({ title, field, sort, filtered, onFilter, onMove }: Props) => {
  const at = sort.findIndex((s) => s.field === field)
  const Arrow = sort[at]?.descending ? ArrowDownwardRounded : ArrowUpwardRounded
  return (
    <>
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
      {onFilter && <Funnel title={title} filtered={filtered} onFilter={onFilter} />}
    </>
  )
}
