// The sums over all rows that match, each under its column and moving with it sideways; one line per currency.
import { Box } from '@mui/material'
import {
  gridColumnPositionsSelector,
  gridColumnsTotalWidthSelector,
  gridVisibleColumnDefinitionsSelector,
  useGridApiContext,
  useGridEvent,
  useGridSelector,
} from '@mui/x-data-grid'
import { createContext, useContext, useState } from 'react'
import type { ListAnswer } from '../../../preload/contract/define.ts'
import { MoneyText } from '../show/money-text.tsx'
import { useWords } from '../../words/index.ts'
import { decimalShown } from '../format/shown.ts'
import type { Columns } from './list-look.ts'

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
  useGridEvent(apiRef, 'scrollPositionChange', (position) => setLeft(position.left))

  const sums = visible.flatMap((column, i) => {
    const of = totals?.[column.field]
    return of && of.length > 0 ? [{ field: column.field, at: positions[i] ?? 0, wide: column.computedWidth, of }] : []
  })
  if (sums.length === 0) return null
  const lines = Math.max(...sums.map((sum) => sum.of.length))
  const first = Math.min(...sums.map((sum) => sum.at))
  return (
    <Box
      role="row"
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
      <Box sx={{ position: 'relative', width, height: lines * 20 + 8, transform: `translateX(${-left}px)` }}>
        {first > 40 && (
          <Box sx={{ position: 'absolute', left: left + 10, top: 4, fontWeight: 600, lineHeight: '20px', color: 'text.secondary' }}>
            {t('kit.list.total')}
          </Box>
        )}
        {sums.map(({ field, at, wide, of }) => (
          <Box
            key={field}
            data-total={field}
            sx={{
              position: 'absolute',
              left: at,
              width: wide,
              top: 4,
              px: '10px',
              // Longer than its column, a sum grows to the left: its digits stay under those it adds up.
              display: 'flex',
              flexDirection: 'column',
              alignItems: 'flex-end',
              whiteSpace: 'nowrap',
              fontWeight: 600,
              lineHeight: '20px',
            }}
          >
            {of.map((sum) =>
              typeof sum === 'string' ? (
                <Box key={sum} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {decimalShown(sum)}
                </Box>
              ) : (
                <Box key={sum.currency} title={sum.currency}>
                  <MoneyText money={sum} bare={of.length === 1 && columns[field]?.currency === 'base'} />
                </Box>
              ),
            )}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
