// What stands around the rows of a grid of lines: the titles, the totals under their columns, the bar with "add" and the hints.
import AddRounded from '@mui/icons-material/AddRounded'
import { Alert, Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
import { ruleText, useWords } from '../../words/index.ts'
import { groupDigits } from '../format/shown.ts'
import { MoneyText } from '../show/money-text.tsx'
import { isFigureColumn, type Line, type LineColumn } from './line-columns.ts'
import type { LineTotal } from './line-grid-props.ts'
import { CellText, EDGE } from './line-row.tsx'
import { ROW } from './use-row-window.ts'

const STICKY = {
  display: 'grid',
  position: 'sticky',
  zIndex: 2,
  height: ROW,
  bgcolor: 'background.default',
  borderColor: 'divider',
  fontWeight: 600,
}

export const LineTitles = <L extends Line>({ columns, template }: { columns: readonly LineColumn<L>[]; template: string }) => {
  const { t, name } = useWords()
  return (
    <Box role="row" aria-rowindex={1} sx={{ ...STICKY, gridTemplateColumns: template, top: 0, borderBottom: EDGE }}>
      <Box role="columnheader" aria-label={t('kit.line.number')} sx={{ borderRight: EDGE }} />
      {columns.map((column) => {
        const label = column.label ?? name(`field.${column.field}`)
        return (
          <Box key={column.field} role="columnheader" title={label} sx={{ borderRight: EDGE, minWidth: 0 }}>
            <CellText figure={isFigureColumn(column)}>{label}</CellText>
          </Box>
        )
      })}
    </Box>
  )
}

type TotalsProps<L extends Line> = { columns: readonly LineColumn<L>[]; template: string; totals: readonly LineTotal[] }
export const LineTotals = <L extends Line>({ columns, template, totals }: TotalsProps<L>) => {
  const { t } = useWords()
  if (totals.length === 0) return null
  return (
    <Box role="row" sx={{ ...STICKY, gridTemplateColumns: template, bottom: 0, borderTop: EDGE }}>
      <Box role="gridcell" aria-readonly sx={{ lineHeight: `${ROW}px`, pl: 1, whiteSpace: 'nowrap' }}>
        {t('kit.list.total')}
      </Box>
      {columns.map((column) => {
        const total = totals.find((one) => one.field === column.field)
        return (
          <Box key={column.field} role="gridcell" aria-readonly data-total={total && column.field} sx={{ minWidth: 0 }}>
            {total && (
              // Longer than its column, it grows to the left.
              <Box sx={{ display: 'flex', justifyContent: 'flex-end', px: 1, lineHeight: `${ROW}px`, fontVariantNumeric: 'tabular-nums' }}>
                {total.money ? <MoneyText money={total.money} strong /> : groupDigits(total.text ?? '')}
              </Box>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

type BarProps = {
  count: number
  most: number
  typing: boolean
  issue: string | undefined
  note: string | null
  /** Absent where lines cannot be added. */
  onAdd: (() => void) | undefined
  onForget: () => void
  /** Undo and redo; "only rows to check". */
  tools: ReactNode
  check: ReactNode
  /** What is odd about the lines. */
  odd: ReactNode
  children: ReactNode
}
export const LineBar = ({ count, most, typing, issue, note, onAdd, onForget, odd, tools, check, children }: BarProps) => {
  const words = useWords()
  const { t } = words
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: 1,
          py: 0.5,
          borderTop: 1,
          borderColor: 'divider',
          minHeight: 36,
        }}
      >
        {onAdd && (
          <Button size="small" startIcon={<AddRounded />} disabled={count >= most} onClick={onAdd}>
            {t('kit.line.add')}
          </Button>
        )}
        {tools}
        {children}
        {check}
        {issue && (
          <Box role="alert" sx={{ color: 'error.main' }}>
            {ruleText(issue, words)}
          </Box>
        )}
        {odd}
        <Box sx={{ flex: 1 }} />
        {onAdd && <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{typing ? t('kit.line.hint') : t('kit.line.count', { count })}</Box>}
      </Box>
      {note !== null && note !== '' && (
        <Alert severity="info" variant="outlined" onClose={onForget} sx={{ py: 0, border: 0 }}>
          {note}
        </Alert>
      )}
    </>
  )
}
