// The sums over all rows that match, each under its column and moving with it sideways: one line, which unfolds to a line for each currency.
import UnfoldLessRounded from '@mui/icons-material/UnfoldLessRounded'
import UnfoldMoreRounded from '@mui/icons-material/UnfoldMoreRounded'
import { Box, IconButton } from '@mui/material'
import {
  gridColumnPositionsSelector,
  gridColumnsTotalWidthSelector,
  gridVisibleColumnDefinitionsSelector,
  useGridApiContext,
  useGridEvent,
  useGridSelector,
} from '@mui/x-data-grid'
import { createContext, useContext, useState } from 'react'
import type { ListAnswer } from '../../../preload/contract/define/index.ts'
import { useRemembered } from '../../client/index.ts'
import { moneyShown } from '../format/shown.ts'
import { MoneyText } from '../show/money-text.tsx'
import { useWords } from '../../words/index.ts'
import { decimalShown } from '../format/shown.ts'
import type { Columns } from './list-view-settings.ts'

type Sums = { totals: ListAnswer['totals']; columns: Columns; settled: boolean }
/** What the footer shows: handed past the grid, whose slots must stay the same component. */
export const SumsContext = createContext<Sums>({ totals: undefined, columns: {}, settled: true })

export const TotalsRow = () => {
  const { t } = useWords()
  const { totals, columns, settled } = useContext(SumsContext)
  const apiRef = useGridApiContext()
  const visible = useGridSelector(apiRef, gridVisibleColumnDefinitionsSelector)
  const positions = useGridSelector(apiRef, gridColumnPositionsSelector)
  const width = useGridSelector(apiRef, gridColumnsTotalWidthSelector)
  const [left, setLeft] = useState(0)
  const [all, setAll] = useRemembered('list.totals-unfolded', false)
  useGridEvent(apiRef, 'scrollPositionChange', (position) => setLeft(position.left))

  const sums = visible.flatMap((column, i) => {
    const of = totals?.[column.field]
    return of && of.length > 0 ? [{ field: column.field, at: positions[i] ?? 0, wide: column.computedWidth, of }] : []
  })
  if (sums.length === 0) return null
  const most = Math.max(...sums.map((sum) => sum.of.length))
  const lines = all ? most : 1
  const [head] = visible
  // The label stands over the column that stays, and what is summed runs beneath it as the rows do.
  const label = (positions[visible.findIndex((column) => column.field === head?.field)] ?? 0) + (head?.computedWidth ?? 0)
  return (
    <Box
      role="group"
      aria-label={t('kit.list.total')}
      data-totals
      sx={{
        borderTop: '1px solid var(--DataGrid-rowBorderColor, var(--mui-palette-divider))',
        overflow: 'hidden',
        opacity: settled ? 1 : 0.55,
        flex: 'none',
        maxHeight: 132,
        overflowY: 'auto',
      }}
    >
      <Box sx={{ position: 'relative', width, height: lines * 18 + 6, transform: `translateX(${-left}px)` }}>
        <Box
          sx={{
            position: 'absolute',
            left,
            top: 0,
            bottom: 0,
            width: sums.some((sum) => sum.at === 0) ? undefined : label,
            zIndex: 1,
            pl: '10px',
            pt: '3px',
            display: 'flex',
            alignItems: 'flex-start',
            gap: 0.5,
            bgcolor: 'background.paper',
            fontWeight: 600,
            lineHeight: '18px',
            color: 'text.secondary',
          }}
        >
          {t('kit.list.total')}
          {most > 1 && (
            <IconButton
              size="small"
              aria-expanded={all}
              aria-label={t(all ? 'kit.list.total-one-line' : 'kit.list.total-all')}
              title={t(all ? 'kit.list.total-one-line' : 'kit.list.total-all')}
              onClick={() => setAll(!all)}
              sx={{ p: 0 }}
            >
              {all ? <UnfoldLessRounded sx={{ fontSize: 17 }} /> : <UnfoldMoreRounded sx={{ fontSize: 17 }} />}
            </IconButton>
          )}
        </Box>
        {sums.map(({ field, at, wide, of }) => (
          <Box
            key={field}
            data-total={field}
            sx={{
              position: 'absolute',
              left: at,
              width: wide,
              top: 3,
              px: '10px',
              // Longer than its column, a sum grows to the left: its digits stay under those it adds up.
              display: 'flex',
              flexDirection: 'column',
              alignItems: 'flex-end',
              whiteSpace: 'nowrap',
              fontWeight: 600,
              lineHeight: '18px',
            }}
            title={of.length > 1 ? of.map((sum) => (typeof sum === 'string' ? sum : moneyShown(sum))).join('\n') : undefined}
          >
            {of.slice(0, lines).map((sum) =>
              typeof sum === 'string' ? (
                <Box key={sum} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {decimalShown(sum)}
                </Box>
              ) : (
                <Box key={sum.currency}>
                  <MoneyText money={sum} bare={of.length === 1 && columns[field]?.currency === 'base'} />
                  {of.length > lines && (
                    <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.5 }}>
                      +{of.length - lines}
                    </Box>
                  )}
                </Box>
              ),
            )}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
