// A line of sums, one amount per currency.
import { Box } from '@mui/material'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { MoneyText } from './money-text.tsx'

export const TotalsLine = ({ label, totals }: { label: string; totals: readonly Money[] }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', alignItems: 'baseline', columnGap: 2, px: 1, py: 0.5 }}>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {label}
    </Box>
    {totals.map((money) => (
      <MoneyText key={money.currency} money={money} strong />
    ))}
  </Box>
)
