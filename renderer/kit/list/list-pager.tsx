// Where in the list one is: count of all rows that match, the page's own rows, and the ways to other pages.
import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded'
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded'
import FirstPageRounded from '@mui/icons-material/FirstPageRounded'
import LastPageRounded from '@mui/icons-material/LastPageRounded'
import { Box, IconButton } from '@mui/material'
import { useWords } from '../../words/index.ts'
import { groupDigits } from '../format/shown.ts'
import { PAGE } from './use-list-rows.ts'

type Props = {
  page: number
  rows: number
  count: number | undefined
  hasNext: boolean
  chosen: number
  low: boolean
  onPage: (page: number) => void
}

export const ListPager = ({ page, rows, count, hasNext, chosen, low, onPage }: Props) => {
  const { t } = useWords()
  const last = count === undefined ? undefined : Math.max(0, Math.ceil(count / PAGE) - 1)
  const shown = (n: number) => groupDigits(String(n))
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1,
        minHeight: low ? 24 : 34,
        flexShrink: 0,
        color: 'text.secondary',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <span data-count={count}>{count === undefined ? ' ' : t('kit.list.count', { count: shown(count) })}</span>
      {chosen > 0 && <span>{t('kit.list.chosen', { count: shown(chosen) })}</span>}
      <Box sx={{ flex: 1 }} />
      {(page > 0 || hasNext) && (
        <>
          <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {shown(page * PAGE + 1)}–{shown(page * PAGE + rows)}
          </Box>
          <IconButton size="small" disabled={page === 0} aria-label={t('kit.page.first')} onClick={() => onPage(0)}>
            <FirstPageRounded fontSize="small" />
          </IconButton>
          <IconButton size="small" disabled={page === 0} aria-label={t('kit.page.previous')} onClick={() => onPage(page - 1)}>
            <ChevronLeftRounded fontSize="small" />
          </IconButton>
          <IconButton size="small" disabled={!hasNext} aria-label={t('kit.page.next')} onClick={() => onPage(page + 1)}>
            <ChevronRightRounded fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            disabled={last === undefined || page >= last}
            aria-label={t('kit.page.last')}
            onClick={() => last !== undefined && onPage(last)}
          >
            <LastPageRounded fontSize="small" />
          </IconButton>
        </>
      )}
    </Box>
  )
}
